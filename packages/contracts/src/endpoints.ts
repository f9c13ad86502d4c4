// What a page needs at run time to call the API; kept apart from the schemas so that reading loads no zod.
import { brokeringEndpoints } from './brokering/brokering.endpoints.ts';
import { citiesEndpoints } from './cities/cities.endpoints.ts';
import { clustersEndpoints } from './clusters/clusters.endpoints.ts';
import { forumsEndpoints } from './forums/forums.endpoints.ts';
import { knowledgeEndpoints } from './knowledge/knowledge.endpoints.ts';
import { lineageEndpoints } from './lineage/lineage.endpoints.ts';
import { liveEndpoints } from './live/live.endpoints.ts';
import { adminEndpoints } from './members/admin.endpoints.ts';
import { membersEndpoints } from './members/members.endpoints.ts';

export const endpoints = {
  knowledge: knowledgeEndpoints,
  clusters: clustersEndpoints,
  cities: citiesEndpoints,
  admin: adminEndpoints,
  brokering: brokeringEndpoints,
  forums: forumsEndpoints,
  lineage: lineageEndpoints,
  live: liveEndpoints,
  members: membersEndpoints,
} as const;
