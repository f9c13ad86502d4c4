import type { Page } from '../../platform/page.ts';

const rooms = ['calendars', 'members'] as const;
const source = (name: string) => `features/calendars/${name}.page.tsx`;

export const calendarsPages: readonly Page[] = [
  {
    path: '/admin/calendars',
    rooms,
    access: 'member',
    place: 'admin',
    load: () => import('./calendars.page.tsx'),
    source: source('calendars'),
  },
  {
    path: '/admin/calendars/:key',
    rooms,
    access: 'member',
    place: 'admin',
    load: () => import('./country-calendar.page.tsx'),
    source: source('country-calendar'),
  },
  {
    path: '/me/organisations/:slug/calendar',
    rooms,
    access: 'member',
    place: 'me',
    load: () => import('./own-calendar.page.tsx'),
    source: source('own-calendar'),
  },
];
