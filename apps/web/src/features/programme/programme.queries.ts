import type { ApiClient } from '../../platform/index.ts';

export const programmeQuery = (api: ApiClient) => ({
  queryKey: ['programme'],
  queryFn: () => api.programme.overview(),
});
export const pastQuery = (api: ApiClient, cursor: string | null) => ({
  queryKey: ['programme', 'past', cursor],
  queryFn: () => api.programme.past({ query: cursor ? { cursor } : {} }),
});
export const seriesQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['programme', 'series', slug],
  queryFn: () => api.programme.series({ params: { slug } }),
});
export const sessionQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['programme', 'session', slug],
  queryFn: () => api.programme.session({ params: { slug } }),
});
export const hostsQuery = (api: ApiClient) => ({
  queryKey: ['programme', 'hosts'],
  queryFn: () => api.members.organisations({ query: { limit: 200 } }),
});
