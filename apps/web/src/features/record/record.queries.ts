import type { ApiClient, Located } from '../../platform/index.ts';

export const unmetQuery = (api: ApiClient) => ({
  queryKey: ['record', 'unmet'],
  queryFn: () => api.brokering.unmet(),
});

export const promiseQuery = (api: ApiClient, search: Located['search']) => {
  const period = search.get('period') === 'all' ? 'all' : 'year';
  return {
    queryKey: ['record', 'promise', period],
    queryFn: () => api.brokering.promise({ query: { period } }),
  };
};
