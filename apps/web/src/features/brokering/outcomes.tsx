import type { OutcomeView, PartnershipView } from '@baraza/contracts/brokering';
import { outcomeLevels } from '@baraza/domain/brokering';
import { Button, Details, Facts, Field, Meta, Pair, Rows, Section, Signatures, State, Table } from '@baraza/ui';
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
import { Files } from '../files/index.ts';
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
export function Outcomes({ partnership, begin }: { partnership: PartnershipView; begin: string | null }) {
  const i18n = useI18n();
  const { outcomes, mayClaim } = partnership;
  if (outcomes.length === 0 && !mayClaim) return null;
  return (
    <Section id="outcomes" title={i18n.t('brokering.outcome.title')}>
      {outcomes.length > 0 && (
        <Rows>
          {outcomes.map((outcome) => (
            <Outcome key={outcome.id} outcome={outcome} />
          ))}
        </Rows>
      )}
      {mayClaim && <ClaimOutcome partnership={partnership} begin={begin} />}
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
      <Files shelf={outcome.files} kind="outcome" subject={id} />
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
            outcome.verifier?.organisation ?? (outcome.verifiedAt ? i18n.t('kernel.role.me_officer') : undefined),
          ),
        ]}
      />
      {outcome.verifier && (
        <p className="small soft">
          {i18n.t('brokering.outcome.recordedBy')} · {i18n.date(outcome.verifier.date, 'day')} ·{' '}
          <Evidence words={outcome.verifier.document} />
        </p>
      )}
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
        {outcome.moves.some(({ move }) => move === 'verify') && <VerifiedOutside outcome={outcome} />}
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

function Figure({ of, value }: { of: string; value?: string | undefined }) {
  const i18n = useI18n();
  return (
    <>
      <Pair>
        <TextInput name={`${of}value`} inputMode="numeric" label={i18n.t('brokering.outcome.value')} value={value} />
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

/** The officer writes down who looked at it from outside, when, and where that is to be read. */
function VerifiedOutside({ outcome: { id, version } }: { outcome: OutcomeView }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.outcome.verifiedOutside')}>
      <ActionForm operation="brokering.verifyOutcome" params={{ id }} name={`verified outside ${id}`} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <TextInput name="verifier.organisation" label={i18n.t('brokering.outcome.verifier')} maxLength={200} required />
        <TextInput name="verifier.date" type="date" label={i18n.t('brokering.outcome.verifiedOn')} required />
        <TextInput name="verifier.document" label={i18n.t('brokering.outcome.verifiedIn')} maxLength={500} required />
        <Submit>{i18n.t('brokering.outcome.verifiedOutside')}</Submit>
      </ActionForm>
    </Details>
  );
}

/** `begin`: the expected outcome it starts from. */
function ClaimOutcome({ partnership, begin }: { partnership: PartnershipView; begin: string | null }) {
  const { i18n, locale } = useWorld();
  const { ref: reference, expected } = partnership;
  const from = expected.find(({ id }) => id === begin);
  return (
    <Details summary={i18n.t('brokering.outcome.claim')} open={from !== undefined}>
      <p className="hint">{i18n.t('brokering.outcome.claimHint')}</p>
      {expected.length > 0 && (
        <form method="get" action={`/partnerships/${reference}#outcomes`} className="form">
          <Field as="select" name="expected" label={i18n.t('brokering.outcome.expected')} defaultValue={from?.id}>
            {expected.map(({ id, indicator }) => (
              <option key={id} value={id} lang={indicator.locale}>
                {indicator.text}
              </option>
            ))}
          </Field>
          <Button kind="plain">{i18n.t('brokering.outcome.take')}</Button>
        </form>
      )}
      <ActionForm key={from?.id} operation="brokering.claimOutcome" params={{ ref: reference }} className="form">
        <FormProblem />
        <Hidden name="language" value={locale} />
        <TextInput
          name="indicator"
          label={i18n.t('brokering.outcome.indicator')}
          hint={i18n.t('brokering.outcome.indicatorHint')}
          value={from?.indicator.source?.text ?? from?.indicator.text}
          maxLength={300}
          required
        />
        <Pair>
          <Select
            name="level"
            label={i18n.t('brokering.outcome.level')}
            options={outcomeLevels.map((level) => ({
              value: level,
              label: i18n.t(`brokering.outcomeLevel.${level}`),
            }))}
          />
          <TextInput
            name="unit"
            label={i18n.t('brokering.outcome.unit')}
            value={from?.unit ?? undefined}
            maxLength={60}
            required
          />
        </Pair>
        <fieldset className="entry">
          <legend>{i18n.t('brokering.outcome.baseline')}</legend>
          <Figure of="baseline." value={from?.baseline?.toString()} />
        </fieldset>
        <fieldset className="entry">
          <legend>{i18n.t('brokering.outcome.actual')}</legend>
          <Figure of="actual." />
        </fieldset>
        <TextInput
          name="target"
          inputMode="numeric"
          label={i18n.t('brokering.outcome.target')}
          value={from?.target?.toString()}
        />
        <TextArea
          name="disaggregation"
          label={i18n.t('brokering.outcome.disaggregation')}
          hint={i18n.t('brokering.outcome.disaggregationHint')}
          rows={2}
        />
        <Submit>{i18n.t('brokering.outcome.claim')}</Submit>
      </ActionForm>
    </Details>
  );
}
