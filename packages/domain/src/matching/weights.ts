import { type CountryGroup, countryGroups } from './country-groups.ts';

/** What the need and the record say: each may bring up to its weight in points, never quite all of it. */
export const channels = ['concept', 'theme', 'word', 'goal', 'modality', 'reciprocity'] as const;
export type Channel = (typeof channels)[number];
/** How well two organisations can work together, whatever about. */
export const fits = ['language', 'hours', 'region', 'size', 'preference', 'reliability', 'acquaintance'] as const;
export type Fit = (typeof fits)[number];

export const features = [...channels, ...fits, 'balance'] as const;
export type Feature = (typeof features)[number];

/** Brings suggestions to those who are seldom found. Moves an order among near equals, and nothing beyond its reach. */
export interface Balance {
  /**
   * By how much of its own evidence a holder may be lifted for its groups, and for having had less than the largest
   * share. Nobody passes one with more than (1 + both) times as much evidence.
   */
  readonly reach: { readonly group: number; readonly share: number };
  /** The share of all suggestions that is to go to each group. */
  readonly shares: Readonly<Record<CountryGroup, number>>;
  /** The largest share of all suggestions one organisation is to have. */
  readonly largestShare: number;
  /** A share this far from its target is pushed with full force. */
  readonly tolerance: number;
}

/** Everything a broker may move. */
export interface Weights {
  readonly points: Readonly<Record<Channel | Fit, number>>;
  readonly balance: Balance;
  /** Less than this much said by need and record together is no reason to suggest anybody. */
  readonly least: number;
  /** Concepts that mislead, and count for nothing until somebody mends the glossary. */
  readonly muted: readonly string[];
}

export const defaultWeights: Weights = {
  points: {
    concept: 6,
    theme: 4,
    word: 1.5,
    goal: 0.5,
    modality: 0.5,
    reciprocity: 1,
    language: 0.4,
    hours: 0.15,
    region: 0.15,
    size: 0.15,
    preference: 1,
    reliability: 0.5,
    acquaintance: 0.5,
  },
  balance: {
    reach: { group: 0.2, share: 0.3 },
    shares: { ldc: 0.2, lldc: 0.15, sids: 0.1 },
    largestShare: 0.1,
    tolerance: 0.02,
  },
  least: 0.4,
  muted: [],
};

/** At this many matched topics (each weighed by how rare it is) a channel brings half of its points. */
export const halfway: Readonly<Record<Channel, number>> = {
  concept: 1.2,
  theme: 0.8,
  word: 1,
  goal: 1,
  modality: 0.5,
  reciprocity: 1,
};

/** Weights as stored or typed: nothing negative, nothing that is no number, shares that leave room for the others. */
export function faultsIn({ points, balance, least }: Weights): string[] {
  const sound = (value: number): boolean => Number.isFinite(value) && value >= 0;
  const sum = countryGroups.reduce((total, group) => total + balance.shares[group], 0);
  return [
    ...Object.entries(points).flatMap(([feature, value]) => (sound(value) ? [] : [`points.${feature}`])),
    ...countryGroups.flatMap((group) => (sound(balance.shares[group]) ? [] : [`balance.shares.${group}`])),
    ...(sum > 1 ? ['balance.shares'] : []),
    ...(['group', 'share'] as const).flatMap((half) =>
      sound(balance.reach[half]) && balance.reach[half] <= 1 ? [] : [`balance.reach.${half}`],
    ),
    ...(balance.largestShare > 0 && balance.largestShare <= 1 ? [] : ['balance.largestShare']),
    ...(balance.tolerance > 0 && balance.tolerance <= 1 ? [] : ['balance.tolerance']),
    ...(sound(least) ? [] : ['least']),
  ];
}
