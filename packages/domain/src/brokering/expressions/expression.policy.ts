import { allOf, anyOf, not, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { partiesOfRequest } from '../requests/index.ts';
import { actsForThe, impartialBroker, isAuthor } from '../rules.ts';
import type { ExpressionFacts } from './expression.facts.ts';
import type { ExpressionMove } from './expression.machine.ts';

const sender = actsForThe<ExpressionFacts>((expression) => expression.organisationId);
const requester = actsForThe<ExpressionFacts>((expression) => expression.request.organisationId);
/** Whoever belongs to another organisation that answered is a rival here, and rivals do not see each other. */
const broker = impartialBroker<ExpressionFacts>(({ request }) => partiesOfRequest(request));
const wasSent: Rule<ExpressionFacts> = (_, { sentAt }) => sentAt !== null;
const accepter: Rule<ExpressionFacts> = (actor, { acceptedBy }) => actor.id === acceptedBy;

export const expressionPolicy: Policy<'view' | ExpressionMove, ExpressionFacts> = {
  view: anyOf(sender, isAuthor, allOf(wasSent, anyOf(requester, broker))),
  send: sender,
  see: requester,
  discuss: requester,
  accept: requester,
  // One person may act for both sides, but does not say yes for both (invariant I6).
  confirm: allOf(sender, not(accepter)),
  decline: requester,
  withdraw: sender,
  discard: theSystem,
  lapse: theSystem,
  endWithRequest: theSystem,
};
