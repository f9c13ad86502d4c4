import { type Actor, addDays, Refusal } from '../../kernel/index.ts';
import type { ExpressionFacts } from '../expressions/index.ts';
import { rolesIn } from '../party-roles.ts';
import { canViewRequest, isAnswerable, mayRefer, partiesOfRequest, type RequestFacts } from '../requests/index.ts';
import { brokers, isPartial } from '../rules.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { matchClock } from './match.clock.ts';
import { aboutMatch, makeMatchMove } from './match.decide.ts';
import type { MatchHappening } from './match.events.ts';
import {
  type AnsweredRequest,
  type MatchFacts,
  type MatchOrigin,
  type MatchParty,
  partiesOfMatch,
  type Stance,
} from './match.facts.ts';

type Party = Pick<MatchParty, 'organisationId' | 'part'>;

interface Beginning {
  readonly id: string;
  readonly request: RequestFacts;
  /** The owner of the request is first. */
  readonly parties: readonly Party[];
  readonly alsoAnswers?: readonly AnsweredRequest[];
  readonly state: 'referred' | 'suggested' | 'introduced';
  readonly origin: MatchOrigin;
  readonly expressionId?: string;
  readonly referredBy?: string | null;
}
const begin = ({ request, ...more }: Beginning, now: Date, ctx: BrokeringContext) => {
  const { id, state } = more;
  const stance: Stance = state === 'introduced' ? 'interested' : 'unseen';
  // Whoever offered said yes by offering.
  const stanceOf = ({ organisationId }: Party): Stance =>
    more.origin === 'unsolicited' && organisationId === request.organisationId ? 'interested' : stance;
  const parties = more.parties.map((party) => ({ ...party, stance: stanceOf(party), until: null, refusal: null }));
  const nobodys = { expressionId: null, referredBy: null, alsoAnswers: [], inWords: false };
  const match: MatchFacts = { ...begun(now), ...nobodys, ...more, requestId: request.id, request, parties };
  const happening: MatchHappening = {
    name: `brokering.match.${state}`,
    stream: `match:${id}`,
    data: aboutMatch(match),
  };
  return { match, happening, deadline: matchClock.deadlineOf(match, now, ctx) };
};

/** The owner of a request and one other, each with the part that the kind of the request gives it. */
const pairOf = ({ kind, organisationId }: RequestFacts, otherId: string): readonly Party[] => [
  { organisationId, part: rolesIn[kind].owner },
  { organisationId: otherId, part: rolesIn[kind].other },
];

/** Both sides said yes, the requester by accepting and the sender by confirming: from here on contacts are open. */
export function introduce(expression: ExpressionFacts, id: string, now: Date, ctx: BrokeringContext) {
  if (expression.state !== 'confirmed') throw new Refusal('unmet-condition', 'brokering.refuse.notConfirmed');
  const { request, organisationId, id: expressionId } = expression;
  const parties = pairOf(request, organisationId);
  return begin({ id, request, parties, expressionId, state: 'introduced', origin: 'expression' }, now, ctx);
}

/** How those of a suggestion stand to it. */
export interface Standing {
  /** Suggestions that whoever of them has most of has not answered, or only with “not now”. */
  readonly open: number;
  /** When one of them last said no to another, or to this very circle. */
  readonly refusedAt: Date | null;
}

/**
 * A no is respected for a year and reaches as far as it was asked: a no between two keeps these two out of every circle,
 * a no to a circle keeps the same organisations out of that circle and of nothing else.
 */
