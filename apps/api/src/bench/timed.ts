/** How long each of many calls took, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}
export interface Timed {
  readonly what: string;
  readonly ours: Times;
  readonly raw: Times | null;
  readonly rawIs: string;
  /** What the 95th of a hundred may take at most. */
  readonly most: number | null;
}

const timesOf = (spent: readonly number[]): Times => {
  const sorted = [...spent].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
};

async function spent(call: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await call();
  return performance.now() - before;
}

/** What is done only once. */
export async function once(call: () => Promise<unknown>): Promise<Times> {
  return timesOf([await spent(call)]);
}

type Beside = { readonly ours: Times; readonly raw: Times };

/** One call at a time, alternating with the bare thing, so that whatever else the machine does falls on both. The first few warm up. */
export async function beside<T>(
  things: readonly T[],
  ours: (thing: T) => Promise<unknown>,
  raw: (thing: T) => Promise<unknown>,
): Promise<Beside> {
  const warm = Math.min(5, Math.floor(things.length / 4));
  const mine: number[] = [];
  const bare: number[] = [];
  for (const [n, thing] of things.entries()) {
    const bareTook = await spent(() => raw(thing));
    const took = await spent(() => ours(thing));
    if (n < warm) continue;
    bare.push(bareTook);
    mine.push(took);
  }
  return { ours: timesOf(mine), raw: timesOf(bare) };
}

/** So many at once, each without a pause; the bare thing afterwards in the same manner. */
export async function besideAtOnce<T>(
  each: readonly (readonly T[])[],
  ours: (thing: T) => Promise<unknown>,
  raw: (thing: T) => Promise<unknown>,
): Promise<Beside> {
  const all = async (call: (thing: T) => Promise<unknown>): Promise<Times> => {
    const took: number[] = [];
    await Promise.all(
      each.map(async (own) => {
        for (const thing of own) took.push(await spent(() => call(thing)));
      }),
    );
    return timesOf(took);
  };
  return { ours: await all(ours), raw: await all(raw) };
}
