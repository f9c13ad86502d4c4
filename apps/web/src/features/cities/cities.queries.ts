import type { ApiClient } from '../../platform/index.ts';
import type { CityFilter } from './city-filter.ts';

/** What stands here changes by the week: who has just read it is not asked to pay for it again. */
const calm = { staleTime: 5 * 60_000 };

export const directoryQuery = (api: ApiClient, query: CityFilter & { cursor?: string }) => ({
  queryKey: ['cities', 'list', query],
  queryFn: () => api.cities.list({ query }),
  ...calm,
});
export const placesQuery = (api: ApiClient, query: CityFilter) => ({
  queryKey: ['cities', 'places', query],
  queryFn: () => api.cities.places({ query }),
  ...calm,
});
export const cityQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['cities', 'read', slug],
  queryFn: () => api.cities.read({ params: { slug } }),
  ...calm,
});
