import { demand } from '../../kernel/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { QuestionFacts } from './question.facts.ts';
import { isWaiting } from './question.machine.ts';
import { step } from './question.step.ts';

type Merged = Pick<QuestionFacts, 'id' | 'mergedInto'>;

/** A question and everything that was merged into it, directly or through another. */
export function mergeSetOf(id: string, questions: Iterable<Merged>): Set<string> {
  const into = new Map<string, string[]>();
  for (const q of questions)
    if (q.mergedInto !== null) into.set(q.mergedInto, [...(into.get(q.mergedInto) ?? []), q.id]);
  const set = new Set([id]);
  for (const member of set) for (const merged of into.get(member) ?? []) set.add(merged);
  return set;
}

/** Handles that voted for a question or for one merged into it. */
export interface Voters {
  readonly of: ReadonlySet<string>;
  readonly into: ReadonlySet<string>;
}

/**
 * Two questions ask the same: the votes of both count for one, each voter once (Q2), and who asked the other is told of
 * the answer too. Votes stay with the question they were cast for, so that undoing is exact.
 */
export function mergeQuestions(
  participant: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  into: QuestionFacts,
  voters: Voters,
  now: Date,
): BoardDecision {
  const { change, happening } = step(participant, board, question, 'merge', now, () => {
    demand(question.id !== into.id && isWaiting(into.state), 'qa.refuse.mergeTarget');
    return { mergedInto: into.id, mergedFrom: question.state, mergedAt: now };
  });
  return decided(board, {
    questions: [change, { id: into.id, voteCount: new Set([...voters.of, ...voters.into]).size }],
    happenings: [happening],
  });
}

/** Within ten minutes, back to where it was: what was pending does not come out published (Q8). `voters.into` no longer holds `question`'s. */
export function undoMerge(
  participant: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  into: QuestionFacts,
  voters: Voters,
  now: Date,
  terms: QaTerms = qaTerms,
): BoardDecision {
  const move = question.mergedFrom === 'pending' ? 'hold' : 'unmerge';
  const { change, happening } = step(participant, board, question, move, now, () => {
    const minutes = terms.mergeUndoMinutes;
    const inTime = question.mergedAt !== null && now.getTime() - question.mergedAt.getTime() <= minutes * 60_000;
    demand(question.mergedInto === into.id && inTime, 'qa.refuse.mergeTooOld', { minutes });
    demand(into.mergedInto === null, 'qa.refuse.mergedOn');
    return { mergedInto: null, mergedFrom: null, mergedAt: null, voteCount: voters.of.size };
  });
  return decided(board, {
    questions: [change, { id: into.id, voteCount: voters.into.size }],
    happenings: [happening],
  });
}
