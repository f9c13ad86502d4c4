import type { Deadline } from '../kernel/index.ts';
import type { BoardFacts } from './board/board.facts.ts';
import type { QaHappening } from './qa.events.ts';
import type { QuestionFacts } from './question/question.facts.ts';

export type QuestionChange = Pick<QuestionFacts, 'id' | 'seq'> & Partial<Omit<QuestionFacts, 'id' | 'seq' | 'boardId'>>;

/** What changes on a board in one go. The board takes the new number, and so does every question named here. */
export interface BoardDecision {
  readonly seq: number;
  readonly board: Partial<Pick<BoardFacts, 'phase' | 'mode' | 'identity'>>;
  readonly questions: readonly QuestionChange[];
  readonly happenings: readonly QaHappening[];
  /** Armed by it; those of a question or board that is named here and has none in the list are disarmed. */
  readonly deadlines: readonly Deadline[];
}

export const decided = (
  board: Pick<BoardFacts, 'seq'>,
  parts: Partial<Omit<BoardDecision, 'seq' | 'questions'>> & {
    readonly questions?: readonly (Omit<QuestionChange, 'seq'> & { readonly id: string })[];
  },
): BoardDecision => {
  const seq = board.seq + 1;
  const { board: change = {}, questions = [], happenings = [], deadlines = [] } = parts;
  return { seq, board: change, questions: questions.map((q) => ({ ...q, seq })), happenings, deadlines };
};
