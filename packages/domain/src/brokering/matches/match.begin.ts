import { type Actor, addDays, Refusal } from '../../kernel/index.ts';
import type { ExpressionFacts } from '../expressions/index.ts';
import { canViewRequest, isAnswerable, partiesOfRequest, type RequestFacts } from '../requests/index.ts';
import { brokers, isPartial } from '../rules.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { matchClock } from './match.clock.ts';
import { aboutMatch, makeMatchMove } from './match.decide.ts';
import type { MatchHappening } from './match.events.ts';
import type { MatchFacts, MatchOrigin, Stance } from './match.facts.ts';

interface Beginning {
  readonly id: string;
  readonly request: RequestFacts;
  readonly otherId: string;
  readonly state: 'referred' | 'suggested' | 'introduced';
  readonly origin: MatchOrigin;
  readonly expressionId?: string;
  readonly referredBy?: string | null;
}
const begin = ({ request, otherId, ...more }: Beginning, now: Date, ctx: BrokeringContext) => {
  const { id, state } = more;
  const stance: Stance = state === 'introduced' ? 'interested' : 'unseen';
  const parties = [request.organisationId, otherId].map((organisationId) => ({ organisationId, stance, until: null }));
  const nobodys = { expressionId: null, referredBy: null };
  const match: MatchFacts = { ...begun(now), ...nobodys, ...more, requestId: request.id, request, parties };
  const happening: MatchHappening = {
    name: `brokering.match.${state}`,
    stream: `match:${id}`,
    data: aboutMatch(match),
  };
  return { match, happening, deadline: matchClock.deadlineOf(match, now, ctx) };
};

/** Both sides said yes, the requester by accepting and the sender by confirming: from here on contacts are open. */
export function introduce(expression: ExpressionFacts, id: string, now: Date, ctx: BrokeringContext) {
  if (expression.state !== 'confirmed') throw new Refusal('unmet-condition', 'brokering.refuse.notConfirmed');
  const { request, organisationId: otherId, id: expressionId } = expression;
  return begin({ id, request, otherId, expressionId, state: 'introduced', origin: 'expression' }, now, ctx);
}

/** How an organisation stands to being suggested to another one. */
export interface Standing {
  /** Suggestions it has not answered. */
  readonly open: number;
  /** When one of the two last said no to the other. */
  readonly refusedAt: Date | null;
}

function refuseUnlessFree({ open, refusedAt }: Standing, now: Date, { terms: { match: t } }: BrokeringContext): void {
  if (refusedAt && now < addDays(refusedAt, t.refusalDays))
    throw new Refusal('unmet-condition', 'brokering.refuse.refusedLately', { days: t.refusalDays });
  const most = t.openSuggestionsEach;
  if (open >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughSuggestions', { most });
}

/** The record of effort, stored with what was suggested. */
const effortOf = ({ suggestions, counterpartIds }: RequestFacts, organisationId: string) => ({
  suggestions: suggestions + 1,
  counterpartIds: [...counterpartIds, organisationId],
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

export interface Suggested {
  readonly id: string;
  readonly organisationId: string;
  readonly origin: 'broker' | 'matcher';
  readonly standing: Standing;
}

/** A partner suggested by a broker or by the system. */
export function suggest(
  request: RequestFacts,
  { id, organisationId, origin, standing }: Suggested,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  refuseUnlessMaySuggest(request, actor, [organisationId]);
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  if (partiesOfRequest(request).includes(organisationId))
    throw new Refusal('already-done', 'brokering.refuse.alreadyParty');
  refuseUnlessFree(standing, now, ctx);
  return {
    ...begin({ id, request, otherId: organisationId, state: 'suggested', origin }, now, ctx),
    requestChange: effortOf(request, organisationId),
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
  if (actor.id === null) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  if (organisationId === request.organisationId) throw new Refusal('unmet-condition', 'brokering.refuse.ownRequest');
  if (waiting.some((one) => one.requestId === request.id && one.organisationId === organisationId))
    throw new Refusal('already-done', 'brokering.refuse.alreadyReferred');
  const most = ctx.terms.match.openReferralsEach;
  if (waiting.length >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughReferrals', { most });
  return begin(
    { id, request, otherId: organisationId, state: 'referred', origin: 'member', referredBy: actor.id },
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
  const other = match.parties[1]?.organisationId ?? '';
  return { ...decision, requestChange: effortOf(match.request, other) };
}
