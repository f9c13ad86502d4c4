import { live } from './live/index.ts';
import { members } from './members/index.ts';

/** Every room's operations: mounted by the server, printed as OpenAPI, typed for the client. */
export const api = {
  live,
  members,
} as const;
export type Api = typeof api;

/** Every happening that leaves as live news, with what all listeners of its stream may see. */
export const liveEvents = {} as const;
