import { z } from 'zod';
import { Id, instant } from '../kernel/index.ts';
import { Because, Matched } from './because.schema.ts';

export const CandidatesFilter = z.object({
  limit: z.coerce.number().int().min(1).max(20).default(5),
  organisation: Id.optional().describe('Also this one, listed or not, and why it may not be suggested'),
});

export const Candidate = z
  .object({
    organisation: Matched,
    score: z.number(),
    because: z.array(Because).describe('The weightiest first'),
    metBefore: z
      .object({ at: instant, agreed: z.boolean() })
      .nullable()
      .describe('When the two were introduced last, and whether it came to a partnership'),
    asked: z.int().describe('Suggestions put to it and answered, or left until they lapsed'),
    answered: z.int().describe('Those of them it answered'),
    waiting: z.int().describe('Those it still has to answer'),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.output<typeof Candidate>;

export const Candidates = z
  .object({
    items: z.array(Candidate),
    one: z
      .object({
        candidate: Candidate.nullable().describe('Null when nothing speaks for it'),
        excluded: z.string().nullable().describe('A message key: matching.excluded.…'),
      })
      .nullable(),
  })
  .meta({ id: 'Candidates' });
export type Candidates = z.output<typeof Candidates>;
