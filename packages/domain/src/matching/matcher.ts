import { type Exposure, liftOf, liftPoints, noExposure, withExposure } from './balance.ts';
import { type Exclusion, exclusionOf } from './exclude.ts';
import { clausesOf, type Suggestion } from './explain.ts';
import type { Holder, Seeker } from './facts.ts';
import { type Line, planFor } from './plan.ts';
import { createTable, fitPoints, mostFitPoints } from './score.ts';
import { createShelf } from './shelf.ts';
import { defaultWeights, type Weights } from './weights.ts';

export interface Asked {
  readonly now: Date;
  readonly weights?: Weights;
  readonly limit?: number;
}

/**
 * Requests and organisations, kept ready to be matched. What it answers depends on what it holds and on what it is
 * asked with, never on the order in which either came; a list after any number of changes is that of a new matcher.
 */
export interface Matcher {
  readonly putHolder: (holder: Holder) => void;
  readonly putSeeker: (seeker: Seeker) => void;
  readonly removeHolder: (organisationId: string) => void;
  readonly removeSeeker: (requestId: string) => void;
  /** The best partners for a request, best first; none for a request it does not hold. */
  readonly suggest: (requestId: string, asked: Asked) => Suggestion[];
  /** What there is to say for one pair, even if it may not be suggested; null where there is nothing. */
  readonly explain: (requestId: string, organisationId: string, asked: Asked) => Suggestion | null;
  readonly exclusionOf: (requestId: string, organisationId: string, now: Date) => Exclusion | null;
  readonly exposure: () => Exposure;
}

export const usualLimit = 5;

interface Entry {
  readonly slot: number;
  readonly holder: Holder;
  readonly score: number;
}
const ahead = (a: Entry, b: Entry): number =>
  b.score - a.score ||
  a.holder.exposure - b.holder.exposure ||
  (a.holder.organisationId < b.holder.organisationId ? -1 : 1);

export function createMatcher(): Matcher {
  const shelves = { gives: createShelf(), wants: createShelf() };
  const table = createTable(shelves);
  const seekers = new Map<string, Seeker>();
  /** Holders by slot; a slot that is free again is filled again. */
  const holders: (Holder | undefined)[] = [];
  const slots = new Map<string, number>();
  const free: number[] = [];
  let exposure = noExposure;

  const held = (id: string): { slot: number; holder: Holder } | null => {
    const slot = slots.get(id);
    const holder = slot === undefined ? undefined : holders[slot];
    return slot === undefined || !holder ? null : { slot, holder };
  };

  const removeHolder = (id: string): void => {
    const known = held(id);
    if (!known) return;
    exposure = withExposure(exposure, known.holder, -1);
    shelves.gives.drop(known.slot);
    shelves.wants.drop(known.slot);
    holders[known.slot] = undefined;
    slots.delete(id);
    free.push(known.slot);
  };

  const putHolder = (holder: Holder): void => {
    removeHolder(holder.organisationId);
    const slot = free.pop() ?? holders.length;
    holders[slot] = holder;
    slots.set(holder.organisationId, slot);
    shelves.gives.put(slot, holder.gives);
    shelves.wants.put(slot, holder.wants);
    exposure = withExposure(exposure, holder, 1);
  };

  /** The points of what was added up last, for one of those it was added up for. */
  const suggestionFor = (
    seeker: Seeker,
    { slot, holder }: { slot: number; holder: Holder },
    weights: Weights,
    lines: readonly Line[],
  ): Suggestion => {
    const evidence = table.saidAt(slot, weights) + fitPoints(seeker, holder, weights);
    const lift = liftOf(holder, exposure, weights.balance);
    const balance = liftPoints(evidence, lift, weights.balance);
    const sums = table.sumsAt(slot);
    const sureOf = ({ side, key }: Line): number => shelves[side].about(key).get(slot) ?? 0;
    const clauses = clausesOf({ seeker, holder, weights, lines, sums, sureOf, lift, evidence });
    const { organisationId } = holder;
    return { requestId: seeker.id, organisationId, score: evidence + balance, evidence, balance, clauses };
  };

  const suggest: Matcher['suggest'] = (requestId, { now, weights = defaultWeights, limit = usualLimit }) => {
    const seeker = seekers.get(requestId);
    if (!seeker) return [];
    const best: Entry[] = [];
    const lines = planFor(seeker, shelves, weights.muted);
    const { group, share } = weights.balance.reach;
    const mostFit = mostFitPoints(weights);
    for (const slot of table.addUp(lines, holders.length)) {
      const holder = holders[slot];
      if (!holder || table.groundsAt(slot, weights) < weights.least) continue;
      const said = table.saidAt(slot, weights);
      const last = best.length < limit ? undefined : best.at(-1);
      // Not even the best fit and the largest lift would take it onto the list.
      if (last && (said + mostFit) * (1 + group + share) < last.score) continue;
      if (exclusionOf(seeker, holder, now)) continue;
      const evidence = said + fitPoints(seeker, holder, weights);
      if (last && evidence * (1 + group + share) < last.score) continue;
      const score = evidence + liftPoints(evidence, liftOf(holder, exposure, weights.balance), weights.balance);
      const entry = { slot, holder, score };
      if (last && ahead(last, entry) < 0) continue;
      best.push(entry);
      best.sort(ahead);
      if (best.length > limit) best.pop();
    }
    return best.map((entry) => suggestionFor(seeker, entry, weights, lines));
  };

  return {
    putHolder,
    removeHolder,
    putSeeker: (seeker) => void seekers.set(seeker.id, seeker),
    removeSeeker: (requestId) => void seekers.delete(requestId),
    suggest,
    explain: (requestId, organisationId, { weights = defaultWeights }) => {
      const seeker = seekers.get(requestId);
      const known = held(organisationId);
      if (!seeker || !known) return null;
      const lines = planFor(seeker, shelves, weights.muted);
      table.addUp(lines, holders.length);
      return table.groundsAt(known.slot, weights) > 0 ? suggestionFor(seeker, known, weights, lines) : null;
    },
    exclusionOf: (requestId, organisationId, now) => {
      const seeker = seekers.get(requestId);
      const known = held(organisationId);
      return seeker && known ? exclusionOf(seeker, known.holder, now) : null;
    },
    exposure: () => exposure,
  };
}
