import type { Happening } from '../../kernel/index.ts';
import type { ExpressionMove, ExpressionState } from './expression.machine.ts';

export interface AboutExpression {
  readonly expressionId: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly requesterId: string;
}

export type ExpressionHappening =
  | Happening<'brokering.expression.drafted' | 'brokering.expression.revised', AboutExpression>
  | Happening<
      'brokering.expression.sent' | 'brokering.expression.moved',
      AboutExpression & {
        readonly move: ExpressionMove;
        readonly from: ExpressionState;
        readonly to: ExpressionState;
        readonly reason: string | null;
      }
    >;
