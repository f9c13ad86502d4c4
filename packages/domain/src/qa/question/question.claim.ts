import { can, demand, hasMove, Refusal } from '../../kernel/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { AnswerClaim, QuestionFacts } from './question.facts.ts';
import { questionMachine } from './question.machine.ts';
import { phasesOf, questionPolicy } from './question.policy.ts';
import { questionLaw } from './question.step.ts';

/** The claim that holds at this moment; a lease that ran out holds nobody up. */
export const liveClaim = (question: Pick<QuestionFacts, 'claim'>, now: Date): AnswerClaim | null =>
  question.claim && question.claim.until > now ? question.claim : null;

/** Whoever begins to write an answer holds the question for a while, and longer while they write. The second one is told so. */
export function claimAnswer(
  { actor, handle }: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  now: Date,
  terms: QaTerms = qaTerms,
): BoardDecision {
  if (actor.id === null || !can(questionPolicy, actor, 'claim', { board, question, handle }))
    throw new Refusal('not-permitted', questionLaw.notPermitted);
  if (!hasMove(questionMachine, question.state, 'answerText'))
    throw new Refusal('no-such-move', questionLaw.noSuchMove);
  demand(phasesOf.answerText.includes(board.phase), 'qa.refuse.notInThisPhase');
  const holder = liveClaim(question, now);
  if (holder && holder.by !== actor.id) {
    const seconds = Math.ceil((holder.until.getTime() - now.getTime()) / 1000);
    throw new Refusal('stale-version', 'qa.refuse.claimedByOther', { seconds });
  }
  const until = new Date(now.getTime() + terms.claimSeconds * 1000);
  const data = { boardId: board.id, seq: board.seq + 1, questionId: question.id, unnamed: false };
  return decided(board, {
    questions: [{ id: question.id, claim: { by: actor.id, until } }],
    happenings: [
      { name: 'qa.answer.claimed', stream: `board:${board.id}`, data: { ...data, until: until.toISOString() } },
    ],
  });
}

/** Lets another write. Only whoever holds the claim gives it back; a lapsed one needs nobody to. */
export function releaseAnswer({ actor }: Participant, board: BoardFacts, question: QuestionFacts): BoardDecision {
  if (actor.id === null || question.claim?.by !== actor.id)
    throw new Refusal('not-permitted', 'qa.refuse.claimNotYours');
  const data = { boardId: board.id, seq: board.seq + 1, questionId: question.id, unnamed: false };
  return decided(board, {
    questions: [{ id: question.id, claim: null }],
    happenings: [{ name: 'qa.answer.released', stream: `board:${board.id}`, data }],
  });
}
