import { type Actor, addDays, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { partyOf } from '../matches/index.ts';
import { type PartnershipFacts, partiesOfPartnership } from '../partnerships/index.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { checkInClock } from './check-in.clock.ts';
import type { AboutCheckIn, CheckInHappening } from './check-in.events.ts';
import {
  type CheckInFacts,
  type CheckInInput,
  type CheckInKind,
  type CheckInSide,
  missedInARow,
  waitedFor,
  wantsDesk,
} from './check-in.facts.ts';
import { type CheckInMove, type CheckInState, checkInMachine } from './check-in.machine.ts';
import { checkInPolicy, partiesOfCheckIn } from './check-in.policy.ts';

export const checkInForms: Partial<Record<CheckInMove, MoveForm>> = {
  settle: { note: 'brokering.refuse.settlementMissing' },
};

/** The party an actor still has to answer for. */
export const answerableBy = (actor: Actor, checkIn: CheckInFacts): CheckInSide | undefined =>
  partyOf(actor, waitedFor(checkIn));

function answered(checkIn: CheckInFacts, { answer }: CheckInInput, actor: Actor, now: Date) {
  const own = answerableBy(actor, checkIn);
  if (!own) throw new Refusal('already-done', 'brokering.refuse.checkedInAlready');
  if (!answer) throw new Refusal('unmet-condition', 'brokering.refuse.goingMissing', {}, 'going');
  const given = { ...answer, by: actor.id ?? 'system', at: now.toISOString() };
  return { sides: checkIn.sides.map((side) => (side === own ? { ...side, answer: given } : side)) };
}

const often = ({ terms }: BrokeringContext) => terms.checkIn.missesInARow;

/** All have been silent too often: there is nobody a broker could ask. */
export const isSilence = (checkIn: CheckInFacts, ctx: BrokeringContext): boolean =>
  checkIn.kind === 'regular' && checkIn.sides.every((side) => missedInARow(side) >= often(ctx));

const needsBroker = (checkIn: CheckInFacts, ctx: BrokeringContext): boolean =>
  checkIn.kind === 'regular' &&
  !isSilence(checkIn, ctx) &&
  checkIn.sides.some((side) => missedInARow(side) >= often(ctx));

const { movesFor, makeMove } = defineMoves<CheckInState, CheckInMove, CheckInFacts, CheckInInput>({
  machine: checkInMachine,
  policy: checkInPolicy,
  clock: checkInClock,
  partiesOf: partiesOfCheckIn,
  forms: checkInForms,
  timed: ['ask', 'lapse'],
  guards: {
    settle: ({ referredAt }) => (referredAt ? null : 'brokering.refuse.notReferred'),
  },
  // Once all have answered or their days are over, somebody sees to whoever asked for the desk.
  completes: (checkIn, move, { answer }, actor, _now, ctx) => {
    if (move === 'lapse') return wantsDesk(checkIn) || needsBroker(checkIn, ctx) ? 'refer' : move;
    const last = waitedFor(checkIn).length === 1 && answerableBy(actor, checkIn) !== undefined;
    if (move !== 'answer' || !last) return move;
    return wantsDesk(checkIn) || answer?.deskWanted ? 'refer' : 'complete';
  },
  effects: {
    answer: answered,
    complete: answered,
    refer: (checkIn, input, actor, now) => ({
      ...(actor.kind === 'member' && answered(checkIn, input, actor, now)),
      referredAt: now,
    }),
  },
});

export const checkInMovesFor = movesFor;

const about = (checkIn: CheckInFacts): AboutCheckIn => ({
  checkInId: checkIn.id,
  partnershipId: checkIn.partnershipId,
  organisationIds: partiesOfCheckIn(checkIn),
});

export function makeCheckInMove(
  checkIn: CheckInFacts,
  asked: CheckInMove,
  input: CheckInInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<CheckInFacts, CheckInHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(checkIn, asked, input, actor, now, ctx);
  const stream = `check_in:${checkIn.id}`;
  const answeredFor = asked === 'answer' ? answerableBy(actor, checkIn)?.organisationId : undefined;
  if (answeredFor) {
    const deskWanted = input.answer?.deskWanted ?? false;
    const data = { ...about(checkIn), answeredFor, deskWanted, from, to };
    return { change, deadline, happening: { name: 'brokering.checkIn.answered', stream, data } };
  }
  const missedBy = waitedFor(checkIn).map((side) => side.organisationId);
  const data = { ...about(checkIn), move, from, to, reason, missedBy };
  return { change, deadline, happening: { name: 'brokering.checkIn.moved', stream, data } };
}

/**
 * The parties are asked, now or on a day to come. `before` is the check-in before it, whose silence counts on; one from
 * before the partnership was last begun, woken or resumed does not.
 */
export function planCheckIn(
  partnership: PartnershipFacts,
  plan: { readonly id: string; readonly kind: CheckInKind; readonly opensAt: Date },
  before: CheckInFacts | null,
  now: Date,
  ctx: BrokeringContext,
) {
  const counted = before && before.kind === 'regular' && before.opensAt >= partnership.stateSince ? before.sides : [];
  const missedBefore = (id: string): number => {
    const side = counted.find((s) => s.organisationId === id);
    return side ? missedInARow(side) : 0;
  };
  const state = plan.opensAt > now ? 'planned' : 'open';
  const checkIn: CheckInFacts = {
    ...plan,
    ...begun(now),
    state,
    partnershipId: partnership.id,
    partnership,
    referredAt: null,
    sides: partiesOfPartnership(partnership).map((organisationId) => ({
      organisationId,
      answer: null,
      missedBefore: missedBefore(organisationId),
    })),
  };
  const happening: CheckInHappening = {
    name: state === 'open' ? 'brokering.checkIn.asked' : 'brokering.checkIn.planned',
    stream: `check_in:${plan.id}`,
    data: about(checkIn),
  };
  return { checkIn, happening, deadline: checkInClock.deadlineOf(checkIn, now, ctx) };
}

/** When the parties of a partnership that has ended are asked what stayed; null where there is nobody to ask. */
export const lookBackDay = (
  { state, activeSince, endedAt, endReason }: PartnershipFacts,
  { terms }: BrokeringContext,
): Date | null =>
  state === 'closed' && activeSince && endedAt && endReason !== 'dormant'
    ? addDays(endedAt, terms.partnership.lookBackDays)
    : null;
