import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import { moveQuestion } from './question.decide.ts';
import type { QuestionFacts } from './question.facts.ts';
import { step } from './question.step.ts';

/** What becomes of the question that is on air when another takes its place. */
export const previousChoices = ['answered', 'skip'] as const;
export type PreviousChoice = (typeof previousChoices)[number];

/** Two steps on purpose: a stray click must not take the question from under the speaker. */
export type OnAir =
  | { readonly asks: { readonly previous: string; readonly choices: typeof previousChoices } }
  | { readonly decision: BoardDecision };

/** Q3: at most one is on air. While another is, nothing changes until somebody says what becomes of it. */
export function putOnAir(
  participant: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  onAir: QuestionFacts | null,
  now: Date,
  { previous, terms = qaTerms }: { readonly previous?: PreviousChoice; readonly terms?: QaTerms } = {},
): OnAir {
  const next = step(participant, board, question, 'putOnAir', now, () => ({ onAirAt: now }));
  const taken = { questions: [next.change], happenings: [next.happening] };
  if (!onAir) return { decision: decided(board, taken) };
  if (!previous) return { asks: { previous: onAir.id, choices: previousChoices } };
  const order = { move: previous === 'answered' ? 'answerLive' : 'skip' } as const;
  const closed = moveQuestion(participant, board, onAir, order, now, terms);
  return {
    decision: decided(board, {
      questions: [...closed.questions, ...taken.questions],
      happenings: [...closed.happenings, ...taken.happenings],
    }),
  };
}
