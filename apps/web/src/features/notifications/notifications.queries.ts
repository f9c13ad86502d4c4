import type { ApiClient } from '../../platform/index.ts';

export type InboxView = 'all' | 'unread';

export const inboxQuery = (api: ApiClient, view: InboxView, cursor: string | undefined) => ({
  queryKey: ['notifications', 'inbox', view, cursor ?? ''],
  queryFn: () => api.notifications.inbox({ query: { view, limit: 30, ...(cursor && { cursor }) } }),
});
export const preferencesQuery = (api: ApiClient) => ({
  queryKey: ['notifications', 'preferences'],
  queryFn: () => api.notifications.preferences(),
});
