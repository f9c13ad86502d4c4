import type { ApiClient, Located } from '../../platform/index.ts';
import { jobStates, mailStates } from './admin-states.ts';

type Search = Located['search'];
/** A value of the address if it is one of the known ones; hands may write anything there. */
const known = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((v) => v === value);
const cursorIn = (search: Search) => {
  const cursor = search.get('cursor');
  return cursor ? { cursor } : {};
};

export const overviewQuery = (api: ApiClient) => ({
  queryKey: ['admin', 'overview'],
  queryFn: () => api.admin.overview(),
});

export const waitingQuery = (api: ApiClient, search: Search) => ({
  queryKey: ['admin', 'affiliations', search.get('cursor')],
  queryFn: () => api.admin.affiliations({ query: cursorIn(search) }),
});

export const membersQuery = (api: ApiClient, search: Search) => {
  const q = (search.get('q') ?? '').slice(0, 100);
  return {
    queryKey: ['admin', 'members', q, search.get('cursor')],
    queryFn: () => api.admin.members({ query: { q, ...cursorIn(search) } }),
  };
};

export const memberQuery = (api: ApiClient, id: string) => ({
  queryKey: ['admin', 'member', id],
  queryFn: () => api.admin.member({ params: { id } }),
});

export const jobsQuery = (api: ApiClient, search: Search) => {
  const state = known(jobStates, search.get('state')) ?? 'parked';
  return {
    queryKey: ['admin', 'jobs', state, search.get('cursor')],
    queryFn: () => api.admin.jobs({ query: { state, ...cursorIn(search) } }),
  };
};

export const mailsQuery = (api: ApiClient, search: Search) => {
  const state = known(mailStates, search.get('state'));
  return {
    queryKey: ['admin', 'mails', state, search.get('cursor')],
    queryFn: () => api.admin.mails({ query: { ...(state && { state }), ...cursorIn(search) } }),
  };
};

export const mailQuery = (api: ApiClient, id: string) => ({
  queryKey: ['admin', 'mail', id],
  queryFn: () => api.admin.mail({ params: { id } }),
});
