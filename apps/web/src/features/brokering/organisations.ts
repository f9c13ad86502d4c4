import type { ApiClient } from '../../platform/index.ts';

/** The organisations of the network by name: the directory's first hundred. */
export const organisationsQuery = (api: ApiClient) => ({
  queryKey: ['cities', 'names'],
  queryFn: () => api.cities.list({ query: { limit: 100 } }),
});
