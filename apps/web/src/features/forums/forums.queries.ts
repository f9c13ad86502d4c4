import type { ThreadView } from '@baraza/contracts/forums';
import type { ApiClient } from '../../platform/index.ts';
import { pageSize } from './places.ts';

export type ThreadFilter = Parameters<ApiClient['forums']['threads']>[0]['query'];

export const overviewQuery = (api: ApiClient) => ({
  queryKey: ['forums', 'overview'],
  queryFn: () => api.forums.overview(),
});
export const forumQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['forums', 'forum', slug],
  queryFn: () => api.forums.forum({ params: { slug } }),
});
export const threadsQuery = (api: ApiClient, query: ThreadFilter) => ({
  queryKey: ['forums', 'threads', query],
  queryFn: () => api.forums.threads({ query }),
});
export const threadQuery = (api: ApiClient, no: number, from: number) => ({
  queryKey: ['forums', 'thread', no, from],
  queryFn: (): Promise<ThreadView> => api.forums.read({ params: { no }, query: { from, limit: pageSize } }),
});
/** What came after a page was drawn: only the new posts are fetched. */
export const tailQuery = (api: ApiClient, no: number, after: number) => ({
  queryKey: ['forums', 'thread', no, 'after', after],
  queryFn: (): Promise<ThreadView> => api.forums.read({ params: { no }, query: { from: after + 1, limit: 50 } }),
});
export const postQuery = (api: ApiClient, no: number, post: number) => ({
  queryKey: ['forums', 'thread', no, 'post', post],
  queryFn: () => api.forums.post({ params: { no, post } }),
});
export const revisionsQuery = (api: ApiClient, no: number, post: number) => ({
  queryKey: ['forums', 'thread', no, 'revisions', post],
  queryFn: () => api.forums.revisions({ params: { no, post }, query: { limit: 100 } }),
});
