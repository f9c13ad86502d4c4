import { brokering, brokeringLive } from './brokering/index.ts';
import { calendars } from './calendars/index.ts';
import { cities } from './cities/index.ts';
import { clusters, clustersLive } from './clusters/index.ts';
import { files, filesLive } from './files/index.ts';
import { forums, forumsLive } from './forums/index.ts';
import { home } from './home/index.ts';
import { knowledge } from './knowledge/index.ts';
import { lineage } from './lineage/index.ts';
import { live } from './live/index.ts';
import { matching } from './matching/index.ts';
import { admin, members } from './members/index.ts';
import { notifications, notificationsLive } from './notifications/index.ts';
import { programme, programmeLive } from './programme/index.ts';
import { qa, qaLive } from './qa/index.ts';
import { search } from './search/index.ts';

/** Named one by one: the whole, written out, is longer than a declaration may be. */
export type Api = {
  readonly knowledge: typeof knowledge;
  readonly clusters: typeof clusters;
  readonly calendars: typeof calendars;
  readonly cities: typeof cities;
  readonly admin: typeof admin;
  readonly brokering: typeof brokering;
  readonly files: typeof files;
  readonly forums: typeof forums;
  readonly home: typeof home;
  readonly lineage: typeof lineage;
  readonly notifications: typeof notifications;
  readonly search: typeof search;
  readonly live: typeof live;
  readonly matching: typeof matching;
  readonly members: typeof members;
  readonly programme: typeof programme;
  readonly qa: typeof qa;
};

/** Every room's operations: mounted by the server, printed as OpenAPI, typed for the client. */
export const api: Api = {
  knowledge,
  clusters,
  calendars,
  cities,
  admin,
  brokering,
  files,
  forums,
  home,
  lineage,
  notifications,
  search,
  live,
  matching,
  members,
  programme,
  qa,
};

/** Every happening that leaves as live news, with what all listeners of its stream may see. */
export const liveEvents = {
  ...clustersLive,
  ...brokeringLive,
  ...filesLive,
  ...forumsLive,
  ...notificationsLive,
  ...programmeLive,
  ...qaLive,
} as const;
