import type { ApiClient } from '../../platform/index.ts';

export const searchQuery = (api: ApiClient, q: string) => ({
  queryKey: ['search', q],
  queryFn: () => api.search.find({ query: { q } }),
});
