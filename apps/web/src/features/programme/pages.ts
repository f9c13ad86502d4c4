import type { Page } from '../../platform/page.ts';

const own = { rooms: ['programme', 'qa', 'taxonomy'], place: 'live' } as const;
const source = (name: string) => `features/programme/${name}.page.tsx`;

export const programmePages: readonly Page[] = [
  {
    ...own,
    path: '/programme',
    access: 'anyone',
    load: () => import('./programme.page.tsx'),
    source: source('programme'),
  },
  { ...own, path: '/programme/past', access: 'anyone', load: () => import('./past.page.tsx'), source: source('past') },
  {
    ...own,
    path: '/programme/new',
    access: 'member',
    mainForm: true,
    load: () => import('./announce.page.tsx'),
    source: source('announce'),
  },
  {
    ...own,
    path: '/programme/series/:slug',
    access: 'anyone',
    load: () => import('./series.page.tsx'),
    source: source('series'),
  },
  {
    ...own,
    rooms: [...own.rooms, 'lineage'],
    path: '/programme/sessions/:slug',
    access: 'anyone',
    load: () => import('./session.page.tsx'),
    source: source('session'),
  },
];
