import { type CountryGroup, countryGroups } from './country-groups.ts';
import type { Holder } from './facts.ts';
import type { Balance } from './weights.ts';

/** How often everybody was suggested lately: all together, and each group of countries. Whole numbers. */
export interface Exposure {
  readonly total: number;
  readonly groups: Readonly<Record<CountryGroup, number>>;
}

type Exposed = Pick<Holder, 'exposure' | 'groups'>;

export const exposureOf = (holders: Iterable<Exposed>): Exposure => {
  let exposure = noExposure;
  for (const holder of holders) exposure = withExposure(exposure, holder, 1);
  return exposure;
};
export const noExposure: Exposure = { total: 0, groups: { ldc: 0, lldc: 0, sids: 0 } };
export const withExposure = (exposure: Exposure, holder: Exposed, sign: 1 | -1): Exposure => ({
  total: exposure.total + sign * holder.exposure,
  groups: Object.fromEntries(
    countryGroups.map((group) => [
      group,
      exposure.groups[group] + (holder.groups.includes(group) ? sign * holder.exposure : 0),
    ]),
  ) as Record<CountryGroup, number>,
});

/** So many suggestions are imagined to have gone out as agreed before the first one does. */
const imagined = 200;
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The two halves of a lift, each between 0 and 1: what is owed to its groups, and whether it has had its share. */
export interface Lift {
  readonly group: number;
  readonly own: number;
}
/** What every holder without a group gets for it: groups are pushed above this when behind, below it when ahead. */
export const level = 0.5;

/**
 * The controller of a smooth weighted round robin, read off the record of recent suggestions instead of off a counter
 * of its own: the same record gives the same lifts. A share that is `tolerance` short of its target is pushed with
 * full force, one that is as far beyond it is held back with full force, and in between in proportion. Among equals
 * any push decides, so shares settle at their targets; among unequals it moves a score by no more than its reach.
 */
export function liftOf(holder: Exposed, { total, groups }: Exposure, balance: Balance): Lift {
  const push = (target: number, count: number): number =>
    clamp(level + (target - (count + target * imagined) / (total + imagined)) / (2 * balance.tolerance));
  const owed = holder.groups.map((group) => push(balance.shares[group], groups[group]));
  return {
    group: owed.length > 0 ? owed.reduce((sum, value) => sum + value, 0) / owed.length : level,
    own: push(balance.largestShare, holder.exposure),
  };
}

/** The points a lift adds to this much evidence. */
export const liftPoints = (evidence: number, { group, own }: Lift, { reach }: Balance): number =>
  evidence * (reach.group * group + reach.share * own);
