import type { Holder, Seeker } from './facts.ts';
import type { Shelf } from './shelf.ts';
import type { Channel } from './weights.ts';

/** Both sides of what organisations have on record. */
export interface Shelves {
  readonly gives: Shelf;
  readonly wants: Shelf;
}
export type SideName = keyof Shelves;

/** One topic of a request: on which side it is looked up, and what a match is worth before it is known how sure it is. */
export interface Line {
  readonly channel: Channel;
  readonly key: string;
  readonly side: SideName;
  readonly worth: number;
}

const channelByLetter: Readonly<Record<string, Channel>> = {
  c: 'concept',
  t: 'theme',
  w: 'word',
  g: 'goal',
  m: 'modality',
};
const channelOf = (key: string): Channel | undefined => channelByLetter[key.slice(0, key.indexOf(':'))];

/** A need is answered by what others give; an offer by what they want. */
export const sideFor = ({ kind }: Pick<Seeker, 'kind'>): SideName => (kind === 'offer' ? 'wants' : 'gives');
export const recordsOn = (holder: Pick<Holder, 'gives' | 'wants'>, side: SideName) => holder[side];

/** The channels that can be a reason on their own. */
export const grounds: readonly Channel[] = ['concept', 'theme', 'word'];

/**
 * What is looked up for a request, in the order of its own words, so that sums come out the same however the shelves
 * were filled. What the requester brings is looked up among what others want.
 */
export function planFor(seeker: Seeker, shelves: Shelves, muted: readonly string[]): Line[] {
  const lines: Line[] = [];
  const side = sideFor(seeker);
  const add = (channel: Channel | undefined, key: string, at: SideName, weight: number): void => {
    if (!channel || muted.includes(key.slice(2))) return;
    const worth = weight * shelves[at].rarity(key);
    if (worth > 0) lines.push({ channel, key, side: at, worth });
  };
  for (const [key, { weight }] of Object.entries(seeker.asks)) add(channelOf(key), key, side, weight);
  if (side === 'gives')
    for (const [key, { weight }] of Object.entries(seeker.brings))
      if (grounds.slice(0, 2).includes(channelOf(key) ?? 'word')) add('reciprocity', key, 'wants', weight);
  return lines;
}
