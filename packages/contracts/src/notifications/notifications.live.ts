import { z } from 'zod';
import { defineLive } from '../kernel/index.ts';

/** On `member:<id>`, which nobody else may hear. */
export const notificationsLive = defineLive({
  'notifications.notification.raised': z.object({ notificationId: z.string(), unread: z.int() }),
  'notifications.notification.read': z.object({ unread: z.int() }),
});
