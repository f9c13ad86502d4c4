import { type Actor, addDays } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { isAnswerable, isOver, mayNotIntroduce, partiesOfRequest } from '../requests/index.ts';
import { type BrokeringContext, type MoveInput } from '../subject.ts';
import { matchClock } from './match.clock.ts';
import { type AboutMatch, isInConfidence, type MatchHappening } from './match.events.ts';
import {
  isBroken,
  isYes,
  type MatchFacts,
  type MatchParty,
  partiesOfMatch,
  partyOf,
  requestsOf,
  type Stance,
} from './match.facts.ts';
import { isAtTheDesk, type MatchMove, type MatchState, matchMachine } from './match.machine.ts';
import { matchPolicy } from './match.policy.ts';

export const matchForms: Partial<Record<MatchMove, MoveForm>> = {
  sayYes: { reasons: ['interested', 'must'], unsaid: 'interested', note: 'none' },
  // In confidence: the other side reads no more than that it was not pursued.
  sayNo: { reasons: ['unstated', 'not_relevant', 'met_before', 'no_capacity', 'other'] },
  notNow: {
    reasons: ['months_1', 'months_3', 'months_6', 'months_12'],
    unchosen: 'brokering.refuse.whenMissing',
    note: 'none',
  },
  setAside: { reasons: ['already_there', 'no_fit', 'no_capacity', 'other'] },
  endReferral: { reasons: ['request_ended'] },
  drop: {
    reasons: ['no_fit', 'no_capacity', 'timing', 'language', 'terms', 'no_response', 'found_elsewhere', 'other'],
  },
  lapse: { reasons: ['no_response'] },
  dissolve: { reasons: ['circle_broken'] },
  endWithRequest: { reasons: ['request_ended'] },
};

const withStance = (
  { parties }: MatchFacts,
  actor: Actor,
  stance: Stance,
  { until = null, refusal = null }: Partial<Pick<MatchParty, 'until' | 'refusal'>> = {},
): readonly MatchParty[] => {
  const own = partyOf(actor, parties);
  return parties.map((p) => (p === own ? { ...p, stance, until, refusal } : p));
};

/** Both are a yes; how much it matters to them, the others read once they are introduced. */
const agreed = (match: MatchFacts, { reason }: MoveInput, actor: Actor) => ({
  parties: withStance(match, actor, reason === 'must' ? 'must' : 'interested'),
});

const asBefore = ({ lastActivityAt }: MatchFacts) => ({ lastActivityAt });

/** What stands in the way of one of its requests stands in the way of all. */
const notYet = (match: MatchFacts) =>
  isBroken(match)
    ? 'brokering.refuse.circleBroken'
    : (requestsOf(match)
        .map(mayNotIntroduce)
        .find((why) => why !== null) ?? null);
const onceBroken = (match: MatchFacts) => (isBroken(match) ? null : 'brokering.refuse.requestStillOpen');
const onceOver = ({ request }: MatchFacts) => (isOver(request) ? null : 'brokering.refuse.requestStillOpen');
const sendable = ({ request, parties }: MatchFacts) => {
  if (!isAnswerable(request)) return 'brokering.refuse.requestNotOpen';
  const known = partiesOfRequest(request);
  return parties.slice(1).some((p) => known.includes(p.organisationId)) ? 'brokering.refuse.alreadyParty' : null;
};

const { movesFor, makeMove } = defineMoves<MatchState, MatchMove, MatchFacts, MoveInput>({
  machine: matchMachine,
  policy: matchPolicy,
  clock: matchClock,
  partiesOf: partiesOfMatch,
  forms: matchForms,
  timed: ['lapse', 'askAgain'],
  guards: {
    sayYes: notYet,
    dissolve: onceBroken,
    endWithRequest: onceOver,
    endReferral: onceOver,
    send: sendable,
  },
  completes: (match, move, _input, actor) =>
    move === 'sayYes' && withStance(match, actor, 'interested').every((p) => isYes(p.stance)) ? 'introduce' : move,
  effects: {
    // What one side answers, or has seen, gives nobody more time: all were asked at once.
    sayYes: (match, input, actor) => ({ ...agreed(match, input, actor), ...asBefore(match) }),
    introduce: agreed,
    sayNo: (match, { reason, note }, actor) => ({
      parties: withStance(match, actor, 'no', { refusal: { reason: reason ?? 'unstated', note: note ?? null } }),
      endReason: 'not_pursued',
      endNote: null,
    }),
    see: (match, _input, actor) => ({ parties: withStance(match, actor, 'seen'), ...asBefore(match) }),
    notNow: (match, { reason }, actor, now, { terms }) => {
      const days = terms.match.notNowDays[reason as keyof typeof terms.match.notNowDays];
      return { parties: withStance(match, actor, 'not_now', { until: addDays(now, days) }), ...asBefore(match) };
    },
    askAgain: ({ parties }, _input, _actor, now) => ({
      parties: parties.map((p) =>
        p.stance === 'not_now' && p.until && p.until <= now ? { ...p, stance: 'unseen', until: null } : p,
      ),
    }),
  },
});

export const matchMovesFor = movesFor;

export const aboutMatch = (match: MatchFacts): AboutMatch => ({
  matchId: match.id,
  requestId: match.requestId,
  expressionId: match.expressionId,
  // What is on the desk alone is no news to anybody else.
  organisationIds: isAtTheDesk(match) ? [] : partiesOfMatch(match),
  alsoAnswers: match.alsoAnswers.map(({ id, organisationId }) => ({ requestId: id, organisationId })),
});

export function makeMatchMove(
  match: MatchFacts,
  asked: MatchMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<MatchFacts, MatchHappening> {
  const { change, deadline, move, from, to, ...made } = makeMove(match, asked, input, actor, now, ctx);
  // That one side said yes is told; how much it wants it is not.
  const reason = move === 'sayYes' ? null : made.reason;
  const stream = `match:${match.id}`;
  const moved = { ...match, ...change };
  const data = { ...aboutMatch(moved), move, from, to, reason };
  if (move === 'introduce')
    return { change, deadline, happening: { name: 'brokering.match.introduced', stream, data: aboutMatch(moved) } };
  if (!isInConfidence(move)) return { change, deadline, happening: { name: 'brokering.match.moved', stream, data } };
  // It concerns whoever answered, or is asked again; nobody hears this stream.
  const own = moved.parties.filter((party) => !match.parties.includes(party)).map((party) => party.organisationId);
  const happening: MatchHappening = {
    name: 'brokering.match.moved',
    stream: `stance:${match.id}`,
    data: { ...data, organisationIds: own },
  };
  return { change, deadline, happening };
}
