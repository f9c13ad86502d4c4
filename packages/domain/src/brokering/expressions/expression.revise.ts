import { type Actor, actsFor, can, Refusal } from '../../kernel/index.ts';
import type { Decision } from '../decide.ts';
import { isAuthor } from '../rules.ts';
import type { BrokeringContext } from '../subject.ts';
import { expressionClock } from './expression.clock.ts';
import { aboutExpression } from './expression.decide.ts';
import type { ExpressionHappening } from './expression.events.ts';
import type { ExpressionFacts } from './expression.facts.ts';
import { expressionPolicy } from './expression.policy.ts';

/** What was sent stays as it was sent. */
export const mayReviseExpression = (actor: Actor, expression: ExpressionFacts): boolean =>
  expression.state === 'draft' && (actsFor(actor, expression.organisationId) || isAuthor(actor, expression));

/** Both sides talk while they find out whether it fits. */
export const mayReply = (actor: Actor, { state, organisationId, request }: ExpressionFacts): boolean =>
  state === 'in_dialogue' && (actsFor(actor, organisationId) || actsFor(actor, request.organisationId));

export function reviseExpression(
  expression: ExpressionFacts,
  revision: Partial<Pick<ExpressionFacts, 'message' | 'weBring'>>,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<ExpressionFacts, ExpressionHappening> {
  if (!can(expressionPolicy, actor, 'view', expression)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (!mayReviseExpression(actor, expression)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  const change = { ...revision, lastActivityAt: now };
  return {
    change,
    happening: {
      name: 'brokering.expression.revised',
      stream: `expression:${expression.id}`,
      data: aboutExpression(expression),
    },
    deadline: expressionClock.deadlineOf({ ...expression, ...change }, now, ctx),
  };
}
