import {
  addWorkingDays,
  type Deadline,
  demand,
  type Locale,
  Refusal,
  type WorkingCalendar,
} from '../../kernel/index.ts';
import { edited, written } from '../../translation/index.ts';
import type { BoardFacts, Participant } from '../board/board.facts.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { QuestionFacts } from './question.facts.ts';
import type { ClosingReason, DismissalReason } from './question.machine.ts';
import { type QuestionFields, step } from './question.step.ts';
import { plainText } from './question.text.ts';

/** A move with what it needs. Going on air and merging concern two questions and have their own functions. */
export type QuestionOrder =
  | { readonly move: 'publish'; readonly text?: string }
  | { readonly move: 'dismiss'; readonly reason: DismissalReason }
  | { readonly move: 'resend'; readonly text: string; readonly locale?: Locale }
  | { readonly move: 'answerLive'; readonly recordingOffsetMs?: number }
  | { readonly move: 'answerText'; readonly text: string; readonly locale: Locale }
  | { readonly move: 'defer'; readonly ownerId: string; readonly dueAt: Date }
  | { readonly move: 'close'; readonly reason: ClosingReason }
  | { readonly move: 'restore' | 'shortlist' | 'unlist' | 'skip' | 'withdraw' };

/** When a deferred answer is due, unless the moderator says otherwise. */
export const followUpDue = (now: Date, calendar: WorkingCalendar, terms: QaTerms = qaTerms): Date =>
  addWorkingDays(now, terms.followUpDays, calendar);

/** An open question is owed by its board; a deferred one by its owner. */
export const questionDeadline = ({
  id,
  state,
  ownerId,
  dueAt,
}: Pick<QuestionFacts, 'id' | 'state' | 'ownerId' | 'dueAt'>): Deadline | null =>
  state === 'deferred' && ownerId && dueAt
    ? { subject: `question:${id}`, kind: 'follow_up', dueAt, responsible: { kind: 'member', id: ownerId } }
    : null;

/** What the order itself says about the question; refuses what the asker or moderator can mend. */
function fieldsOf(
  order: QuestionOrder,
  question: QuestionFacts,
  { actor }: Participant,
  now: Date,
  terms: QaTerms,
): QuestionFields {
  switch (order.move) {
    case 'publish': {
      if (order.text === undefined) return {};
      const text = edited(question.text, plainText(order.text, terms.maxChars, 'text'));
      return text === question.text ? {} : { text, original: question.original ?? question.text };
    }
    case 'dismiss':
      return { dismissalReason: order.reason };
    case 'restore':
      return { dismissalReason: null };
    case 'resend': {
      const text = edited(question.text, plainText(order.text, terms.maxChars, 'text'), order.locale);
      return { text, original: null, resent: true, dismissalReason: null };
    }
    case 'answerLive':
      return { answeredAt: now, recordingOffsetMs: order.recordingOffsetMs ?? null };
    case 'answerText': {
      const held = question.claim?.by === actor.id && question.claim.until > now;
      if (!held) throw new Refusal('stale-version', 'qa.refuse.claimFirst');
      return { answeredAt: now, answer: written(order.locale, plainText(order.text, terms.answerMaxChars, 'text')) };
    }
    case 'defer':
      demand(order.dueAt > now, 'qa.refuse.dueInPast', {}, 'dueAt');
      return { ownerId: order.ownerId, dueAt: order.dueAt };
    case 'close':
      return { closingReason: order.reason };
    default:
      return {};
  }
}

export function moveQuestion(
  participant: Participant,
  board: BoardFacts,
  question: QuestionFacts,
  order: QuestionOrder,
  now: Date,
  terms: QaTerms = qaTerms,
): BoardDecision {
  const fields = () => fieldsOf(order, question, participant, now, terms);
  const { change, happening } = step(participant, board, question, order.move, now, fields);
  const deadline = questionDeadline({ ...question, ...change });
  return decided(board, { questions: [change], happenings: [happening], deadlines: deadline ? [deadline] : [] });
}
