import { type Actor, addWorkingDays, Refusal } from '../../kernel/index.ts';
import type { Decision } from '../decide.ts';
import type { BrokeringContext } from '../subject.ts';
import { requestClock } from './request.clock.ts';
import type { RequestHappening } from './request.events.ts';
import { isOpenCase, type RequestFacts } from './request.facts.ts';
import { isImpartialBroker, isImpartialLead } from './request.policy.ts';

/** What nobody has read yet is claimed, not handed. */
const isToBeClaimed = ({ claimedBy, state }: RequestFacts): boolean =>
  claimedBy === null && (state === 'draft' || state === 'submitted');

/** A lead broker may give a case to any other; one that nobody holds, any broker may take. */
export const mayHandOver = (actor: Actor, request: RequestFacts, to: string): boolean =>
  isOpenCase(request) &&
  !isToBeClaimed(request) &&
  (isImpartialLead(actor, request) ||
    (request.claimedBy === null && to === actor.id && isImpartialBroker(actor, request)));

const handed = (
  request: RequestFacts,
  change: Partial<RequestFacts>,
  now: Date,
  ctx: BrokeringContext,
): Decision<RequestFacts, RequestHappening> => {
  const after = { ...request, ...change };
  return {
    change,
    deadline: requestClock.deadlineOf(after, now, ctx),
    happening: {
      name: 'brokering.request.handedOver',
      stream: `request:${request.id}`,
      data: {
        requestId: request.id,
        organisationId: request.organisationId,
        before: request.claimedBy,
        after: after.claimedBy,
        to: after.state,
      },
    },
  };
};

export function handOver(request: RequestFacts, to: Actor, actor: Actor, now: Date, ctx: BrokeringContext) {
  if (!mayHandOver(actor, request, to.id ?? '')) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!mayHold(to, request)) throw new Refusal('unmet-condition', 'brokering.refuse.notABroker', {}, 'to');
  if (to.id === request.claimedBy) throw new Refusal('already-done', 'brokering.refuse.alreadyTheirs', {}, 'to');
  const lease = addWorkingDays(now, ctx.terms.request.leaseWithin, ctx.desk);
  const review = request.state === 'in_review' ? { leaseUntil: lease, proposal: null } : {};
  return handed(request, { claimedBy: to.id, ...review }, now, ctx);
}

/** A case is held by a broker none of whose own organisations is a party, and by nobody else (invariant I11). */
export const mayHold = isImpartialBroker;

/** Whoever holds it may not, or not any more: whoever is at the desk takes it on. */
export function returnToDesk(request: RequestFacts, now: Date, ctx: BrokeringContext) {
  const review = request.state === 'in_review' ? ({ state: 'submitted', stateSince: now } as const) : {};
  return handed(request, { claimedBy: null, leaseUntil: null, reviewLeft: null, proposal: null, ...review }, now, ctx);
}
