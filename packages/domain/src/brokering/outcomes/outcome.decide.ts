import { type Actor, instantAt, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { partyOf } from '../matches/index.ts';
import { isUnderWay, type PartnershipFacts, partiesOfItsPartnership } from '../partnerships/index.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { outcomeClock } from './outcome.clock.ts';
import type { AboutOutcome, OutcomeHappening } from './outcome.events.ts';
import type { Actual, OutcomeFacts, OutcomeInput } from './outcome.facts.ts';
import { type OutcomeMove, type OutcomeState, outcomeMachine } from './outcome.machine.ts';
import { outcomePolicy } from './outcome.policy.ts';

export const outcomeForms: Partial<Record<OutcomeMove, MoveForm>> = {
  dispute: { note: 'brokering.refuse.disputeUnsaid' },
  settle: { note: 'brokering.refuse.settlementMissing' },
  withdraw: { reasons: ['mistaken', 'not_agreed', 'superseded', 'other'] },
};

const byDate = (a: Actual, b: Actual): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
/** Where a day begins first. */
const easternmost = 'Pacific/Kiritimati';
const unsigned = { countersignedFor: null, countersignedAt: null } as const;

const { movesFor, makeMove } = defineMoves<OutcomeState, OutcomeMove, OutcomeFacts, OutcomeInput>({
  machine: outcomeMachine,
  policy: outcomePolicy,
  clock: outcomeClock,
  partiesOf: partiesOfItsPartnership,
  forms: outcomeForms,
  timed: [],
  effects: {
    report: ({ actuals }, { actual }, _actor, now) => {
      if (!actual) throw new Refusal('unmet-condition', 'brokering.refuse.actualMissing', {}, 'value');
      return { ...unsigned, stateSince: now, actuals: [...actuals, actual].sort(byDate) };
    },
    countersign: ({ partnership }, _input, actor, now) => ({
      countersignedFor: partyOf(actor, partnership.parties)?.organisationId ?? null,
      countersignedAt: now,
      sealedAt: now,
    }),
    dispute: () => unsigned,
    verify: (_outcome, { verifier = null }, _actor, now) => {
      if (verifier && instantAt(verifier.date, '00:00', easternmost) > now)
        throw new Refusal('unmet-condition', 'brokering.refuse.verifiedAhead', {}, 'verifier.date');
      return { verifiedAt: now, verifier };
    },
  },
});

export const outcomeMovesFor = movesFor;

const about = (outcome: OutcomeFacts): AboutOutcome => ({
  outcomeId: outcome.id,
  partnershipId: outcome.partnershipId,
  claimantId: outcome.claimantId,
  organisationIds: partiesOfItsPartnership(outcome),
});

export function makeOutcomeMove(
  outcome: OutcomeFacts,
  asked: OutcomeMove,
  input: OutcomeInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<OutcomeFacts, OutcomeHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(outcome, asked, input, actor, now, ctx);
  const data = { ...about(outcome), move, from, to, reason };
  return { change, deadline, happening: { name: 'brokering.outcome.moved', stream: `outcome:${outcome.id}`, data } };
}

export type OutcomeDraft = Pick<
  OutcomeFacts,
  'id' | 'indicator' | 'level' | 'unit' | 'baseline' | 'target' | 'actuals' | 'disaggregation'
>;

/** A party says what came of it; it counts for something once another party has signed beside it. */
export function claimOutcome(
  partnership: PartnershipFacts,
  draft: OutcomeDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const own = partyOf(actor, partnership.parties);
  if (!own) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!isUnderWay(partnership) && partnership.state !== 'closed')
    throw new Refusal('unmet-condition', 'brokering.refuse.notUnderWay');
  const outcome: OutcomeFacts = {
    ...draft,
    ...begun(now),
    ...unsigned,
    sealedAt: null,
    state: outcomeMachine.initial,
    partnershipId: partnership.id,
    partnership,
    claimantId: own.organisationId,
    actuals: [...draft.actuals].sort(byDate),
    verifiedAt: null,
    verifier: null,
  };
  const happening: OutcomeHappening = {
    name: 'brokering.outcome.claimed',
    stream: `outcome:${draft.id}`,
    data: about(outcome),
  };
  return { outcome, happening, deadline: outcomeClock.deadlineOf(outcome, now, ctx) };
}
