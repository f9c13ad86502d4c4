import { z } from 'zod';
import { defineRoutes } from '../kernel/index.ts';
import { searchEndpoints } from './search.endpoints.ts';
import { Line } from './search.schema.ts';

export const search = defineRoutes('search', searchEndpoints, {
  find: {
    summary: 'Where all these words occur, in what the reader may see: the latest of each kind',
    access: 'anyone',
    query: z.object({ q: z.string().trim().max(100).default('') }),
    response: z.object({ groups: z.array(z.object({ kind: z.string(), items: z.array(Line), more: z.boolean() })) }),
    perMinute: 60,
  },
});
