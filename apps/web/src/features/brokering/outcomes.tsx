import type { OutcomeView, PartnershipView } from '@baraza/contracts/brokering';
import { Details, Facts, Meta, Pair, Rows, Section, Signatures, State, Table } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  ReadingText,
  Select,
  Submit,
  TextArea,
  TextInput,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { outcomeLevelIds } from './choices.ts';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

const looks = {
  claimed: ['open', 'pen'],
  countersigned: ['half', 'go'],
  verified: ['check', 'go'],
  disputed: ['cross', 'stop'],
  withdrawn: ['cross', 'soft'],
} as const;

/** What came of it: figures, and who stands behind each. */
export function Outcomes({ partnership }: { partnership: PartnershipView }) {
  const i18n = useI18n();
  const { outcomes, mayClaim } = partnership;
  if (outcomes.length === 0 && !mayClaim) return null;
  return (
    <Section title={i18n.t('brokering.outcome.title')}>
      {outcomes.length > 0 && (
        <Rows>
          {outcomes.map((outcome) => (
            <Outcome key={outcome.id} outcome={outcome} />
          ))}
        </Rows>
      )}
      {mayClaim && <ClaimOutcome reference={partnership.ref} />}
    </Section>
  );
}

function Outcome({ outcome }: { outcome: OutcomeView }) {
  const { i18n, timeZone } = useWorld();
  const { id, unit, baseline, target, actuals } = outcome;
  const [square, tone] = looks[outcome.state];
  const figure = (value: number) => (
    <>
      {i18n.number(value)} <bdi>{unit}</bdi>
    </>
  );
  /** Who signed it, or what is still to be done. */
  const line = (act: string, todo: string, at: string | null, name: string | undefined, twice = false) => ({
    act: at ? act : todo,
    name: name ? <bdi>{name}</bdi> : i18n.t('brokering.partnership.unsigned'),
    signed: at !== null,
    twice,
    by: null,
    ...(at && { date: i18n.date(at, 'day', timeZone) }),
  });
  return (
    <li id={`outcome-${id}`}>
      <Meta>
        <State square={square} tone={tone}>
          {i18n.t(`brokering.state.outcome.${outcome.state}`)}
        </State>
        <span>{i18n.t(`brokering.outcomeLevel.${outcome.level}`)}</span>
      </Meta>
      <ReadingText reading={outcome.indicator} />
      <Table
        caption={outcome.indicator.text}
        small
        pile
        columns={[
          { label: i18n.t('brokering.outcome.date') },
          { label: i18n.t('brokering.outcome.value'), numeric: true },
          { label: i18n.t('brokering.outcome.evidence') },
        ]}
        rows={[
          ...(baseline
            ? [
                [
                  i18n.t('brokering.outcome.before', { date: i18n.date(baseline.date, 'day') }),
                  figure(baseline.value),
                  <Evidence key="source" words={baseline.source} />,
                ],
              ]
            : []),
          ...actuals.map((actual) => [
            i18n.date(actual.date, 'day'),
            figure(actual.value),
            <Evidence key="evidence" words={actual.evidence} />,
          ]),
          ...(target === null ? [] : [[i18n.t('brokering.outcome.target'), figure(target), '']]),
        ]}
      />
      {outcome.disaggregation && (
        <Facts
          facts={[
            {
              term: i18n.t('brokering.outcome.disaggregation'),
              value: <ReadingText reading={outcome.disaggregation} />,
            },
          ]}
        />
      )}
      <Signatures
        label={i18n.t('brokering.partnership.signatures')}
        signatures={[
          line(i18n.t('brokering.state.outcome.claimed'), '', outcome.claimedAt, outcome.claimant.name),
          line(
            i18n.t('brokering.state.outcome.countersigned'),
            i18n.t('brokering.outcome.toCountersign'),
            outcome.countersignedAt,
            outcome.countersignedFor?.name,
            true,
          ),
          line(
            i18n.t('brokering.state.outcome.verified'),
            i18n.t('brokering.outcome.toVerify'),
            outcome.verifiedAt,
            outcome.verifiedAt ? i18n.t('kernel.role.me_officer') : undefined,
          ),
        ]}
      />
      {outcome.dispute && (
        <blockquote>
          <ReadingText reading={outcome.dispute} />
        </blockquote>
      )}
      <div className="no-print">
        {outcome.nextStep && <StepChip step={outcome.nextStep} />}
        <MoveList
          subject="outcome"
          moves={outcome.moves.filter(({ move }) => move !== 'report')}
          version={outcome.version}
          params={{ id }}
        />
        {outcome.moves.some(({ move }) => move === 'report') && <Report outcome={outcome} />}
      </div>
    </li>
  );
}

