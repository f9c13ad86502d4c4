import type { Page } from '../../platform/page.ts';

export const homePages: readonly Page[] = [
  {
    path: '/',
    rooms: ['home', 'search', 'brokering'],
    access: 'anyone',
    place: 'home',
    load: () => import('./home.page.tsx'),
    source: 'features/home/home.page.tsx',
  },
];
