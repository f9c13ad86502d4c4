import type { Happening } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import type { RequestFacts } from '../requests/index.ts';
import type { Subject } from '../subject.ts';
import type { ClarificationMove, ClarificationState } from './clarification.machine.ts';

/** What another organisation wants to know of a published request before it answers it. */
export interface ClarificationFacts extends Subject<ClarificationState> {
  readonly requestId: string;
  readonly request: RequestFacts;
  /** Who asks. */
  readonly organisationId: string;
  readonly authorId: string;
  /** Once answered, it stands with the request for everybody who reads that. */
  readonly open: boolean;
  readonly question: LocalizedText;
  readonly answer: LocalizedText | null;
  readonly answeredBy: string | null;
}

export const partiesOfClarification = ({ organisationId, request }: ClarificationFacts): readonly string[] => [
  organisationId,
  request.organisationId,
];

export interface AboutClarification {
  readonly clarificationId: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly requesterId: string;
}
export type ClarificationHappening =
  | Happening<'brokering.clarification.asked', AboutClarification>
  | Happening<
      'brokering.clarification.moved',
      AboutClarification & {
        readonly move: ClarificationMove;
        readonly from: ClarificationState;
        readonly to: ClarificationState;
        readonly reason: string | null;
      }
    >;
