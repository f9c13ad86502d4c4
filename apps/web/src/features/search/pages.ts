import type { Page } from '../../platform/page.ts';

export const searchPages: readonly Page[] = [
  {
    path: '/search',
    rooms: ['search'],
    access: 'anyone',
    load: () => import('./search.page.tsx'),
    source: 'features/search/search.page.tsx',
  },
];
