import type { Holder, Seeker } from './facts.ts';
import { fitTable } from './fit.ts';
import { grounds, type Line, type Shelves } from './plan.ts';
import { type Channel, channels, fits, halfway, type Weights } from './weights.ts';

/** Rises with each matched topic, ever more slowly, and stays below the channel's weight. */
const pointsIn = (channel: Channel, sum: number, { points }: Weights): number =>
  sum === 0 ? 0 : (points[channel] * sum) / (sum + halfway[channel]);

/** Room to add up one request's matched topics for everybody at once: by channel, one column of slots. */
export interface Table {
  /** Clears the table, adds up each line for everybody who has it on record, and returns who has any grounds. */
  readonly addUp: (lines: readonly Line[], slots: number) => readonly number[];
  readonly sumsAt: (slot: number) => Readonly<Record<Channel, number>>;
  /** Points of what can be a reason on its own. */
  readonly groundsAt: (slot: number, weights: Weights) => number;
  /** Points of all that need and record say. */
  readonly saidAt: (slot: number, weights: Weights) => number;
}

export const fitPoints = (seeker: Seeker, holder: Holder, { points }: Weights): number => {
  let sum = 0;
  for (const fit of fits) if (points[fit] > 0) sum += points[fit] * fitTable[fit].value(seeker, holder);
  return sum;
};
/** The points of the best fit there is. */
export const mostFitPoints = ({ points }: Weights): number => fits.reduce((sum, fit) => sum + points[fit], 0);

export function createTable(shelves: Shelves): Table {
  const columnsOf = (size: number) =>
    Object.fromEntries(channels.map((channel) => [channel, new Float64Array(size)])) as Record<Channel, Float64Array>;
  let columns = columnsOf(0);
  let marked = new Uint8Array(0);

  const pointsAt = (some: readonly Channel[], slot: number, weights: Weights): number => {
    let points = 0;
    for (const channel of some) points += pointsIn(channel, columns[channel][slot] ?? 0, weights);
    return points;
  };

  return {
    addUp: (lines, slots) => {
      if (marked.length < slots) {
        columns = columnsOf(slots * 2);
        marked = new Uint8Array(slots * 2);
      } else {
        for (const channel of channels) columns[channel].fill(0);
        marked.fill(0);
      }
      const found: number[] = [];
      for (const { channel, key, side, worth } of lines) {
        const column = columns[channel];
        const isGround = grounds.includes(channel);
        shelves[side].about(key).forEach((weight, slot) => {
          column[slot] = (column[slot] ?? 0) + worth * weight;
          if (!isGround || marked[slot] === 1) return;
          marked[slot] = 1;
          found.push(slot);
        });
      }
      return found;
    },
    sumsAt: (slot) =>
      Object.fromEntries(channels.map((channel) => [channel, columns[channel][slot] ?? 0])) as Record<Channel, number>,
    groundsAt: (slot, weights) => pointsAt(grounds, slot, weights),
    saidAt: (slot, weights) => pointsAt(channels, slot, weights),
  };
}
