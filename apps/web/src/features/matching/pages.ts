import type { Page } from '../../platform/page.ts';

const source = (file: string) => `features/matching/${file}`;
const rooms = ['matching', 'taxonomy'] as const;

export const matchingPages: readonly Page[] = [
  {
    path: '/desk/rings',
    rooms,
    access: 'member',
    place: 'desk',
    load: () => import('./rings.page.tsx'),
    source: source('rings.page.tsx'),
  },
  {
    path: '/desk/weights',
    rooms,
    access: 'member',
    place: 'desk',
    mainForm: true,
    load: () => import('./weights.page.tsx'),
    source: source('weights.page.tsx'),
  },
];
