import type { ApiClient } from '../../platform/index.ts';
import type { CityFilter } from './city-filter.ts';

export const directoryQuery = (api: ApiClient, query: CityFilter & { cursor?: string }) => ({
  queryKey: ['cities', 'list', query],
  queryFn: () => api.cities.list({ query }),
});
export const placesQuery = (api: ApiClient, query: CityFilter) => ({
  queryKey: ['cities', 'places', query],
  queryFn: () => api.cities.places({ query }),
});
export const cityQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['cities', 'read', slug],
  queryFn: () => api.cities.read({ params: { slug } }),
});
