import type { ApiClient } from '../../platform/index.ts';

type StoryFilter = NonNullable<NonNullable<Parameters<ApiClient['knowledge']['stories']>[0]>['query']>;

export const storiesQuery = (api: ApiClient, query: StoryFilter) => ({
  queryKey: ['knowledge', 'stories', query],
  queryFn: () => api.knowledge.stories({ query }),
});
export const storyQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['knowledge', 'story', slug],
  queryFn: () => api.knowledge.story({ params: { slug } }),
});
export const recommendationsQuery = (api: ApiClient, query: { story?: string; cluster?: string } = {}) => ({
  queryKey: ['knowledge', 'recommendations', query],
  queryFn: () => api.knowledge.recommendations({ query }),
});
export const glossaryQuery = (api: ApiClient) => ({
  queryKey: ['knowledge', 'glossary'],
  queryFn: () => api.knowledge.glossary(),
});
