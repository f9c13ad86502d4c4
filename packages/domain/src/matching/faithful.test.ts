import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holders, now, seekers } from '../../test/matching.ts';
import {
  createMatcher,
  defaultWeights,
  type Evidence,
  features,
  type Holder,
  type OnRecord,
  type Seeker,
  type Weights,
} from './index.ts';

/** The same pair without what a clause cites. */
function without(evidence: Evidence, holder: Holder, seeker: Seeker): { holder: Holder; weights: Weights } {
  const weights = defaultWeights;
  if (evidence.kind === 'glossary') return { holder, weights: { ...weights, muted: [evidence.id] } };
  if (evidence.kind !== 'fact') {
    const rest = (records: readonly OnRecord[]): OnRecord[] =>
      records.filter(({ kind, id }) => kind !== evidence.kind || id !== evidence.id);
    return { holder: { ...holder, gives: rest(holder.gives), wants: rest(holder.wants) }, weights };
  }
  const blank: Record<typeof evidence.fact, Partial<Holder>> = {
    languages: { languages: [] },
    utcOffset: { utcOffset: seeker.utcOffset + 720 },
    region: { region: 'global' },
    size: { size: null },
    wishes: { region: 'global', size: null, type: null, languages: [] },
    history: { history: { asked: 0, answered: 0, introductions: [] } },
    groups: { groups: [] },
  };
  return { holder: { ...holder, ...blank[evidence.fact] }, weights };
}

const pairs = fc.record({
  seeker: seekers('r1'),
  holder: holders('a'),
  others: fc.tuple(holders('b'), holders('c'), holders('d')),
});

describe('an explanation', () => {
  it('rests on what it cites: take any of it away and the score falls', () => {
    const cited = new Map<string, number>();
    fc.assert(
      fc.property(pairs, ({ seeker, holder, others }) => {
        const matcher = createMatcher();
        matcher.putSeeker(seeker);
        [holder, ...others].forEach(matcher.putHolder);
        const before = matcher.explain('r1', 'a', { now });
        for (const { feature, evidence } of before?.clauses ?? []) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const one of evidence) {
            const { holder: less, weights } = without(one, holder, seeker);
            matcher.putHolder(less);
            const after = matcher.explain('r1', 'a', { now, weights });
            expect({ feature, one, falls: (after?.score ?? 0) < (before?.score ?? 0) }).toMatchObject({ falls: true });
            cited.set(feature, (cited.get(feature) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    expect([...cited.keys()].sort()).toEqual([...features].sort());
    expect(Math.min(...cited.values())).toBeGreaterThan(20);
  });

  it('names every point of the evidence, and the evidence with the balance is the score', () => {
    fc.assert(
      fc.property(pairs, ({ seeker, holder, others }) => {
        const matcher = createMatcher();
        matcher.putSeeker(seeker);
        [holder, ...others].forEach(matcher.putHolder);
        const said = matcher.explain('r1', 'a', { now });
        if (!said) return;
        const named = said.clauses.filter(({ feature }) => feature !== 'balance');
        expect(named.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(said.evidence, 9);
        expect(said.score).toBe(said.evidence + said.balance);
        const { group, share } = defaultWeights.balance.reach;
        expect(said.balance).toBeLessThanOrEqual(said.evidence * (group + share));
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