/** A link where it is one, else the words as they are. */
function Evidence({ words }: { words: string }) {
  return /^https?:\/\/\S+$/.test(words) ? (
    <a href={words} rel="nofollow noreferrer ugc">
      <bdi>{words}</bdi>
    </a>
  ) : (
    <bdi>{words}</bdi>
  );
}

function Figure({ of }: { of: string }) {
  const i18n = useI18n();
  return (
    <>
      <Pair>
        <TextInput name={`${of}value`} inputMode="numeric" label={i18n.t('brokering.outcome.value')} />
        <TextInput name={`${of}date`} type="date" label={i18n.t('brokering.outcome.date')} />
      </Pair>
      <TextInput
        name={of === 'baseline.' ? 'baseline.source' : `${of}evidence`}
        label={i18n.t('brokering.outcome.evidence')}
        hint={i18n.t('brokering.outcome.evidenceHint')}
        maxLength={300}
      />
    </>
  );
}

function Report({ outcome: { id, version } }: { outcome: OutcomeView }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.outcome.report')}>
      <p className="hint">{i18n.t('brokering.outcome.reportHint')}</p>
      <ActionForm operation="brokering.reportOutcome" params={{ id }} name={`report ${id}`} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <Figure of="" />
        <Submit>{i18n.t('brokering.outcome.report')}</Submit>
      </ActionForm>
    </Details>
  );
}

function ClaimOutcome({ reference }: { reference: string }) {
  const { i18n, locale } = useWorld();
  return (
    <Details summary={i18n.t('brokering.outcome.claim')}>
      <p className="hint">{i18n.t('brokering.outcome.claimHint')}</p>
      <ActionForm operation="brokering.claimOutcome" params={{ ref: reference }} className="form">
        <FormProblem />
        <Hidden name="language" value={locale} />
        <TextInput
          name="indicator"
          label={i18n.t('brokering.outcome.indicator')}
          hint={i18n.t('brokering.outcome.indicatorHint')}
          maxLength={300}
          required
        />
        <Pair>
          <Select
            name="level"
            label={i18n.t('brokering.outcome.level')}
            options={outcomeLevelIds.map((level) => ({
              value: level,
              label: i18n.t(`brokering.outcomeLevel.${level}`),
            }))}
          />
          <TextInput name="unit" label={i18n.t('brokering.outcome.unit')} maxLength={60} required />
        </Pair>
        <fieldset className="entry">
          <legend>{i18n.t('brokering.outcome.baseline')}</legend>
          <Figure of="baseline." />
        </fieldset>
        <fieldset className="entry">
          <legend>{i18n.t('brokering.outcome.actual')}</legend>
          <Figure of="actual." />
        </fieldset>
        <TextInput name="target" inputMode="numeric" label={i18n.t('brokering.outcome.target')} />
        <TextArea
          name="disaggregation"
          label={i18n.t('brokering.outcome.disaggregation')}
          hint={i18n.t('brokering.outcome.disaggregationHint')}
          rows={2}
          maxLength={1000}
        />
        <Submit>{i18n.t('brokering.outcome.claim')}</Submit>
      </ActionForm>
    </Details>
  );
}
