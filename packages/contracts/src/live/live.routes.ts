import { z } from 'zod';
import { defineRoutes, Missed } from '../kernel/index.ts';
import { liveEndpoints } from './live.endpoints.ts';

export const live = defineRoutes('live', liveEndpoints, {
  missed: {
    summary: 'What a listener of a stream missed since a number',
    access: 'anyone',
    params: z.object({ stream: z.string().max(80) }),
    query: z.object({ since: z.coerce.number().int().min(0) }),
    response: Missed,
  },
});
