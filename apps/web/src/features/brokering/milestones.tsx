import type { PartnershipView } from '@baraza/contracts/brokering';
import { contributionKinds } from '@baraza/domain/brokering';
import { Details, Milestones as Line, Pair, Section, State, Table } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Select, Submit, TextInput, useI18n, useWorld } from '../../platform/index.ts';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

type Milestone = PartnershipView['milestones'][number];
type Contribution = PartnershipView['contributions'][number];
const looks = { planned: ['open', 'pen'], done: ['check', 'go'], dropped: ['cross', 'soft'] } as const;

/** The agreed steps of the work: whose, by when, reached or not. */
export function Milestones({ partnership }: { partnership: PartnershipView }) {
  const { i18n, timeZone } = useWorld();
  const { milestones, mayRecord } = partnership;
  if (milestones.length === 0 && !mayRecord) return null;
  const stateOf = ({ state, late }: Milestone) => {
    const [square, tone] = looks[state];
    return (
      <State square={square} tone={late ? 'due' : tone}>
        {i18n.t(`brokering.state.milestone.${late ? 'late' : state}`)}
      </State>
    );
  };
  return (
    <Section title={i18n.t('brokering.milestone.title')}>
      {milestones.length > 0 && (
        <Line
          milestones={milestones.map((milestone) => ({
            state: stateOf(milestone),
            text: milestone.title.text,
            lang: milestone.title.locale,
            date: (
              <>
                {milestone.endedAt
                  ? i18n.date(milestone.endedAt, 'day', timeZone)
                  : i18n.t('kernel.by', { date: i18n.date(milestone.due, 'day') })}{' '}
                · <bdi>{milestone.owner.name}</bdi>
                <MoveMilestone milestone={milestone} partnership={partnership} />
              </>
            ),
          }))}
        />
      )}
      {mayRecord && <PlanMilestone partnership={partnership} />}
    </Section>
  );
}

/** Reached, put off or given up, by whoever may; who owes it is said to the parties and the desk. */
function MoveMilestone({ milestone, partnership }: { milestone: Milestone; partnership: PartnershipView }) {
  const i18n = useI18n();
  const { id, nextStep } = milestone;
  const may = new Set(milestone.moves.map(({ move }) => move));
  if (may.size === 0) return null;
  return (
    <span className="no-print">
      {nextStep?.missed && <StepChip step={nextStep} />}
      {may.has('reach') && (
        <ActionForm operation="brokering.reachMilestone" params={{ id }} name={`reach ${id}`}>
          <FormProblem />
          <Submit kind="link">{i18n.t('brokering.milestone.reach')}</Submit>
        </ActionForm>
      )}
      {may.has('drop') && (
        <ActionForm operation="brokering.dropMilestone" params={{ id }} name={`drop ${id}`}>
          <FormProblem />
          <Submit kind="link">{i18n.t('brokering.milestone.drop')}</Submit>
        </ActionForm>
      )}
      {may.has('replan') && (
        <Details summary={i18n.t('brokering.milestone.replan')}>
          <ActionForm operation="brokering.replanMilestone" params={{ id }} name={`replan ${id}`} className="form">
            <FormProblem />
            <WhoAndWhen partnership={partnership} due={milestone.due} ownerId={milestone.owner.id} />
            <Submit>{i18n.t('brokering.milestone.replan')}</Submit>
          </ActionForm>
        </Details>
      )}
    </span>
  );
}

