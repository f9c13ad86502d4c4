import type { ApiClient } from '../../platform/index.ts';

/** Organisations of the network whose name holds these words, in any language. */
export const organisationsQuery = (api: ApiClient, q: string) => ({
  queryKey: ['brokering', 'organisations', q],
  queryFn: () => api.members.organisations({ query: { q, limit: 20 } }),
});
