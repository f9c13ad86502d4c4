import type { HomeView } from '@baraza/contracts/home';
import type { ApiClient, Query } from '../../platform/index.ts';
import { mineQuery } from '../brokering/index.ts';

/** A member's home begins with what waits for them. */
export const homeQuery = (api: ApiClient): Query<HomeView> => ({
  queryKey: ['home'],
  queryFn: () => api.home.read(),
  after: ({ member }) => (member ? [mineQuery(api)] : []),
});
