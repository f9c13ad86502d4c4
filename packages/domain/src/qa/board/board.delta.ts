import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { QuestionFacts } from '../question/question.facts.ts';
import type { QuestionState } from '../question/question.machine.ts';
import { questionPolicy } from '../question/question.policy.ts';
import type { BoardFacts, BoardMode, Participant } from './board.facts.ts';
import type { BoardPhase } from './board.machine.ts';

/** What every form of a question has, in the database, on the wire and in the browser. */
export interface Numbered {
  readonly id: string;
  /** The board's number at which it last changed. */
  readonly seq: number;
  readonly state: QuestionState;
}

/** A board as one reader sees it at one moment, questions by id. */
export interface BoardState<Q extends Numbered> {
  readonly seq: number;
  readonly phase: BoardPhase;
  readonly mode: BoardMode;
  readonly onAir: string | null;
  readonly questions: readonly Q[];
}

/** What changed for that reader since they last knew: the whole board, or the questions to put in and to take out. */
export type BoardNews<Q extends Numbered> =
  | { readonly kind: 'snapshot'; readonly state: BoardState<Q> }
  | {
      readonly kind: 'delta';
      readonly since: number;
      readonly seq: number;
      readonly phase: BoardPhase;
      readonly mode: BoardMode;
      readonly onAir: string | null;
      readonly changed: readonly Q[];
      readonly gone: readonly string[];
    };

const byId = (a: Numbered, b: Numbered): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const visibleTo = ({ actor, handle }: Participant, board: BoardFacts, question: QuestionFacts): boolean =>
  questionPolicy.view(actor, { board, question, handle });

export function boardState<Q extends Numbered>(
  { seq, phase, mode }: Pick<BoardFacts, 'seq' | 'phase' | 'mode'>,
  shown: readonly Q[],
): BoardState<Q> {
  const onAir = shown.find(({ state }) => state === 'on_air')?.id ?? null;
  return { seq, phase, mode, onAir, questions: [...shown].sort(byId) };
}

/** What the reader may see, and the ids of what they may once have seen and no longer may. Nothing of a hidden text leaves here (Q6). */
export function sortFor(reader: Participant, board: BoardFacts, questions: Iterable<QuestionFacts>) {
  const shown: QuestionFacts[] = [];
  const gone: Pick<QuestionFacts, 'id' | 'seq'>[] = [];
  for (const question of questions) {
    if (visibleTo(reader, board, question)) shown.push(question);
    else if (question.publishedAt !== null) gone.push({ id: question.id, seq: question.seq });
  }
  return { shown, gone };
}

/** `since` from the future is a reader from before a restore: they get the whole board, as do those too far behind. */
export function deltaSince<Q extends Numbered>(
  state: BoardState<Q>,
  gone: Iterable<Pick<Numbered, 'id' | 'seq'>>,
  since: number,
  terms: QaTerms = qaTerms,
): BoardNews<Q> {
  const { seq, phase, mode, onAir, questions } = state;
  const changed = questions.filter((question) => question.seq > since);
  const left = [...gone].filter((question) => question.seq > since).map(({ id }) => id);
  if (since < 0 || since > seq || changed.length + left.length > terms.deltaLimit) return { kind: 'snapshot', state };
  return { kind: 'delta', since, seq, phase, mode, onAir, changed, gone: left };
}

/** The state after the news (Q7). Old news changes nothing; null when news in between is missing: ask again. */
export function applyDelta<Q extends Numbered>(known: BoardState<Q> | null, news: BoardNews<Q>): BoardState<Q> | null {
  if (news.kind === 'snapshot') return news.state;
  if (!known || news.since > known.seq) return null;
  if (news.seq <= known.seq) return known;
  const { seq, phase, mode, onAir, changed, gone } = news;
  const replaced = new Set([...gone, ...changed.map(({ id }) => id)]);
  const questions = [...known.questions.filter(({ id }) => !replaced.has(id)), ...changed].sort(byId);
  return { seq, phase, mode, onAir, questions };
}
