import { type Actor, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import type { ExpressionFacts } from '../expressions/index.ts';
import { isAnswerable, isOver, partiesOfRequest, type RequestFacts } from '../requests/index.ts';
import { brokers, isPartial } from '../rules.ts';
import { type BrokeringContext, begun, type MoveInput } from '../subject.ts';
import { matchClock } from './match.clock.ts';
import type { AboutMatch, MatchHappening } from './match.events.ts';
import { isYes, type MatchFacts, type MatchParty, partiesOfMatch, partyOf, type Stance } from './match.facts.ts';
import { type MatchMove, type MatchState, matchMachine } from './match.machine.ts';
import { matchPolicy } from './match.policy.ts';

export const matchForms: Partial<Record<MatchMove, MoveForm>> = {
  // The other side reads no more than that it was not pursued.
  sayNo: { reasons: ['not_pursued'] },
  drop: {
    reasons: ['no_fit', 'no_capacity', 'timing', 'language', 'terms', 'no_response', 'found_elsewhere', 'other'],
  },
  lapse: { reasons: ['no_response'] },
  endWithRequest: { reasons: ['request_ended'] },
};

const withStance = ({ parties }: MatchFacts, actor: Actor, stance: Stance): readonly MatchParty[] => {
  const own = partyOf(actor, parties);
  return parties.map((p) => (p === own ? { ...p, stance } : p));
};

const { movesFor, makeMove } = defineMoves<MatchState, MatchMove, MatchFacts, MoveInput>({
  machine: matchMachine,
  policy: matchPolicy,
  clock: matchClock,
  partiesOf: partiesOfMatch,
  forms: matchForms,
  timed: ['lapse'],
  guards: {
    endWithRequest: ({ request }) => (isOver(request) ? null : 'brokering.refuse.requestStillOpen'),
  },
  completes: (match, move, _input, actor) =>
    move === 'sayYes' && withStance(match, actor, 'interested').every((p) => isYes(p.stance)) ? 'introduce' : move,
  effects: {
    sayYes: (match, _input, actor) => ({ parties: withStance(match, actor, 'interested') }),
    introduce: (match, _input, actor) => ({ parties: withStance(match, actor, 'interested') }),
    sayNo: (match, _input, actor) => ({ parties: withStance(match, actor, 'no') }),
  },
});

export const matchMovesFor = movesFor;

const about = (match: MatchFacts): AboutMatch => ({
  matchId: match.id,
  requestId: match.requestId,
  expressionId: match.expressionId,
  organisationIds: partiesOfMatch(match),
});

export function makeMatchMove(
  match: MatchFacts,
  asked: MatchMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<MatchFacts, MatchHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(match, asked, input, actor, now, ctx);
  const stream = `match:${match.id}`;
  const happening: MatchHappening =
    move === 'introduce'
      ? { name: 'brokering.match.introduced', stream, data: about(match) }
      : { name: 'brokering.match.moved', stream, data: { ...about(match), move, from, to, reason } };
  return { change, deadline, happening };
}

const begin = (
  id: string,
  request: RequestFacts,
  expressionId: string | null,
  state: 'suggested' | 'introduced',
  otherId: string,
  now: Date,
  ctx: BrokeringContext,
) => {
  const stance: Stance = state === 'introduced' ? 'interested' : 'unseen';
  const parties = [request.organisationId, otherId].map((organisationId) => ({ organisationId, stance }));
  const match: MatchFacts = { ...begun(now), id, state, requestId: request.id, request, expressionId, parties };
  const happening: MatchHappening = { name: `brokering.match.${state}`, stream: `match:${id}`, data: about(match) };
  return { match, happening, deadline: matchClock.deadlineOf(match, now, ctx) };
};

/** Both sides said yes, the requester by accepting and the sender by confirming: from here on contacts are open. */
export function introduce(expression: ExpressionFacts, matchId: string, now: Date, ctx: BrokeringContext) {
  if (expression.state !== 'confirmed') throw new Refusal('unmet-condition', 'brokering.refuse.notConfirmed');
  return begin(matchId, expression.request, expression.id, 'introduced', expression.organisationId, now, ctx);
}

/**
 * A partner suggested by a broker or by the system. `openSuggestions` counts those the organisation has not answered.
 * `requestChange` is the record of effort, stored with it.
 */
export function suggest(
  request: RequestFacts,
  organisationId: string,
  matchId: string,
  openSuggestions: number,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const parties = [...partiesOfRequest(request), organisationId];
  if (actor.kind !== 'system' && !brokers(actor, request))
    throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (isPartial(actor, parties)) throw new Refusal('not-permitted', 'brokering.refuse.ownOrganisation');
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  if (partiesOfRequest(request).includes(organisationId))
    throw new Refusal('already-done', 'brokering.refuse.alreadyParty');
  const most = ctx.terms.match.openSuggestionsEach;
  if (openSuggestions >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughSuggestions', { most });
  return {
    ...begin(matchId, request, null, 'suggested', organisationId, now, ctx),
    requestChange: {
      suggestions: request.suggestions + 1,
      counterpartIds: [...request.counterpartIds, organisationId],
    },
  };
}
