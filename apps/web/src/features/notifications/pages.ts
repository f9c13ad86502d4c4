import type { Page } from '../../platform/page.ts';

export const notificationsPages: readonly Page[] = [
  {
    path: '/inbox',
    rooms: ['notifications', 'brokering'],
    access: 'member',
    place: 'me',
    load: () => import('./inbox.page.tsx'),
    source: 'features/notifications/inbox.page.tsx',
  },
  {
    path: '/inbox/settings',
    rooms: ['notifications', 'brokering', 'taxonomy'],
    access: 'member',
    place: 'me',
    load: () => import('./settings.page.tsx'),
    source: 'features/notifications/settings.page.tsx',
  },
];