function refuseUnlessFree({ open, refusedAt }: Standing, now: Date, { terms: { match: t } }: BrokeringContext): void {
  if (refusedAt && now < addDays(refusedAt, t.refusalDays))
    throw new Refusal('unmet-condition', 'brokering.refuse.refusedLately', { days: t.refusalDays });
  const most = t.openSuggestionsEach;
  if (open >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughSuggestions', { most });
}

type Effort = Pick<RequestFacts, 'organisationId' | 'suggestions' | 'counterpartIds'>;
/** The record of effort, stored with what was suggested: one suggestion more, whatever number of partners was in it. */
export const effortOf = ({ organisationId, suggestions, counterpartIds }: Effort, suggested: readonly string[]) => ({
  suggestions: suggestions + 1,
  counterpartIds: [...new Set([...counterpartIds, ...suggested.filter((id) => id !== organisationId)])],
});

/** May read whom the matcher finds for a request, and suggest them: a broker or the system, without a stake in it. */
export function refuseUnlessMaySuggest(
  request: Pick<RequestFacts, 'organisationId' | 'counterpartIds'>,
  actor: Actor,
  others: readonly string[] = [],
): void {
  if (actor.kind !== 'system' && !brokers(actor, request))
    throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (isPartial(actor, [...partiesOfRequest(request), ...others]))
    throw new Refusal('not-permitted', 'brokering.refuse.ownOrganisation');
}

interface Wanted {
  readonly id: string;
  readonly standing: Standing;
}
export interface Suggested extends Wanted {
  readonly organisationId: string;
  readonly origin: 'broker' | 'matcher' | 'unsolicited';
  /** Further organisations, each with the part it would have: who pays for what the two do together. */
  readonly companions?: readonly Party[];
}
export interface SuggestedRing extends Wanted {
  /** What the others ask, in the order of the ring: each of them has what the one before it asks. */
  readonly others: readonly (AnsweredRequest & Effort)[];
  /** One of its requests stands in a ring that is not over. */
  readonly taken: boolean;
}

/** A partner suggested by a broker or by the system, alone or with others who make it possible. */
export function suggest(
  request: RequestFacts,
  { id, organisationId, origin, standing, companions = [] }: Suggested,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const parties = [...pairOf(request, organisationId), ...companions];
  const ids = parties.map((p) => p.organisationId);
  refuseUnlessMaySuggest(request, actor, ids);
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  // Whom an offer is addressed to is a party from its first word, and is asked when it is let through.
  const known = partiesOfRequest(request).filter((one) => origin !== 'unsolicited' || one !== request.addressedTo);
  if (ids.slice(1).some((one) => known.includes(one)))
    throw new Refusal('already-done', 'brokering.refuse.alreadyParty');
  if (new Set(ids).size < ids.length)
    throw new Refusal('unmet-condition', 'brokering.refuse.partyTwice', {}, 'alongside');
  refuseUnlessFree(standing, now, ctx);
  return {
    ...begin({ id, request, parties, state: 'suggested', origin }, now, ctx),
    requestChange: effortOf(request, ids),
  };
}

/** A ring: one suggestion to all of them, on the request of the first, that answers what each of them asks. */
export function suggestRing(
  request: RequestFacts,
  { id, others, standing, taken }: SuggestedRing,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const asked = [request, ...others];
  const ids = asked.map(({ organisationId }) => organisationId);
  for (const one of asked) refuseUnlessMaySuggest(one, actor, ids);
  const giverOf = (i: number): string => ids[(i + 1) % ids.length] ?? '';
  const holds = asked.every((one, i) => isAnswerable(one) && !partiesOfRequest(one).includes(giverOf(i)));
  if (!holds || new Set(ids).size < ids.length) throw new Refusal('unmet-condition', 'brokering.refuse.circleBroken');
  if (taken) throw new Refusal('unmet-condition', 'brokering.refuse.circleTaken');
  refuseUnlessFree(standing, now, ctx);
  const parties = ids.map((organisationId) => ({ organisationId, part: 'mutual' as const }));
  return {
    ...begin({ id, request, parties, alsoAnswers: others, state: 'suggested', origin: 'matcher' }, now, ctx),
    requestChanges: asked.map((one) => effortOf(one, ids)),
  };
}

/**
 * What a member knows: this city has done it. Neither side hears of it before a broker sends it on; that it may be known
 * already is not told either. `waiting` are the member's hints that no broker has decided on, by what they point out.
 */
export function refer(
  request: RequestFacts,
  {
    id,
    organisationId,
    waiting,
  }: { readonly id: string; readonly organisationId: string; readonly waiting: readonly Waiting[] },
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  if (!canViewRequest(actor, request)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  if (actor.id === null || !mayRefer(actor, request))
    throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (organisationId === request.organisationId) throw new Refusal('unmet-condition', 'brokering.refuse.ownRequest');
  if (waiting.some((one) => one.requestId === request.id && one.organisationId === organisationId))
    throw new Refusal('already-done', 'brokering.refuse.alreadyReferred');
  const most = ctx.terms.match.openReferralsEach;
  if (waiting.length >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughReferrals', { most });
  return begin(
    {
      id,
      request,
      parties: pairOf(request, organisationId),
      state: 'referred',
      origin: 'member',
      referredBy: actor.id,
    },
    now,
    ctx,
  );
}
interface Waiting {
  readonly requestId: string;
  readonly organisationId: string;
}

/** A broker sends a hint on to both sides: from here on it is a suggestion like any other. */
export function sendReferral(match: MatchFacts, standing: Standing, actor: Actor, now: Date, ctx: BrokeringContext) {
  const decision = makeMatchMove(match, 'send', {}, actor, now, ctx);
  refuseUnlessFree(standing, now, ctx);
  return { ...decision, requestChange: effortOf(match.request, partiesOfMatch(match)) };
}
