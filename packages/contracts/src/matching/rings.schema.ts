import { z } from 'zod';
import { instant, pageOf, Reading } from '../kernel/index.ts';
import { Because, Matched } from './because.schema.ts';

const Need = z
  .object({ ref: z.string(), title: Reading.nullable(), organisation: Matched })
  .meta({ id: 'MatchingNeed' });

/** Two to four organisations, each of which has what the one before it needs, and the first what the last one needs. */
export const Ring = z
  .object({
    kind: z.literal('ring'),
    id: z.string().describe('The same for the same needs and partners'),
    score: z.number().describe('Of its weakest link'),
    links: z.array(z.object({ need: Need, partner: Matched, because: z.array(Because) })),
  })
  .meta({ id: 'MatchingRing' });

/** A need, a partner who knows, and a third who makes it possible. */
export const Triangle = z
  .object({
    kind: z.literal('triangle'),
    id: z.string(),
    score: z.number(),
    need: Need,
    partner: Matched,
    because: z.array(Because),
    funder: Matched,
    support: z.array(Because),
  })
  .meta({ id: 'MatchingTriangle' });

export const RingsPage = pageOf(z.discriminatedUnion('kind', [Ring, Triangle]))
  .extend({
    at: instant
      .nullable()
      .describe('When they were looked for; what was closed since is left out. Null: it goes on still'),
  })
  .meta({ id: 'RingsPage' });
export type RingsPage = z.output<typeof RingsPage>;
export type RingItem = RingsPage['items'][number];
