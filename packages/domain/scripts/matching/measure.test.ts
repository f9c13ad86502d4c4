import { describe, expect, it } from '@jest/globals';
import { defaultWeights } from '../../src/matching/index.ts';
import { keptAside, type LabelledNeed, labelledNeeds, tuningHalf } from '../../src/matching/labels/index.ts';
import { matcherRanking, measure, measureOne, overlapRanking, overlaps } from './measure.ts';
import { readWorld } from './world.ts';

const world = readWorld();
const now = new Date('2026-11-22T08:00:00Z');

describe('the labelled needs', () => {
  it('are pairs in seven languages with organisations that are there, half of them kept aside', () => {
    const known = new Set(world.holders.map(({ organisationId }) => organisationId));
    const named = labelledNeeds.flatMap(({ answers }) => Object.keys(answers));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThanOrEqual(120);
    expect(new Set(labelledNeeds.map(({ id }) => id)).size).toBe(labelledNeeds.length);
    expect(new Set(keptAside.map(({ locale }) => locale)).size).toBe(7);
    expect(tuningHalf.length).toBe(keptAside.length);
  });

  it('are each answered squarely or in good part by somebody', () => {
    for (const { id, answers } of labelledNeeds)
      expect({ id, best: Math.max(...Object.values(answers)) >= 2 }).toEqual({ id, best: true });
  });
});

describe('a measured list', () => {
  const need = { ...(labelledNeeds[0] as LabelledNeed), answers: { a: 3, b: 2, c: 1 } } as const;
  it('is perfect in the order of the grades, and worth less out of it', () => {
    expect(measureOne(need, ['a', 'b', 'c'])).toEqual({ ndcg: 1, recall: 1 });
    expect(measureOne(need, ['c', 'b', 'a']).ndcg).toBeCloseTo(
      (1 + 3 / Math.log2(3) + 7 / 2) / (7 + 3 / Math.log2(3) + 1 / 2),
      9,
    );
    expect(measureOne(need, ['x', 'b'])).toMatchObject({ recall: 0.5 });
    expect(measureOne(need, ['x', 'y', 'z', 'v', 'w', 'a'])).toEqual({ ndcg: 0, recall: 0 });
  });
});

describe('the matcher, on the half kept aside', () => {
  it('is far better than any plain overlap of tags', () => {
    const matched = measure(keptAside, matcherRanking(world, defaultWeights, now));
    for (const overlap of Object.values(overlaps)) {
      const plain = measure(keptAside, overlapRanking(world, overlap));
      expect(matched.ndcg).toBeGreaterThan(plain.ndcg + 0.2);
      expect(matched.recall).toBeGreaterThan(plain.recall + 0.1);
    }
  });
});
