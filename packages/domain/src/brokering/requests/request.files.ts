import type { FileRules } from '../../files/index.ts';
import { type Actor, actsFor, belongsTo } from '../../kernel/index.ts';
import { isAuthor } from '../rules.ts';
import type { RequestFacts } from './request.facts.ts';
import { canViewRequest, isImpartialBroker } from './request.policy.ts';
import { mayRevise } from './request.revise.ts';

/** A draft nobody but its writers ever saw, and which they threw away: its files go with it. */
export const isThrownAway = ({ state, submittedAt }: Pick<RequestFacts, 'state' | 'submittedAt'>): boolean =>
  state === 'withdrawn' && submittedAt === null;

/**
 * Documents are read by whoever reads the request, evidence by its own organisation and an impartial desk. Its side takes a
 * file back whenever it likes; the desk takes away what must not stand there.
 */
export function requestFiles(actor: Actor, request: RequestFacts): FileRules {
  const { organisationId, state } = request;
  const readable = canViewRequest(actor, request);
  const desk = isImpartialBroker(actor, request);
  const inside = desk || belongsTo(actor, organisationId);
  const keeps = readable && (actsFor(actor, organisationId) || (state === 'draft' && isAuthor(actor, request)));
  return {
    stream: `request:${request.id}`,
    visible: readable,
    attachFor: mayRevise(actor, request) ? organisationId : null,
    mayRead: ({ open }) => readable && (open || inside),
    mayChange: () => keeps,
    mayRemove: () => keeps || (readable && desk),
    closed: false,
  };
}
