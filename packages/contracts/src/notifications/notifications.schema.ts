import { mailRhythms, reasonNames, urgencies } from '@baraza/domain/notifications';
import { z } from 'zod';
import { Id, instant, Locale, listOf, Paging, pageOf } from '../kernel/index.ts';

export const Reason = z.enum(reasonNames).meta({ id: 'NotificationReason' });

/** Why somebody is written to, and about what. Message keys: notifications.reason.<reason>, notifications.why.<reason>. */
export const NotificationView = z
  .object({
    id: Id,
    reason: Reason,
    urgency: z.enum(urgencies),
    duty: z.boolean().describe('It waits for the reader'),
    kind: z.string().describe('What it is about: request, thread'),
    title: z.string(),
    locale: Locale.describe('The language of the title'),
    href: z.string(),
    step: z
      .object({
        what: z.string().describe('A message key: brokering.step.…'),
        dueAt: instant,
        by: z.string().nullable().describe('The name of who has taken it on'),
      })
      .nullable()
      .describe('What is owed, by when'),
    raisedAt: instant,
    read: z.boolean().describe('This, and whatever was told of the same thing before'),
    earlier: z
      .object({
        count: z.int(),
        notices: z
          .array(z.object({ reason: Reason, href: z.string(), raisedAt: instant }))
          .describe('The last ten, newest first'),
      })
      .describe('What was told of the same thing before; in the unread view, what of it is unread'),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.output<typeof NotificationView>;

export const InboxFilter = z.object({ view: z.enum(['all', 'unread']).default('all'), ...Paging });
/** Each thing once, under the newest that was told of it. What the reader may no longer open is left out, so a page may hold fewer than it was asked for. */
export const Inbox = pageOf(NotificationView).extend({
  unread: z.int().describe('Things of which something is unread'),
  stream: z.string(),
  seq: z.int(),
});
export const Unread = z.object({ unread: z.int() }).meta({ id: 'Unread' });
export const ReadUntil = z.object({ until: z.iso.datetime().optional().describe('Nothing raised later is marked') });

export const MailPreferences = z
  .object({
    mail: z.enum(mailRhythms),
    quiet: listOf(Reason).describe('What is not sent; what waits for the reader still stands in the inbox'),
  })
  .meta({ id: 'NotificationPreferences' });
export const MailPreferencesView = z
  .object({ mail: z.enum(mailRhythms), quiet: z.array(Reason), reachable: z.boolean() })
  .meta({ id: 'NotificationPreferencesView' });