interface Planned {
  readonly partnership: PartnershipView;
  readonly due?: string;
  readonly ownerId?: string;
}
function WhoAndWhen({ partnership, due, ownerId }: Planned) {
  const i18n = useI18n();
  return (
    <Pair>
      <TextInput name="due" type="date" label={i18n.t('brokering.milestone.due')} value={due} required />
      <Select
        name="ownerId"
        label={i18n.t('brokering.milestone.owner')}
        value={ownerId}
        options={partnership.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Pair>
  );
}

function PlanMilestone({ partnership }: { partnership: PartnershipView }) {
  const { i18n, locale } = useWorld();
  return (
    <Details summary={i18n.t('brokering.milestone.plan')}>
      <ActionForm operation="brokering.planMilestone" params={{ ref: partnership.ref }} className="form">
        <FormProblem />
        <Hidden name="language" value={locale} />
        <TextInput name="title" label={i18n.t('brokering.milestone.what')} maxLength={300} required />
        <WhoAndWhen partnership={partnership} />
        <Submit>{i18n.t('brokering.milestone.plan')}</Submit>
      </ActionForm>
    </Details>
  );
}

/** What each party gave, in its own unit; a sum of money only beside how it was reckoned. */
export function Contributions({ partnership }: { partnership: PartnershipView }) {
  const i18n = useI18n();
  const { contributions, mayRecord } = partnership;
  if (contributions.length === 0 && !mayRecord) return null;
  return (
    <Section title={i18n.t('brokering.contribution.title')}>
      {contributions.length > 0 && (
        <Table
          caption={i18n.t('brokering.contribution.title')}
          small
          pile
          columns={[
            { label: i18n.t('brokering.contribution.kind') },
            { label: i18n.t('brokering.contribution.quantity'), numeric: true },
            { label: i18n.t('brokering.contribution.by') },
            { label: i18n.t('brokering.contribution.date') },
            { label: i18n.t('brokering.contribution.confirmation') },
          ]}
          rows={contributions.map((contribution) => [
            i18n.t(`brokering.contributionKind.${contribution.kind}`),
            <Amount key="amount" contribution={contribution} />,
            <bdi key="by">{contribution.organisation.name}</bdi>,
            i18n.date(contribution.date, 'day'),
            <Confirmation key="confirmation" contribution={contribution} />,
          ])}
        />
      )}
      {mayRecord && <GiveContribution reference={partnership.ref} />}
    </Section>
  );
}

function Amount({ contribution: { quantity, unit, monetised } }: { contribution: Contribution }) {
  const i18n = useI18n();
  return (
    <>
      {i18n.number(quantity)} <bdi>{unit}</bdi>
      {monetised && (
        <span className="small soft">
          {' '}
          <bdi>
            {i18n.number(monetised.amount)} {monetised.currency}
          </bdi>{' '}
          (<bdi>{monetised.method}</bdi>)
        </span>
      )}
    </>
  );
}

function Confirmation({ contribution }: { contribution: Contribution }) {
  const i18n = useI18n();
  const { id, version, confirmedFor, nextStep, moves } = contribution;
  if (confirmedFor) return <bdi>{confirmedFor.name}</bdi>;
  return (
    <>
      {moves.some(({ move }) => move === 'confirm') ? (
        <ActionForm operation="brokering.confirmContribution" params={{ id }} name={`confirm ${id}`}>
          <FormProblem />
          <Submit kind="plain">{i18n.t('brokering.contribution.confirm')}</Submit>
        </ActionForm>
      ) : nextStep ? (
        <StepChip step={nextStep} />
      ) : (
        <span className="soft">{i18n.t('brokering.contribution.open')}</span>
      )}
      <MoveList
        subject="contribution"
        moves={moves.filter(({ move }) => move !== 'confirm')}
        version={version}
        params={{ id }}
      />
    </>
  );
}

function GiveContribution({ reference }: { reference: string }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.contribution.give')}>
      <ActionForm operation="brokering.giveContribution" params={{ ref: reference }} className="form">
        <FormProblem />
        <Select
          name="kind"
          label={i18n.t('brokering.contribution.kind')}
          options={contributionKinds.map((kind) => ({
            value: kind,
            label: i18n.t(`brokering.contributionKind.${kind}`),
          }))}
        />
        <Pair>
          <TextInput name="quantity" inputMode="numeric" label={i18n.t('brokering.contribution.quantity')} required />
          <TextInput name="unit" label={i18n.t('brokering.outcome.unit')} maxLength={60} required />
        </Pair>
        <TextInput name="date" type="date" label={i18n.t('brokering.contribution.date')} required />
        <Pair>
          <TextInput
            name="amount"
            inputMode="numeric"
            label={i18n.t('brokering.contribution.amount')}
            hint={i18n.t('brokering.contribution.amountHint')}
          />
          <TextInput name="currency" label={i18n.t('brokering.contribution.currency')} maxLength={3} />
        </Pair>
        <TextInput name="method" label={i18n.t('brokering.contribution.method')} maxLength={300} />
        <Submit>{i18n.t('brokering.contribution.give')}</Submit>
      </ActionForm>
    </Details>
  );
}
