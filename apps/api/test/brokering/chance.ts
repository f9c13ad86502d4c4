/** Chance that can be had again: the same seed, the same ten years. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number below. */
  below(n: number): number;
  is(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    is: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}
