// What a page needs at run time to call the API; kept apart from the schemas so that reading loads no zod.
import { brokeringEndpoints } from './brokering/brokering.endpoints.ts';
import { calendarsEndpoints } from './calendars/calendars.endpoints.ts';
import { citiesEndpoints } from './cities/cities.endpoints.ts';
import { clustersEndpoints } from './clusters/clusters.endpoints.ts';
import { filesEndpoints } from './files/files.endpoints.ts';
import { forumsEndpoints } from './forums/forums.endpoints.ts';
import { homeEndpoints } from './home/home.endpoints.ts';
import { knowledgeEndpoints } from './knowledge/knowledge.endpoints.ts';
import { lineageEndpoints } from './lineage/lineage.endpoints.ts';
import { liveEndpoints } from './live/live.endpoints.ts';
import { matchingEndpoints } from './matching/matching.endpoints.ts';
import { adminEndpoints } from './members/admin.endpoints.ts';
import { membersEndpoints } from './members/members.endpoints.ts';
import { notificationsEndpoints } from './notifications/notifications.endpoints.ts';
import { programmeEndpoints } from './programme/programme.endpoints.ts';
import { qaEndpoints } from './qa/qa.endpoints.ts';
import { searchEndpoints } from './search/search.endpoints.ts';

export const endpoints = {
  knowledge: knowledgeEndpoints,
  clusters: clustersEndpoints,
  calendars: calendarsEndpoints,
  cities: citiesEndpoints,
  admin: adminEndpoints,
  brokering: brokeringEndpoints,
  files: filesEndpoints,
  forums: forumsEndpoints,
  home: homeEndpoints,
  lineage: lineageEndpoints,
  notifications: notificationsEndpoints,
  search: searchEndpoints,
  live: liveEndpoints,
  matching: matchingEndpoints,
  members: membersEndpoints,
  programme: programmeEndpoints,
  qa: qaEndpoints,
} as const;
