import type { FileRules } from '../../files/index.ts';
import { type Actor, can } from '../../kernel/index.ts';
import type { ExpressionFacts } from './expression.facts.ts';
import { expressionPolicy } from './expression.policy.ts';
import { mayReviseExpression } from './expression.revise.ts';

/** A draft that nobody was sent: its files go with it. */
export const isUnsent = ({ endedAt, sentAt }: Pick<ExpressionFacts, 'endedAt' | 'sentAt'>): boolean =>
  endedAt !== null && sentAt === null;

/** The sender's files, for both sides and the desk; what was sent stays as it was sent. */
export function expressionFiles(actor: Actor, expression: ExpressionFacts): FileRules {
  const writes = mayReviseExpression(actor, expression);
  const visible = can(expressionPolicy, actor, 'view', expression);
  return {
    stream: `expression:${expression.id}`,
    visible,
    attachFor: writes ? expression.organisationId : null,
    mayRead: () => visible,
    mayChange: () => false,
    mayRemove: () => writes,
    closed: false,
  };
}
