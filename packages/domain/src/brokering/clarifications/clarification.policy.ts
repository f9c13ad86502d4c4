import { anyOf, belongsTo, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { canViewRequest, partiesOfRequest } from '../requests/index.ts';
import { actsForThe, impartialBroker } from '../rules.ts';
import type { ClarificationFacts } from './clarification.facts.ts';
import type { ClarificationMove } from './clarification.machine.ts';

const asker = actsForThe<ClarificationFacts>((clarification) => clarification.organisationId);
const requester = actsForThe<ClarificationFacts>((clarification) => clarification.request.organisationId);
const broker = impartialBroker<ClarificationFacts>(({ organisationId, request }) => [
  ...partiesOfRequest(request),
  organisationId,
]);
const colleague: Rule<ClarificationFacts> = (actor, { organisationId, request }) =>
  belongsTo(actor, organisationId) && canViewRequest(actor, request);
/** Asked in the open and answered: it belongs to the request from then on. */
const published: Rule<ClarificationFacts> = (actor, { open, state, request }) =>
  open && state === 'answered' && canViewRequest(actor, request);

export const clarificationPolicy: Policy<'view' | ClarificationMove, ClarificationFacts> = {
  view: anyOf(asker, colleague, requester, broker, published),
  answer: requester,
  withdraw: asker,
  lapse: theSystem,
  endWithRequest: theSystem,
};
