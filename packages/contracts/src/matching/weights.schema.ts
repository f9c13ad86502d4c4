import { channels, countryGroups, fits } from '@baraza/domain/matching';
import { z } from 'zod';
import { instant, Version } from '../kernel/index.ts';

/** Written out in a form, so numbers may come as text. What they may be is the domain's to say. */
const number = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number());
/** Typed one on a line, or sent as a list. */
const ids = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/\s+/).filter((id) => id !== '') : value),
  z.array(z.string().max(60)).max(200),
);
const each = <const K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, number])) as Record<K, typeof number>);

export const Weights = z
  .object({
    points: each([...channels, ...fits]),
    balance: z.object({
      reach: each(['group', 'share']),
      shares: each(countryGroups),
      largestShare: number,
      tolerance: number,
    }),
    least: number,
    muted: ids.default([]),
  })
  .meta({ id: 'MatchingWeights' });

export const WeightsBody = z.object({ version: Version, weights: Weights }).meta({ id: 'MatchingWeightsBody' });

export const WeightsView = z
  .object({
    version: z.int().describe('0 until somebody moved one'),
    weights: Weights,
    usual: Weights.describe('Those measured in docs/matching.md'),
    changed: z.object({ at: instant, by: z.string() }).nullable(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'MatchingWeightsView' });
export type WeightsView = z.output<typeof WeightsView>;
