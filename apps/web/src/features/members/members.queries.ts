import type { ApiClient } from '../../platform/index.ts';

export const meQuery = (api: ApiClient) => ({ queryKey: ['members', 'me'], queryFn: () => api.members.me() });

export const sessionsQuery = (api: ApiClient) => ({
  queryKey: ['members', 'sessions'],
  queryFn: () => api.members.sessions(),
});

/** Organisations of the network whose name holds these words, in any language. */
export const organisationsQuery = (api: ApiClient, q: string, limit = 20) => ({
  queryKey: ['members', 'organisations', q, limit],
  queryFn: () => api.members.organisations({ query: { q, limit } }),
});
