import { z } from 'zod';
import { Id, instant, Locale } from '../kernel/index.ts';

/** What is shown of a thing in a list that is not its own room's. */
export const Line = z
  .object({
    kind: z.string().describe('request, thread, story, organisation, session'),
    id: Id,
    title: z.string(),
    locale: Locale.describe('The language of the title'),
    href: z.string(),
    at: instant.nullable(),
    form: z.string().nullable().describe('Which sort of its kind: need, question'),
    state: z.string().nullable(),
    ref: z.string().nullable(),
    by: z.string().nullable().describe('The organisation or place it comes from; the country of a city'),
    where: z.string().nullable().describe('The forum or cluster it stands in'),
    count: z.int().nullable().describe('Posts of a thread'),
  })
  .meta({ id: 'Line' });
export type Line = z.output<typeof Line>;
