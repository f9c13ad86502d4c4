import type { Page } from '../../platform/page.ts';

export const homePages: readonly Page[] = [
  {
    path: '/',
    rooms: [],
    access: 'anyone',
    place: 'home',
    load: () => import('./home.page.tsx'),
    source: 'features/home/home.page.tsx',
  },
];
