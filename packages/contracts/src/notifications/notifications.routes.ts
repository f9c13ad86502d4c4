import { z } from 'zod';
import { defineRoutes, Id } from '../kernel/index.ts';
import { notificationsEndpoints } from './notifications.endpoints.ts';
import { Inbox, InboxFilter, MailPreferences, MailPreferencesView, ReadUntil, Unread } from './notifications.schema.ts';

export const notifications = defineRoutes('notifications', notificationsEndpoints, {
  inbox: {
    summary: 'What the reader was told, thing by thing, newest first',
    access: 'member',
    query: InboxFilter,
    response: Inbox,
  },
  markRead: {
    summary: 'Mark one as read, and what was told of the same thing before',
    access: 'member',
    params: z.object({ id: Id }),
    response: Unread,
  },
  markAllRead: { summary: 'Mark all as read', access: 'member', body: ReadUntil, response: Unread },
  preferences: { summary: 'What reaches the reader by mail', access: 'member', response: MailPreferencesView },
  savePreferences: {
    summary: 'Choose what reaches oneself by mail; the whole of it at once',
    access: 'member',
    body: MailPreferences,
    response: MailPreferencesView,
  },
});
