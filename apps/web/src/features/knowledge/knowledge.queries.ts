import type { ApiClient } from '../../platform/index.ts';

type StoryFilter = NonNullable<NonNullable<Parameters<ApiClient['knowledge']['stories']>[0]>['query']>;

/** What stands here changes by the week: who has just read it is not asked to pay for it again. */
const calm = { staleTime: 5 * 60_000 };

export const storiesQuery = (api: ApiClient, query: StoryFilter) => ({
  queryKey: ['knowledge', 'stories', query],
  queryFn: () => api.knowledge.stories({ query }),
  ...calm,
});
export const storyQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['knowledge', 'story', slug],
  queryFn: () => api.knowledge.story({ params: { slug } }),
  ...calm,
});
export const recommendationsQuery = (api: ApiClient, query: { story?: string; cluster?: string } = {}) => ({
  queryKey: ['knowledge', 'recommendations', query],
  queryFn: () => api.knowledge.recommendations({ query }),
  ...calm,
});
export const glossaryQuery = (api: ApiClient) => ({
  queryKey: ['knowledge', 'glossary'],
  queryFn: () => api.knowledge.glossary(),
  ...calm,
});
