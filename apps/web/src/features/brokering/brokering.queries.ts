import type { ApiClient } from '../../platform/index.ts';

type Filter = NonNullable<Parameters<ApiClient['brokering']['requests']>[0]>['query'];
type PartnershipFilter = NonNullable<Parameters<ApiClient['brokering']['partnerships']>[0]>['query'];

export const requestsQuery = (api: ApiClient, query: Filter) => ({
  queryKey: ['brokering', 'requests', query],
  queryFn: () => api.brokering.requests({ query }),
});
export const requestFacetsQuery = (api: ApiClient, query: Filter) => ({
  queryKey: ['brokering', 'requestFacets', query],
  queryFn: () => api.brokering.requestFacets({ query }),
});
export const searchesQuery = (api: ApiClient) => ({
  queryKey: ['brokering', 'searches'],
  queryFn: () => api.brokering.searches(),
});
export const requestQuery = (api: ApiClient, ref: string) => ({
  queryKey: ['brokering', 'request', ref],
  queryFn: () => api.brokering.request({ params: { ref } }),
});
export const alreadyThereQuery = (api: ApiClient, q: string) => ({
  queryKey: ['brokering', 'alreadyThere', q],
  queryFn: () => api.brokering.alreadyThere({ query: { q } }),
});
export const offeringQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['brokering', 'offering', slug],
  queryFn: () => api.brokering.offering({ params: { slug } }),
});
export const tapQuery = (api: ApiClient, token: string) => ({
  queryKey: ['brokering', 'tap', token],
  queryFn: () => api.brokering.tap({ params: { token } }),
});
export const workloadQuery = (api: ApiClient) => ({
  queryKey: ['brokering', 'workload'],
  queryFn: () => api.brokering.workload(),
});
export const expressionQuery = (api: ApiClient, id: string) => ({
  queryKey: ['brokering', 'expression', id],
  queryFn: () => api.brokering.expression({ params: { id } }),
});
export const expressionsQuery = (api: ApiClient, ref: string, cursor: string | undefined) => ({
  queryKey: ['brokering', 'expressions', ref, cursor ?? ''],
  queryFn: () => api.brokering.expressions({ params: { ref }, query: { cursor } }),
});
export const expressionMessagesQuery = (api: ApiClient, id: string, cursor: string | undefined) => ({
  queryKey: ['brokering', 'expressionMessages', id, cursor ?? ''],
  queryFn: () => api.brokering.expressionMessages({ params: { id }, query: { cursor } }),
});
export const messagesQuery = (api: ApiClient, id: string, cursor: string | undefined) => ({
  queryKey: ['brokering', 'messages', id, cursor ?? ''],
  queryFn: () => api.brokering.messages({ params: { id }, query: { cursor } }),
});
export const matchQuery = (api: ApiClient, id: string) => ({
  queryKey: ['brokering', 'match', id],
  queryFn: () => api.brokering.match({ params: { id } }),
});
export const partnershipsQuery = (api: ApiClient, query: PartnershipFilter) => ({
  queryKey: ['brokering', 'partnerships', query],
  queryFn: () => api.brokering.partnerships({ query }),
});
export const partnershipQuery = (api: ApiClient, ref: string) => ({
  queryKey: ['brokering', 'partnership', ref],
  queryFn: () => api.brokering.partnership({ params: { ref } }),
});
export const linkedCheckInQuery = (api: ApiClient, token: string) => ({
  queryKey: ['brokering', 'linkedCheckIn', token],
  queryFn: () => api.brokering.linkedCheckIn({ params: { token } }),
});
export const mineQuery = (api: ApiClient) => ({ queryKey: ['brokering', 'mine'], queryFn: () => api.brokering.mine() });
type DeskView = NonNullable<NonNullable<Parameters<ApiClient['brokering']['desk']>[0]>['query']>['view'];
export const deskQuery = (api: ApiClient, view: DeskView, cursor: string | undefined) => ({
  queryKey: ['brokering', 'desk', view, cursor ?? ''],
  queryFn: () => api.brokering.desk({ query: { view, cursor, limit: 40 } }),
});
export const deskCountsQuery = (api: ApiClient) => ({
  queryKey: ['brokering', 'deskCounts'],
  queryFn: () => api.brokering.deskCounts(),
});
