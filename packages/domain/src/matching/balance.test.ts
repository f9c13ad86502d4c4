import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { about, aHolder, aRecord, aSeeker, now } from '../../test/matching.ts';
import {
  type CountryGroup,
  createMatcher,
  defaultWeights,
  exposureOf,
  groupsOf,
  type Holder,
  liftOf,
  liftPoints,
  type Weights,
} from './index.ts';

const themes = [
  'ports',
  'customs',
  'logistics',
  'talent',
  'tourism',
  'payments',
  'women',
  'youth',
  'climate',
  'culture',
];
const offering = (id: string, of: readonly string[], change: Partial<Holder> = {}): Holder =>
  aHolder(id, { gives: of.map((theme) => aRecord(`${id}/${theme}`, about('en', '', { themes: [theme] }))), ...change });

/** Requests for one theme after another; whoever is suggested has been suggested once more. Shares of all suggestions. */
function live(all: readonly Holder[], weights: Weights, requests: number) {
  const matcher = createMatcher();
  const holders = new Map(all.map((holder) => [holder.organisationId, holder]));
  for (const holder of all) matcher.putHolder(holder);
  for (let i = 0; i < requests; i++) {
    const theme = themes[i % themes.length] ?? '';
    matcher.putSeeker(aSeeker('r', { asks: about('en', '', { themes: [theme] }) }));
    for (const { organisationId } of matcher.suggest('r', { now, weights })) {
      const holder = holders.get(organisationId);
      if (!holder) throw new Error(organisationId);
      const seen = { ...holder, exposure: holder.exposure + 1 };
      holders.set(organisationId, seen);
      matcher.putHolder(seen);
    }
  }
  const { total, groups } = matcher.exposure();
  const shareOf = (id: string): number => (holders.get(id)?.exposure ?? 0) / total;
  return { total, group: (group: CountryGroup) => groups[group] / total, shareOf };
}

/** Two hundred cities that know three of the ten themes each; every fourth is in a group, some in two. */
const population = Array.from({ length: 200 }, (_, i) => {
  const of = [0, 3, 7].map((step) => themes[(i + step) % themes.length] ?? '');
  const groups: CountryGroup[][] = [['ldc'], ['ldc', 'lldc'], ['lldc'], ['sids']];
  return offering(`city-${String(i).padStart(3, '0')}`, of, { groups: i % 4 === 0 ? (groups[(i / 4) % 4] ?? []) : [] });
});
const weighed = (balance: Partial<Weights['balance']>): Weights => ({
  ...defaultWeights,
  balance: { ...defaultWeights.balance, ...balance },
});

describe('where the evidence is equal', () => {
  it.each([
    { ldc: 0.2, lldc: 0.15, sids: 0.1 },
    { ldc: 0.4, lldc: 0.25, sids: 0.15 },
    { ldc: 0.05, lldc: 0.05, sids: 0.02 },
  ])('each group has its share within two in a hundred: %j', (shares) => {
    const { total, group } = live(population, weighed({ shares }), 600);
    expect(total).toBe(3000);
    for (const name of ['ldc', 'lldc', 'sids'] as const) {
      expect(group(name)).toBeGreaterThan(shares[name] - 0.02);
      expect(group(name)).toBeLessThan(shares[name] + 0.02);
    }
  });

  it('without balance, shares stay as far off as the population is', () => {
    expect(live(population, weighed({ reach: { group: 0, share: 0 } }), 600).group('ldc')).toBeLessThan(0.15);
  });
});

describe('a star city, a little better at everything', () => {
  const star = offering('star', themes, { history: { asked: 9, answered: 5, introductions: [] } });

  it('is suggested to everybody without balance, and within two in a hundred of the largest share with it', () => {
    const everywhere = live([star, ...population], weighed({ reach: { group: 0, share: 0 } }), 300).shareOf('star');
    expect(everywhere).toBeCloseTo(0.2, 9);
    const { shareOf } = live([star, ...population], weighed({ largestShare: 0.08 }), 600);
    expect(shareOf('star')).toBeGreaterThan(0.06);
    expect(shareOf('star')).toBeLessThan(0.1);
  });
});

describe('the balance', () => {
  const exposed = fc.record({ exposure: fc.nat(500), groups: fc.subarray<CountryGroup>(['ldc', 'lldc', 'sids']) });

  it('never takes anybody past one with more than its reach better evidence', () => {
    const { balance } = defaultWeights;
    const evidence = fc.double({ min: 0.1, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.array(exposed, { minLength: 2 }), evidence, evidence, (all, a, b) => {
        const exposure = exposureOf(all);
        const [one, other] = all;
        if (!one || !other) return;
        const score = (points: number, who: typeof one) =>
          points + liftPoints(points, liftOf(who, exposure, balance), balance);
        if (a > b * (1 + balance.reach.group + balance.reach.share))
          expect(score(a, one)).toBeGreaterThan(score(b, other));
      }),
    );
  });

  it('lifts who is behind more than who is level, and who is level more than who is ahead', () => {
    const { balance } = defaultWeights;
    const lift = (ldc: number) =>
      liftOf({ exposure: 0, groups: ['ldc'] }, { total: 1000, groups: { ldc, lldc: 0, sids: 0 } }, balance).group;
    expect(lift(175)).toBe(1);
    expect(lift(200)).toBeCloseTo(0.5, 9);
    expect(lift(190)).toBeGreaterThan(lift(200));
    expect(lift(225)).toBe(0);
  });
});

describe('the groups of a country', () => {
  it.each([
    ['BJ', ['ldc']],
    ['LA', ['ldc', 'lldc']],
    ['KI', ['ldc', 'sids']],
    ['KZ', ['lldc']],
    ['FJ', ['sids']],
    ['CN', []],
    [null, []],
  ] as const)('%s: %j', (country, groups) => {
    expect(groupsOf(country)).toEqual(groups);
  });
});
