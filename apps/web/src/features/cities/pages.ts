import type { Page } from '../../platform/page.ts';

export const citiesPages: readonly Page[] = [
  {
    path: '/cities',
    rooms: ['cities', 'taxonomy'],
    access: 'anyone',
    place: 'cities',
    load: () => import('./directory.page.tsx'),
    source: 'features/cities/directory.page.tsx',
  },
  {
    path: '/cities/:slug',
    rooms: ['cities', 'clusters', 'knowledge', 'brokering', 'taxonomy'],
    access: 'anyone',
    place: 'cities',
    load: () => import('./city.page.tsx'),
    source: 'features/cities/city.page.tsx',
  },
];
