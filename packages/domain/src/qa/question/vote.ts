import { can, demand, Refusal } from '../../kernel/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import type { QuestionFacts } from './question.facts.ts';
import { isWaiting } from './question.machine.ts';
import { questionPolicy } from './question.policy.ts';
import { questionLaw } from './question.step.ts';

export interface VoteDecision extends BoardDecision {
  /** Add the handle's vote to this question, or remove its votes from the question and all merged into it. */
  readonly vote: 'add' | 'remove';
}

/**
 * Sets a vote on or off, whichever the voter sees; sent twice it does nothing twice and answers null. There are no votes
 * against. `has`: the handle has voted for this question or for one merged into it.
 */
export function castVote(
  { actor, handle }: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  on: boolean,
  { has }: { readonly has: boolean },
): VoteDecision | null {
  const subject = { board, question, handle };
  if (!can(questionPolicy, actor, 'view', subject)) throw new Refusal('not-found', questionLaw.notFound);
  if (handle === null) throw new Refusal('not-permitted', 'qa.refuse.enterFirst');
  if (!can(questionPolicy, actor, 'vote', subject)) throw new Refusal('not-permitted', 'qa.refuse.voteNotYours');
  const open = board.votesOpen && (board.phase === 'collecting' || board.phase === 'live');
  demand(open && isWaiting(question.state), 'qa.refuse.votesClosed');
  if (on === has) return null;
  const voteCount = question.voteCount + (on ? 1 : -1);
  const unnamed = board.identity === 'anonymous';
  const data = { boardId: board.id, seq: board.seq + 1, questionId: question.id, unnamed, voteCount };
  return {
    vote: on ? 'add' : 'remove',
    ...decided(board, {
      questions: [{ id: question.id, voteCount }],
      happenings: [{ name: 'qa.question.voted', stream: `board:${board.id}`, data }],
    }),
  };
}
