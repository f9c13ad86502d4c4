import type { LocalizedText } from '../../translation/index.ts';
import type { RequestFacts } from '../requests/index.ts';
import type { Subject } from '../subject.ts';
import type { ExpressionState } from './expression.machine.ts';

/** An organisation's interest in a request. The requester is `request.organisationId`. */
export interface ExpressionFacts extends Subject<ExpressionState> {
  readonly requestId: string;
  readonly request: RequestFacts;
  /** The sender. */
  readonly organisationId: string;
  readonly authorId: string;
  readonly message: LocalizedText | null;
  readonly weBring: LocalizedText | null;
  readonly sentAt: Date | null;
  readonly acceptedBy: string | null;
}

export const partiesOfExpression = ({ organisationId, request }: ExpressionFacts): readonly string[] => [
  organisationId,
  request.organisationId,
];
