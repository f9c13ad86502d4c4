import { brokering, brokeringLive } from './brokering/index.ts';
import { cities } from './cities/index.ts';
import { clusters, clustersLive } from './clusters/index.ts';
import { forums, forumsLive } from './forums/index.ts';
import { home } from './home/index.ts';
import { knowledge } from './knowledge/index.ts';
import { lineage } from './lineage/index.ts';
import { live } from './live/index.ts';
import { admin, members } from './members/index.ts';
import { notifications, notificationsLive } from './notifications/index.ts';
import { programme, programmeLive } from './programme/index.ts';
import { qa, qaLive } from './qa/index.ts';
import { search } from './search/index.ts';

/** Every room's operations: mounted by the server, printed as OpenAPI, typed for the client. */
export const api = {
  knowledge,
  clusters,
  cities,
  admin,
  brokering,
  forums,
  home,
  lineage,
  notifications,
  search,
  live,
  members,
  programme,
  qa,
} as const;
export type Api = typeof api;

/** Every happening that leaves as live news, with what all listeners of its stream may see. */
export const liveEvents = {
  ...clustersLive,
  ...brokeringLive,
  ...forumsLive,
  ...notificationsLive,
  ...programmeLive,
  ...qaLive,
} as const;
