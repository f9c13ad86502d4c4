import type { Happening } from '../kernel/index.ts';
import type { BoardMode, IdentityPolicy } from './board/board.facts.ts';
import type { BoardMove, BoardPhase } from './board/board.machine.ts';
import type { QuestionMove, QuestionState } from './question/question.machine.ts';

interface OfBoard {
  readonly boardId: string;
  /** The board's number after it. */
  readonly seq: number;
}
interface OfQuestion extends OfBoard {
  readonly questionId: string;
  /** Done by an asker or a voter on an anonymous board: no record of it may name who (Q5). */
  readonly unnamed: boolean;
}

export type BoardMoved = Happening<
  'qa.board.moved',
  OfBoard & { readonly move: BoardMove; readonly from: BoardPhase; readonly to: BoardPhase }
>;
export type BoardModeChanged = Happening<'qa.board.modeChanged', OfBoard & { readonly mode: BoardMode }>;
export type BoardIdentityChanged = Happening<
  'qa.board.identityChanged',
  OfBoard & { readonly identity: IdentityPolicy }
>;
export type QuestionSubmitted = Happening<'qa.question.submitted', OfQuestion & { readonly state: QuestionState }>;
export type QuestionMoved = Happening<
  'qa.question.moved',
  OfQuestion & {
    readonly move: QuestionMove;
    readonly from: QuestionState;
    readonly to: QuestionState;
    readonly into: string | null;
  }
>;
export type QuestionVoted = Happening<'qa.question.voted', OfQuestion & { readonly voteCount: number }>;
export type AnswerClaimed = Happening<'qa.answer.claimed', OfQuestion & { readonly until: string }>;
export type AnswerReleased = Happening<'qa.answer.released', OfQuestion>;

export type QaHappening =
  | BoardMoved
  | BoardModeChanged
  | BoardIdentityChanged
  | QuestionSubmitted
  | QuestionMoved
  | QuestionVoted
  | AnswerClaimed
  | AnswerReleased;

/** Whether the record of this happening must not say who did it. */
export const mustStayUnnamed = ({ data }: QaHappening): boolean => 'unnamed' in data && data.unnamed;
