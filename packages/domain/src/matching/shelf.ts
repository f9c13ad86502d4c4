import type { OnRecord, RecordKind } from './facts.ts';
import { either } from './terms/index.ts';

/** How far a record speaks for the one it belongs to: an open request most, another’s story least. */
export const recordWeight: Readonly<Record<RecordKind, number>> = {
  request: 0.7,
  strength: 0.6,
  challenge: 0.6,
  story: 0.5,
  lesson: 0.4,
  profile: 0.3,
  part: 0.2,
};

/** How surely somebody is about each topic, all records together: grows with every record, stays below 1. */
export function topicsOf(records: readonly OnRecord[]): Map<string, number> {
  const topics = new Map<string, number>();
  for (const { kind, reading } of records)
    for (const [key, { weight }] of Object.entries(reading))
      topics.set(key, either(topics.get(key) ?? 0, recordWeight[kind] * weight));
  return topics;
}

const none: ReadonlyMap<number, number> = new Map();

/** An inverted index: by topic, who is about it and how surely. Holders stand in numbered slots. */
export interface Shelf {
  readonly put: (slot: number, records: readonly OnRecord[]) => void;
  readonly drop: (slot: number) => void;
  readonly about: (key: string) => ReadonlyMap<number, number>;
  /** Between 0 and 1: near 0 where everybody has it on record, 1 where one does. */
  readonly rarity: (key: string) => number;
}

/** A plain word that more than a fifth of all have on record tells nothing. */
const commonWord = { share: 0.2, atLeast: 3 };

export function createShelf(): Shelf {
  const byTopic = new Map<string, Map<number, number>>();
  const bySlot = new Map<number, readonly string[]>();
  const about = (key: string): ReadonlyMap<number, number> => byTopic.get(key) ?? none;
  const drop = (slot: number): void => {
    for (const key of bySlot.get(slot) ?? []) {
      const holders = byTopic.get(key);
      holders?.delete(slot);
      if (holders?.size === 0) byTopic.delete(key);
    }
    bySlot.delete(slot);
  };
  return {
    about,
    drop,
    put: (slot, records) => {
      drop(slot);
      const topics = topicsOf(records);
      if (topics.size === 0) return;
      bySlot.set(slot, [...topics.keys()]);
      for (const [key, weight] of topics) {
        const holders = byTopic.get(key) ?? new Map<number, number>();
        byTopic.set(key, holders.set(slot, weight));
      }
    },
    rarity: (key) => {
      const found = about(key).size;
      const all = bySlot.size;
      if (found === 0) return 0;
      if (key.startsWith('w:') && found > Math.max(commonWord.atLeast, all * commonWord.share)) return 0;
      return Math.log1p(all / found) / Math.log1p(all);
    },
  };
}
