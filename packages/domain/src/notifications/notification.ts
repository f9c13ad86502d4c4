import { type Actor, isMember, type Policy, type Rule } from '../kernel/index.ts';
import { type Reason, termsOf, type Urgency } from './reasons.ts';

export interface NotificationFacts {
  readonly id: string;
  readonly recipientId: string;
  readonly reason: Reason;
  /** What it is about: `thread:…`, `request:…`. */
  readonly subject: string;
  readonly urgency: Urgency;
  /** Unique: whoever raises the same twice raises it once. */
  readonly dedupeKey: string;
  readonly raisedAt: Date;
  readonly readAt: Date | null;
  /** When it was last made sure that the recipient may open the subject (F1). */
  readonly visibilityCheckedAt: Date | null;
}

/**
 * Exactly one per recipient, subject, reason and window. `matter` is what it is about within its subject, where one page
 * holds many things that are each worth a word; what is told once ever is told once of the subject.
 */
export function dedupeKey(recipientId: string, reason: Reason, subject: string, at: Date, matter = ''): string {
  const { every } = termsOf(reason);
  if (every === 'once') return [recipientId, reason, subject, every].join('|');
  const window = Math.floor(at.getTime() / (every * 3_600_000));
  return [recipientId, reason, subject, ...(matter ? [matter] : []), window].join('|');
}

export const raise = (
  recipientId: string,
  reason: Reason,
  subject: string,
  at: Date,
  matter?: string,
): Omit<NotificationFacts, 'id'> => ({
  recipientId,
  reason,
  subject,
  urgency: termsOf(reason).urgency,
  dedupeKey: dedupeKey(recipientId, reason, subject, at, matter),
  raisedAt: at,
  readAt: null,
  visibilityCheckedAt: null,
});

const isMine: Rule<NotificationFacts> = (actor: Actor, notification) =>
  isMember(actor) && actor.id === notification.recipientId;

export const notificationPolicy: Policy<'view' | 'markRead', NotificationFacts> = { view: isMine, markRead: isMine };
