import type { Page } from '../../platform/page.ts';

export const recordPages: readonly Page[] = [
  {
    path: '/unmet',
    rooms: ['record', 'taxonomy'],
    access: 'anyone',
    place: 'requests',
    load: () => import('./unmet.page.tsx'),
    source: 'features/record/unmet.page.tsx',
  },
  {
    path: '/promise',
    rooms: ['record'],
    access: 'anyone',
    place: 'home',
    load: () => import('./promise.page.tsx'),
    source: 'features/record/promise.page.tsx',
  },
];
