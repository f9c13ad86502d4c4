import { z } from 'zod';
import { Id, Locale } from '../kernel/index.ts';

/** What stands in a sentence: as it is, or names to be looked up by `of` and listed in the reader's language. */
const Said = z
  .union([
    z.string(),
    z.number(),
    z.object({
      names: z.array(z.string()),
      of: z.enum(['theme', 'modality', 'region', 'language', 'wish', 'group', 'text']),
    }),
  ])
  .meta({ id: 'MatchingSaid' });

const evidenceKinds = ['strength', 'lesson', 'challenge', 'story', 'part', 'request', 'profile', 'glossary'] as const;
const Evidence = z
  .object({
    kind: z.enum(evidenceKinds),
    label: z.string().describe('What it is called, or its first words'),
    locale: Locale.describe('The language of the label'),
    href: z.string(),
  })
  .meta({ id: 'MatchingEvidence' });
export type Evidence = z.output<typeof Evidence>;

/** One reason, in the reader's language, with what it rests on as far as the reader may see that. */
export const Because = z
  .object({
    key: z.string().describe('A message key: matching.because.…'),
    args: z.record(z.string(), Said),
    points: z.number().describe('Of the score'),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'MatchingBecause' });
export type Because = z.output<typeof Because>;

export const Matched = z
  .object({ id: Id, slug: z.string(), name: z.string(), country: z.string().nullable() })
  .meta({ id: 'MatchingOrganisation' });
export type Matched = z.output<typeof Matched>;
