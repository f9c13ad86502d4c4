import { z } from 'zod';
import { instant } from '../kernel/index.ts';
import { Line } from '../search/index.ts';

/** What the front page shows this reader; each list is short, and empty where there is nothing. */
export const HomeView = z
  .object({
    member: z.boolean().describe('The reader is signed in'),
    requests: z.array(Line).describe('Open ones; for a member, those near their clusters and themes'),
    threads: z.array(Line).describe('Lately active; for a member, those of their clusters'),
    stories: z.array(Line),
    session: z
      .object({ line: Line, startsAt: instant, endsAt: instant, timeZone: z.string(), live: z.boolean() })
      .nullable()
      .describe('The next one, or the one that runs'),
    promise: z
      .object({ requests: z.int(), workingDays: z.int() })
      .nullable()
      .describe('How many requests of the last year the desk answered, and in how many working days half of them'),
    totals: z.object({ cities: z.int(), requests: z.int(), stories: z.int() }),
  })
  .meta({ id: 'HomeView' });
export type HomeView = z.output<typeof HomeView>;
