import type { Page } from '../../platform/page.ts';

export const membersPages: readonly Page[] = [
  {
    path: '/sign-in',
    rooms: ['members'],
    access: 'anyone',
    place: 'me',
    load: () => import('./sign-in.page.tsx'),
    source: 'features/members/sign-in.page.tsx',
  },
];
