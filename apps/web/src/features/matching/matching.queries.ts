import type { ApiClient } from '../../platform/index.ts';

export const candidatesQuery = (api: ApiClient, ref: string) => ({
  queryKey: ['brokering', 'candidates', ref],
  queryFn: () => api.matching.candidates({ params: { ref }, query: {} }),
});
export const ringsQuery = (api: ApiClient, cursor: string | undefined) => ({
  queryKey: ['brokering', 'rings', cursor ?? ''],
  queryFn: () => api.matching.rings({ query: { cursor } }),
});
export const weightsQuery = (api: ApiClient) => ({
  queryKey: ['brokering', 'weights'],
  queryFn: () => api.matching.weights(),
});
