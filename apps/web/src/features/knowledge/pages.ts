import type { Page } from '../../platform/page.ts';

export const knowledgePages: readonly Page[] = [
  {
    path: '/stories',
    rooms: ['knowledge', 'taxonomy'],
    access: 'anyone',
    place: 'stories',
    load: () => import('./stories.page.tsx'),
    source: 'features/knowledge/stories.page.tsx',
  },
  {
    path: '/stories/:slug',
    rooms: ['knowledge', 'lineage', 'taxonomy'],
    access: 'anyone',
    place: 'stories',
    load: () => import('./story.page.tsx'),
    source: 'features/knowledge/story.page.tsx',
  },
  {
    path: '/recommendations',
    rooms: ['knowledge'],
    access: 'anyone',
    place: 'stories',
    load: () => import('./recommendations.page.tsx'),
    source: 'features/knowledge/recommendations.page.tsx',
  },
  {
    path: '/glossary',
    rooms: ['knowledge'],
    access: 'anyone',
    place: 'stories',
    load: () => import('./glossary.page.tsx'),
    source: 'features/knowledge/glossary.page.tsx',
  },
];
