import type { Happening } from '../kernel/index.ts';
import type { Reason, Urgency } from './reasons.ts';

interface OfInbox {
  readonly recipientId: string;
  /** How many are unread after it. */
  readonly unread: number;
}

export type NotificationRaised = Happening<
  'notifications.notification.raised',
  OfInbox & {
    readonly notificationId: string;
    readonly reason: Reason;
    readonly subject: string;
    readonly urgency: Urgency;
  }
>;
/** One was read, or all that were unread. */
export type NotificationRead = Happening<
  'notifications.notification.read',
  OfInbox & { readonly notificationId: string | null }
>;

export type NotificationsHappening = NotificationRaised | NotificationRead;
