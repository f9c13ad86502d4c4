import { regions } from '@baraza/domain/cities';
import { countryGroups } from '@baraza/domain/matching';
import { recordPeriods, unmetKinds } from '@baraza/domain/record';
import { z } from 'zod';
import { instant } from '../kernel/index.ts';

const amounts = {
  requests: z.int(),
  lines: z.int().describe('What of it was never met; a request without lines is one'),
};
/** Needs that anybody may read and nobody has met. */
export const UnmetDemand = z
  .object({
    at: instant,
    waitingDays: z.int().describe('A need waits when it has been open for so many days without an introduction'),
    totals: z.array(z.object({ kind: z.enum(unmetKinds), ...amounts })),
    cells: z
      .array(
        z.object({
          sdg: z.int().describe('0: without a goal; a need of two goals stands in both rows'),
          region: z.enum(regions),
          kind: z.enum(unmetKinds),
          ...amounts,
        }),
      )
      .describe('None for what there is none of'),
  })
  .meta({ id: 'UnmetDemand' });
export type UnmetDemand = z.output<typeof UnmetDemand>;

const few = 'null: too few to say';
const Spread = z
  .object({ of: z.int(), median: z.number().nullable().describe(few), ninetieth: z.number().nullable().describe(few) })
  .meta({ id: 'Spread' });
const Share = z.object({ of: z.int(), part: z.int().nullable().describe(few) }).meta({ id: 'ShareOf' });
export type Spread = z.output<typeof Spread>;
export type Share = z.output<typeof Share>;

export const RecordPeriod = z.enum(recordPeriods).meta({ id: 'RecordPeriod' });
export const RecordFilter = z.object({ period: RecordPeriod.default('year') });

/** What the house promises and how it kept it; only what anybody may read is counted. */
export const PromiseRecord = z
  .object({
    period: RecordPeriod,
    at: instant,
    triage: Spread.extend({ target: z.int() }).describe('Working days of the desk until its first answer'),
    answers: Share.extend({ within: z.int() }).describe('Expressions answered within so many working days'),
    firstExpression: Spread.extend({ published: z.int() }).describe('Days from publication to the first expression'),
    lines: Share.describe('Of the lines of needs and exchanges, those that are covered; dropped ones left out'),
    funnel: z.object({
      introduced: z.int(),
      agreed: Share,
      active: Share,
      alive: Share.describe('Of those that began a year ago or more: still going on, or completed, a year after'),
    }),
    groups: z.array(z.object({ group: z.enum(countryGroups), demand: Share, partnerships: Share })),
    concentration: Share.describe('Of all that is given, what the five who give most often give'),
    reciprocity: Share.describe('Of the organisations in partnerships, those that both give and receive'),
  })
  .meta({ id: 'PromiseRecord' });
export type PromiseRecord = z.output<typeof PromiseRecord>;
