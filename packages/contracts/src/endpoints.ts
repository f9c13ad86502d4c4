// What a page needs at run time to call the API; kept apart from the schemas so that reading loads no zod.
import { liveEndpoints } from './live/live.endpoints.ts';
import { membersEndpoints } from './members/members.endpoints.ts';

export const endpoints = {
  live: liveEndpoints,
  members: membersEndpoints,
} as const;
