import { type Actor, actsFor, Refusal } from '../../kernel/index.ts';
import type { Decision } from '../decide.ts';
import { isAuthor } from '../rules.ts';
import type { BrokeringContext } from '../subject.ts';
import { requestClock } from './request.clock.ts';
import { refuseWithoutCluster } from './request.content.ts';
import type { RequestHappening } from './request.events.ts';
import type { RequestContent, RequestFacts } from './request.facts.ts';
import { canViewRequest } from './request.policy.ts';

/** Its words are its writer's before it is sent, and a delegate's again while the desk waits for an answer. */
export const mayRevise = (actor: Actor, request: RequestFacts): boolean => {
  const delegate = actsFor(actor, request.organisationId);
  if (request.state === 'draft') return delegate || isAuthor(actor, request);
  return request.state === 'needs_info' && delegate;
};

export type Revision = Partial<
  RequestContent & Pick<RequestFacts, 'kind' | 'clusterId' | 'visibility' | 'lines' | 'contactPolicy'>
>;

/** New words; the clock of an answer that is awaited goes on, that of a draft starts anew. */
export function reviseRequest(
  request: RequestFacts,
  revision: Revision,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<RequestFacts, RequestHappening> {
  if (!canViewRequest(actor, request)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (!mayRevise(actor, request)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  refuseWithoutCluster({ ...request, ...revision });
  // What is addressed to somebody is offered to them.
  const change = { ...revision, ...(request.addressedTo && { kind: request.kind }), lastActivityAt: now };
  const data = { requestId: request.id, organisationId: request.organisationId };
  return {
    change,
    happening: { name: 'brokering.request.revised', stream: `request:${request.id}`, data },
    deadline: requestClock.deadlineOf({ ...request, ...change }, now, ctx),
  };
}
