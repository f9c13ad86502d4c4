import { createMatcher, type Weights } from '../../src/matching/index.ts';
import type { LabelledNeed } from '../../src/matching/labels/index.ts';
import { seekerOf, type World } from './world.ts';

/** The five best organisations for a need, best first. */
export type Ranking = (need: LabelledNeed) => readonly string[];

export const depth = 5;
/** What counts as found: whoever answers at least a good part of the need. */
const relevant = 2;

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

export interface Measured {
  readonly ndcg: number;
  readonly recall: number;
}

export function measureOne({ answers }: LabelledNeed, ranked: readonly string[]): Measured {
  const first = ranked.slice(0, depth);
  const ideal = Object.values(answers).sort((a, b) => b - a);
  const wanted = Object.entries(answers).flatMap(([id, grade]) => (grade >= relevant ? [id] : []));
  return {
    ndcg: gain(first.map((id) => answers[id] ?? 0)) / gain(ideal.slice(0, depth)),
    recall: wanted.filter((id) => first.includes(id)).length / Math.min(depth, wanted.length),
  };
}

export function measure(needs: readonly LabelledNeed[], ranking: Ranking): Measured {
  const each = needs.map((need) => measureOne(need, ranking(need)));
  const mean = (of: keyof Measured): number => each.reduce((sum, one) => sum + one[of], 0) / each.length;
  return { ndcg: mean('ndcg'), recall: mean('recall') };
}

export function matcherRanking({ lexicon, holders }: World, weights: Weights, now: Date): Ranking {
  const matcher = createMatcher();
  for (const holder of holders) matcher.putHolder(holder);
  return (need) => {
    const seeker = seekerOf(need, lexicon);
    matcher.putSeeker(seeker);
    const list = matcher.suggest(seeker.id, { now, weights, limit: depth });
    matcher.removeSeeker(seeker.id);
    return list.map(({ organisationId }) => organisationId);
  };
}

/** How alike two sets of tags are: shared ones, of all, of the geometric mean, or weighed by how rare they are. */
export const overlaps = {
  count: (shared: number) => shared,
  jaccard: (shared: number, asked: number, had: number) => shared / (asked + had - shared),
  cosine: (shared: number, asked: number, had: number) => shared / Math.sqrt(asked * had),
} as const;

/** Plain overlap of the need's themes with the themes on record; ties by name. */
export const overlapRanking =
  ({ tags }: World, overlap: (shared: number, asked: number, had: number) => number): Ranking =>
  ({ themes }) =>
    [...tags]
      .map(([id, had]) => {
        const shared = themes.filter((theme) => had.has(theme)).length;
        return { id, score: shared === 0 ? 0 : overlap(shared, themes.length, had.size) };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, depth)
      .map(({ id }) => id);
