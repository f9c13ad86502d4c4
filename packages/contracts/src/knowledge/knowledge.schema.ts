import { movesOf } from '@baraza/domain/kernel';
import { storyMachine } from '@baraza/domain/knowledge';
import { z } from 'zod';
import { Citation, Id, instant, Locale, Reading, Slug, Version } from '../kernel/index.ts';

const Named = z.object({ slug: Slug, name: z.string() });
const Sdg = z.int().min(1).max(17);

export const StoryLine = z
  .object({
    slug: Slug,
    title: Reading,
    summary: Reading,
    place: z.string(),
    themes: z.array(z.string()),
    sdgs: z.array(Sdg),
    organisations: z.array(Named),
    publishedAt: instant.nullable(),
  })
  .meta({ id: 'StoryLine' });
export type StoryLine = z.output<typeof StoryLine>;

/** A figure of a story and what proves it. */
export const StoryResult = z
  .object({
    metric: Reading,
    value: z.number().nullable().describe('Null where the source reports without a number'),
    unit: Reading,
    calendarYear: z.boolean().describe('The value is a year, not a quantity'),
    before: z.number().nullable(),
    year: z.int().nullable(),
    yearBasis: z.enum(['stated', 'webinar']).nullable().describe('How the year is known'),
    note: Reading.nullable(),
    citation: Citation,
  })
  .meta({ id: 'StoryResult' });
export type StoryResult = z.output<typeof StoryResult>;

export const StoryMove = z.enum(movesOf(storyMachine)).meta({ id: 'StoryMove' });

export const StoryView = StoryLine.extend({
  id: Id,
  version: Version,
  state: z.enum(storyMachine.states),
  reviewBy: instant.nullable(),
  challenge: Reading,
  solution: Reading,
  results: z.array(StoryResult),
  lessons: z.array(Reading),
  fits: Reading.nullable(),
  caution: Reading.nullable(),
  cluster: Named.nullable(),
  speakers: z.array(z.object({ name: z.string(), title: z.string(), organisation: z.string() })),
  webinars: z.array(z.object({ id: Slug, number: z.int() })),
  recordings: z.array(z.url()),
  citation: Citation,
  moves: z.array(StoryMove),
}).meta({ id: 'StoryView' });
export type StoryView = z.output<typeof StoryView>;

export const RecommendationView = z
  .object({
    slug: Slug,
    kind: z.enum(['policy', 'action']),
    title: Reading,
    text: Reading,
    measures: z.array(Reading),
    stories: z.array(z.object({ slug: Slug, title: Reading })),
    clusters: z.array(Named),
    citation: Citation,
  })
  .meta({ id: 'RecommendationView' });
export type RecommendationView = z.output<typeof RecommendationView>;

export const GlossaryTerm = z
  .object({ id: Slug, terms: z.record(Locale, z.string()), definition: Reading, citation: Citation.nullable() })
  .meta({ id: 'GlossaryTerm' });
export type GlossaryTerm = z.output<typeof GlossaryTerm>;
