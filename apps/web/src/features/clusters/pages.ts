import type { Page } from '../../platform/page.ts';

export const clustersPages: readonly Page[] = [
  {
    path: '/clusters/:slug',
    rooms: ['clusters', 'knowledge', 'taxonomy'],
    access: 'anyone',
    place: 'forums',
    load: () => import('./cluster.page.tsx'),
    source: 'features/clusters/cluster.page.tsx',
  },
];
