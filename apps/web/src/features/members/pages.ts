import type { Page } from '../../platform/page.ts';

const rooms = ['members'] as const;
const own = { rooms, place: 'me' } as const;
const house = { rooms, access: 'member', place: 'admin' } as const;
const source = (name: string) => `features/members/${name}.page.tsx`;

export const membersPages: readonly Page[] = [
  { ...own, path: '/sign-in', access: 'anyone', load: () => import('./sign-in.page.tsx'), source: source('sign-in') },
  {
    ...own,
    path: '/join',
    access: 'anyone',
    mainForm: true,
    load: () => import('./join.page.tsx'),
    source: source('join'),
  },
  { ...own, path: '/join/sent', access: 'anyone', load: () => import('./sent.page.tsx'), source: source('sent') },
  { ...own, path: '/confirm', access: 'anyone', load: () => import('./confirm.page.tsx'), source: source('confirm') },
  { ...own, path: '/forgot', access: 'anyone', load: () => import('./forgot.page.tsx'), source: source('forgot') },
  { ...own, path: '/reset', access: 'anyone', load: () => import('./reset.page.tsx'), source: source('reset') },
  {
    ...own,
    path: '/me',
    access: 'member',
    mainForm: true,
    load: () => import('./profile.page.tsx'),
    source: source('profile'),
  },
  {
    ...own,
    path: '/me/organisations',
    access: 'member',
    load: () => import('./organisations.page.tsx'),
    source: source('organisations'),
  },
  {
    ...own,
    path: '/me/organisations/new',
    access: 'member',
    mainForm: true,
    load: () => import('./ask.page.tsx'),
    source: source('ask'),
  },
  {
    ...own,
    path: '/me/security',
    access: 'member',
    load: () => import('./security.page.tsx'),
    source: source('security'),
  },
  { ...house, path: '/admin', load: () => import('./admin.page.tsx'), source: source('admin') },
  {
    ...house,
    path: '/admin/affiliations',
    layout: 'desk',
    load: () => import('./admin-affiliations.page.tsx'),
    source: source('admin-affiliations'),
  },
  {
    ...house,
    path: '/admin/members',
    load: () => import('./admin-members.page.tsx'),
    source: source('admin-members'),
  },
  {
    ...house,
    path: '/admin/members/:id',
    load: () => import('./admin-member.page.tsx'),
    source: source('admin-member'),
  },
  { ...house, path: '/admin/jobs', load: () => import('./admin-jobs.page.tsx'), source: source('admin-jobs') },
  { ...house, path: '/admin/mail', load: () => import('./admin-mails.page.tsx'), source: source('admin-mails') },
  { ...house, path: '/admin/mail/:id', load: () => import('./admin-mail.page.tsx'), source: source('admin-mail') },
];
