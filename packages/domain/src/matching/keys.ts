import type { CountryGroup } from './country-groups.ts';
import type { Exclusion } from './exclude.ts';
import type { Wish } from './facts.ts';
import type { Feature } from './weights.ts';

/** What brokers read beside a weight, a group, a wish, or a partner left out: keys of the catalogues. */
export const featureKey = (feature: Feature) => `matching.feature.${feature}` as const;
export const groupKey = (group: CountryGroup) => `matching.group.${group}` as const;
export const wishKey = (wish: keyof Wish) => `matching.wish.${wish}` as const;
export const exclusionKey = (exclusion: Exclusion) => `matching.excluded.${exclusion}` as const;
