import { demand, type Locale, Refusal } from '../../kernel/index.ts';
import { written } from '../../translation/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { moderatesBoard } from '../board/board.policy.ts';
import type { QuestionSubmitted } from '../qa.events.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { QuestionFacts } from './question.facts.ts';
import { isOpen, type QuestionMove, questionMachine } from './question.machine.ts';
import { isTrusted } from './question.policy.ts';
import { plainText } from './question.text.ts';

export interface QuestionDraft {
  readonly id: string;
  readonly clientUuid: string;
  readonly text: string;
  readonly locale: Locale;
  readonly alias: string | null;
  /** When it was typed, by the asker's clock: a question that waited for a connection is not late. */
  readonly writtenAt: Date;
}

/** What the board already knows of this asker. */
export interface AskerRecord {
  /** The question that came with the same client uuid, if one did. */
  readonly same: QuestionFacts | null;
  readonly mine: readonly Pick<QuestionFacts, 'state' | 'submittedAt'>[];
}

export type Submission =
  | { readonly known: QuestionFacts }
  | { readonly seq: number; readonly question: Omit<QuestionFacts, 'version'>; readonly happening: QuestionSubmitted };

/** Where a new question goes: onto the board, or before a moderator. */
function arrival(board: BoardFacts, { actor }: Participant): Extract<QuestionMove, 'publish' | 'hold'> {
  if (moderatesBoard(actor, board)) return 'publish';
  if (board.mode === 'moderators_only') throw new Refusal('not-permitted', 'qa.refuse.moderatorsOnly');
  return board.mode === 'open' || (board.mode === 'trusted_auto' && isTrusted(actor, null)) ? 'publish' : 'hold';
}

function demandTaking(board: BoardFacts, writtenAt: Date, now: Date, { lateHours }: QaTerms): void {
  if (board.phase === 'collecting' || board.phase === 'live') return;
  demand(board.phase !== 'scheduled', 'qa.refuse.notOpenYet');
  const late = now.getTime() - board.closesAt.getTime() > lateHours * 3_600_000;
  demand(board.phase === 'wrap_up' && writtenAt <= board.closesAt && !late, 'qa.refuse.closed');
}

function demandPatience({ mine }: AskerRecord, now: Date, { secondsBetween, openPerPerson }: QaTerms): void {
  const last = Math.max(...mine.map(({ submittedAt }) => submittedAt.getTime()));
  const seconds = Math.ceil(secondsBetween - (now.getTime() - last) / 1000);
  demand(!(seconds > 0), 'qa.refuse.tooSoon', { seconds });
  demand(mine.filter(({ state }) => isOpen(state)).length < openPerPerson, 'qa.refuse.tooMany', {
    count: openPerPerson,
  });
}

/** Q1: sent again, a question is the one that is already there. Q5: on an anonymous board nothing of the member is kept. */
export function submitQuestion(
  participant: Participant,
  board: BoardFacts,
  draft: QuestionDraft,
  record: AskerRecord,
  now: Date,
  terms: QaTerms = qaTerms,
): Submission {
  const { actor, handle } = participant;
  if (handle === null) throw new Refusal('not-permitted', 'qa.refuse.enterFirst');
  if (record.same) {
    if (record.same.askerHandle === handle) return { known: record.same };
    throw new Refusal('already-done', 'qa.refuse.sentAlready');
  }
  demandTaking(board, draft.writtenAt, now, terms);
  const move = arrival(board, participant);
  const text = written(draft.locale, plainText(draft.text, terms.maxChars, 'text'));
  if (!moderatesBoard(actor, board)) demandPatience(record, now, terms);
  const seq = board.seq + 1;
  const state = questionMachine.moves[move].to;
  const anonymous = board.identity === 'anonymous';
  return {
    seq,
    question: {
      id: draft.id,
      boardId: board.id,
      seq,
      clientUuid: draft.clientUuid,
      state,
      askerHandle: handle,
      askerId: anonymous ? null : actor.id,
      alias: anonymous ? null : draft.alias,
      text,
      original: null,
      answer: null,
      voteCount: 0,
      submittedAt: now,
      publishedAt: state === 'published' ? now : null,
      onAirAt: null,
      answeredAt: null,
      recordingOffsetMs: null,
      dismissalReason: null,
      closingReason: null,
      resent: false,
      mergedInto: null,
      mergedFrom: null,
      mergedAt: null,
      ownerId: null,
      dueAt: null,
      claim: null,
    },
    happening: {
      name: 'qa.question.submitted',
      stream: `board:${board.id}`,
      data: { boardId: board.id, seq, questionId: draft.id, unnamed: anonymous, state },
    },
  };
}
