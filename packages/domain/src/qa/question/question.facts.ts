import type { LocalizedText } from '../../translation/index.ts';
import type { BoardFacts } from '../board/board.facts.ts';
import type { ClosingReason, DismissalReason, QuestionState } from './question.machine.ts';

/** Who writes the answer now, and until when nobody else may. */
export interface AnswerClaim {
  readonly by: string;
  readonly until: Date;
}

export interface QuestionFacts {
  readonly id: string;
  readonly version: number;
  readonly boardId: string;
  /** The board's number at which this question last changed. */
  readonly seq: number;
  /** Made on the device that asked: one question for each, ever (Q1). */
  readonly clientUuid: string;
  readonly state: QuestionState;
  readonly askerHandle: string;
  /** The member who asked; never known on an anonymous board (Q5). */
  readonly askerId: string | null;
  /** What the card shows instead of a name: "Practitioner · Benin · local government". */
  readonly alias: string | null;
  readonly text: LocalizedText;
  /** As it was asked, if a moderator has edited it. */
  readonly original: LocalizedText | null;
  readonly answer: LocalizedText | null;
  readonly voteCount: number;
  readonly submittedAt: Date;
  readonly publishedAt: Date | null;
  readonly onAirAt: Date | null;
  readonly answeredAt: Date | null;
  /** Where to hear the answer in the recording, from its start. */
  readonly recordingOffsetMs: number | null;
  readonly dismissalReason: DismissalReason | null;
  readonly closingReason: ClosingReason | null;
  /** The asker has rewritten it after a dismissal; that is possible once. */
  readonly resent: boolean;
  readonly mergedInto: string | null;
  readonly mergedFrom: QuestionState | null;
  readonly mergedAt: Date | null;
  /** Who owes the deferred answer, and when. */
  readonly ownerId: string | null;
  readonly dueAt: Date | null;
  readonly claim: AnswerClaim | null;
}

/** A question as a rule must look at it: on its board, by whoever holds the handle. */
export interface QuestionOnBoard {
  readonly board: BoardFacts;
  readonly question: QuestionFacts;
  readonly handle: string | null;
}
