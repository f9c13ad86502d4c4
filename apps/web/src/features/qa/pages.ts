import type { Page } from '../../platform/page.ts';

const own = { rooms: ['qa'], place: 'live' } as const;
const source = (name: string) => `features/qa/${name}.page.tsx`;

export const qaPages: readonly Page[] = [
  { ...own, path: '/live', access: 'anyone', load: () => import('./enter.page.tsx'), source: source('enter') },
  {
    ...own,
    path: '/b/:code',
    access: 'anyone',
    mainForm: true,
    live: true,
    load: () => import('./board.page.tsx'),
    source: source('board'),
  },
  {
    ...own,
    path: '/b/:code/moderate',
    access: 'member',
    layout: 'desk',
    load: () => import('./desk.page.tsx'),
    source: source('desk'),
  },
  {
    ...own,
    path: '/b/:code/stage',
    access: 'anyone',
    bare: true,
    live: true,
    load: () => import('./stage.page.tsx'),
    source: source('stage'),
  },
];
