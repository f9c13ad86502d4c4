import type { ApiClient } from '../../platform/index.ts';

type ClusterFilter = NonNullable<NonNullable<Parameters<ApiClient['clusters']['list']>[0]>['query']>;

export const clustersQuery = (api: ApiClient, query: ClusterFilter = {}) => ({
  queryKey: ['clusters', 'list', query],
  queryFn: () => api.clusters.list({ query }),
});
export const clusterQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['clusters', 'read', slug],
  queryFn: () => api.clusters.read({ params: { slug } }),
});
