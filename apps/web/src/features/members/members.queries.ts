import type { ApiClient } from '../../platform/index.ts';

export const meQuery = (api: ApiClient) => ({ queryKey: ['members', 'me'], queryFn: () => api.members.me() });

export const sessionsQuery = (api: ApiClient) => ({
  queryKey: ['members', 'sessions'],
  queryFn: () => api.members.sessions(),
});

export const organisationsQuery = (api: ApiClient, q: string, limit: number) => ({
  queryKey: ['members', 'organisations', q, limit],
  queryFn: () => api.members.organisations({ query: { q, limit } }),
});
