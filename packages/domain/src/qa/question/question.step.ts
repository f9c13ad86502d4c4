import { demand, demandMove, type Law, lawfulMoves } from '../../kernel/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import type { QuestionChange } from '../qa.decision.ts';
import type { QuestionMoved } from '../qa.events.ts';
import type { QuestionFacts, QuestionOnBoard } from './question.facts.ts';
import { type QuestionMove, type QuestionState, questionMachine } from './question.machine.ts';
import { phasesOf, questionPolicy } from './question.policy.ts';

export const questionLaw: Law<QuestionState, QuestionMove, QuestionOnBoard> = {
  machine: questionMachine,
  policy: questionPolicy,
  notFound: 'qa.refuse.questionNotFound',
  notPermitted: 'qa.refuse.questionNotYours',
  noSuchMove: 'qa.refuse.questionMoved',
};

/** Undoing a merge has its own way in, because it must be in time and must go back to where the question was. */
const undoing: readonly QuestionMove[] = ['hold', 'unmerge'];

/** The moves this participant could make now. */
export const questionMovesFor = (
  { actor, handle }: Participant,
  board: BoardFacts,
  question: QuestionFacts,
): QuestionMove[] =>
  lawfulMoves(questionLaw, question.state, actor, { board, question, handle }).filter(
    (move) => phasesOf[move].includes(board.phase) && !undoing.includes(move),
  );

export type QuestionFields = Partial<Omit<QuestionFacts, 'id' | 'seq' | 'boardId' | 'state'>>;

export interface Step {
  readonly change: Omit<QuestionChange, 'seq'> & { readonly state: QuestionState };
  readonly happening: QuestionMoved;
}

/**
 * One question, one move: refused, or the change it makes and what it tells. `fields` is asked once the move is allowed.
 * A claim ends with the state it was made in.
 */
export function step(
  { actor, handle }: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  move: QuestionMove,
  now: Date,
  fields: () => QuestionFields = () => ({}),
): Step {
  const to = demandMove(questionLaw, question.state, move, actor, { board, question, handle });
  demand(phasesOf[move].includes(board.phase), 'qa.refuse.notInThisPhase');
  const given = fields();
  const publishedAt = to === 'published' ? (question.publishedAt ?? now) : question.publishedAt;
  const unnamed = board.identity === 'anonymous' && (move === 'withdraw' || move === 'resend');
  return {
    change: { id: question.id, state: to, publishedAt, claim: null, ...given },
    happening: {
      name: 'qa.question.moved',
      stream: `board:${board.id}`,
      data: {
        boardId: board.id,
        seq: board.seq + 1,
        questionId: question.id,
        unnamed,
        move,
        from: question.state,
        to,
        into: given.mergedInto ?? null,
      },
    },
  };
}
