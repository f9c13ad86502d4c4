import { z } from 'zod';
import { defineShapes } from '../kernel/index.ts';
import { byId } from './keys.ts';
import { RequestInterest, SavedSearch } from './search.schema.ts';

export const searchesRoutes = defineShapes({
  searches: {
    summary: 'What the reader asked to hear of, newest first; a visitor asked for nothing',
    access: 'anyone',
    response: z.object({ items: z.array(SavedSearch) }),
  },
  saveSearch: {
    summary: 'Ask to hear of every new request like these; asked twice it is kept once',
    access: 'member',
    status: 201,
    body: RequestInterest,
    response: SavedSearch,
  },
  dropSearch: { summary: 'Hear no more of such', access: 'member', params: byId },
});
