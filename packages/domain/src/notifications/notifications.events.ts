import type { Happening } from '../kernel/index.ts';
import type { Reason, Urgency } from './reasons.ts';

interface OfNotification {
  readonly notificationId: string;
  readonly recipientId: string;
}

export type NotificationRaised = Happening<
  'notifications.notification.raised',
  OfNotification & { readonly reason: Reason; readonly subject: string; readonly urgency: Urgency }
>;
export type NotificationRead = Happening<'notifications.notification.read', OfNotification>;

export type NotificationsHappening = NotificationRaised | NotificationRead;
