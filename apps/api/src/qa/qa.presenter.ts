import type {
  BoardPatch,
  BoardSnapshot,
  BoardText,
  DeskQuestion,
  OwnQuestion,
  PublicQuestion,
} from '@baraza/contracts/qa';
import type { Actor } from '@baraza/domain/kernel';
import {
  type BoardFacts,
  liveClaim,
  mayKnowAsker,
  type Participant,
  type QuestionFacts,
  qaTerms,
  questionMovesFor,
  questionPolicy,
} from '@baraza/domain/qa';
import type { LocalizedText } from '@baraza/domain/translation';

/** A text without what is not for everybody: who translated, and what failed, waits or was withdrawn. */
export const shown = ({ variants, ...source }: LocalizedText): BoardText => ({
  ...source,
  variants: variants
    .filter(({ state }) => state === 'ready' || state === 'stale')
    .map((variant) => ({ ...variant, by: null })),
});
const shownOrNull = (text: LocalizedText | null) => text && shown(text);

/** A public question as SQL shapes it. */
export interface StoredPublic extends Omit<PublicQuestion, 'text' | 'answer'> {
  readonly text: LocalizedText;
  readonly answer: LocalizedText | null;
  /** The board's number when its words or state last changed; after it, only votes did. */
  readonly saidSeq: number;
}
export interface PublicBoard extends Pick<BoardSnapshot, 'seq' | 'phase' | 'mode' | 'onAir'> {
  readonly questions: readonly StoredPublic[];
  readonly gone: readonly string[];
}

export const presentPublic = ({ saidSeq: _, ...question }: StoredPublic): PublicQuestion => ({
  ...question,
  text: shown(question.text),
  answer: shownOrNull(question.answer),
});

export const presentSnapshot = ({ seq, phase, mode, onAir, questions }: PublicBoard): BoardSnapshot => ({
  seq,
  phase,
  mode,
  onAir,
  questions: questions.map(presentPublic),
});

/** What changed after `since`; null when that is so much that the whole is simpler. */
export function presentPatch(
  { seq, phase, mode, onAir, questions, gone }: PublicBoard,
  since: number,
): BoardPatch | null {
  if (questions.length + gone.length > qaTerms.deltaLimit) return null;
  const changed = questions.filter(({ saidSeq }) => saidSeq > since).map(presentPublic);
  const votes = questions
    .filter(({ saidSeq }) => saidSeq <= since)
    .map(({ id, seq, voteCount }) => ({ id, seq, voteCount }));
  return { since, seq, phase, mode, onAir, changed, votes, gone: [...gone] };
}

export const presentOwn = (who: Participant, board: BoardFacts, question: QuestionFacts): OwnQuestion => ({
  id: question.id,
  version: question.version,
  seq: question.seq,
  state: question.state,
  text: shown(question.text),
  original: shownOrNull(question.original),
  voteCount: question.voteCount,
  submittedAt: question.submittedAt.toISOString(),
  dismissalReason: question.dismissalReason,
  moves: questionMovesFor(who, board, question),
});

export interface Named extends QuestionFacts {
  readonly name: string | null;
  readonly claimant: string | null;
}

export function presentForDesk(who: Participant, board: BoardFacts, question: Named, now: Date): DeskQuestion {
  const claim = liveClaim(question, now);
  const subject = { board, question, handle: who.handle };
  const moves = questionMovesFor(who, board, question);
  return {
    ...presentOwn(who, board, question),
    answer: shownOrNull(question.answer),
    name: mayKnowAsker(who.actor, subject) ? question.name : null,
    alias: question.alias,
    mergedInto: question.mergedInto,
    claim: claim && {
      mine: claim.by === who.actor.id,
      name: question.claimant ?? '',
      until: claim.until.toISOString(),
    },
    moves,
    claimable: moves.includes('answerText') && claim?.by !== who.actor.id,
    separable: isSeparable(who.actor, board, question, now),
  };
}

const isSeparable = (actor: Actor, board: BoardFacts, question: QuestionFacts, now: Date): boolean =>
  question.mergedAt !== null &&
  now.getTime() - question.mergedAt.getTime() <= qaTerms.mergeUndoMinutes * 60_000 &&
  questionPolicy.unmerge(actor, { board, question, handle: null });
