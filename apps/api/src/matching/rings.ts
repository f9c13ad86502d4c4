import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import { linksOf, type Ring, ringsIn, type Suggestion, type Triangle, trianglesFor } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import { Matchings } from './matchings.ts';
import { SourcesQueries } from './sources.queries.ts';
import type { Stock } from './stock.ts';
import { WeightsQueries } from './weights.queries.ts';

export type Found = { readonly id: string; readonly score: number } & (
  | { readonly kind: 'ring'; readonly ring: Ring }
  | { readonly kind: 'triangle'; readonly triangle: Triangle }
);
interface Computed {
  readonly at: Date;
  readonly found: readonly Found[];
  /** What it was found among. */
  readonly stock: Stock;
  readonly took: number;
  readonly done: number;
}

const turn = 20;
/** What takes longer than this is not looked for anew each time: at most a twentieth of the processor goes into it. */
const cheap = 250;
const rest = 20;
/** Nobody waits longer than this for a first look at very many needs. */
const patience = 3000;

/** The same for the same needs and partners, whatever their scores are today. */
const idOf = (...pairs: readonly string[]): string =>
  createHash('sha256').update(pairs.join('\n')).digest('hex').slice(0, 16);
const pairOf = ({ requestId, organisationId }: Suggestion): string => `${requestId} ${organisationId}`;

/** Who of a ring or a triangle is suggested for which request. */
export const suggestionsIn = (found: Found): readonly Suggestion[] =>
  found.kind === 'ring' ? found.ring.links.map(({ suggestion }) => suggestion) : [found.triangle.suggestion];
export const organisationsIn = (found: Found): readonly string[] =>
  found.kind === 'ring' ? found.ring.organisationIds : [found.triangle.knowledgeId, found.triangle.funderId];

const everybodyIn = (found: Found): readonly string[] =>
  found.kind === 'ring' ? found.ring.organisationIds : [found.triangle.receiverId, ...organisationsIn(found)];

/** Rings and triangles among all needs: looked for when asked, in slices, and again when it is not too dear. */
@Injectable()
export class Rings {
  private readonly matchings: Matchings;
  private readonly sources: SourcesQueries;
  private readonly weights: WeightsQueries;
  private last: Computed | null = null;
  private running: Promise<Computed> | null = null;
  constructor(matchings: Matchings, sources: SourcesQueries, weights: WeightsQueries) {
    this.matchings = matchings;
    this.sources = sources;
    this.weights = weights;
  }

  /** Without what was closed, hidden or answered since they were found (invariant I9), and without those that were refused. */
  async open(now: Date): Promise<{ readonly at: Date | null; readonly found: readonly Found[] }> {
    const { stock } = await this.matchings.ready(now);
    const { last } = this;
    const fresh = last && last.took > cheap && performance.now() - last.done < rest * last.took;
    const looked = fresh ? last : await this.look(stock, now);
    if (!looked) return { at: null, found: [] };
    const { at, found } = looked;
    const refused = await this.sources.refusedCircles(addDays(now, -brokeringTerms.match.refusalDays));
    const taken = await this.sources.inRings();
    const stands = (one: Found): boolean =>
      !(one.kind === 'ring' && suggestionsIn(one).some(({ requestId }) => taken.has(requestId))) &&
      !refused.has(everybodyIn(one).toSorted().join()) &&
      suggestionsIn(one).every(
        ({ requestId, organisationId }) =>
          stock.request(requestId) && stock.matcher.exclusionOf(requestId, organisationId, now) === null,
      );
    return { at, found: found.filter(stands) };
  }

  /** What is found now, or what was found last when that takes too long; null when there is neither yet. */
  private look(stock: Stock, now: Date): Promise<Computed | null> {
    this.running ??= this.compute(stock, now);
    return Promise.race([this.running, setTimeout(patience, null, { ref: false }).then(() => this.last)]);
  }

  private async compute(stock: Stock, now: Date): Promise<Computed> {
    try {
      const { weights } = await this.weights.current();
      const started = performance.now();
      const all: Suggestion[] = [];
      const triangles: Triangle[] = [];
      const organisationOf = new Map<string, string>();
      const funders = stock.funders();
      let since = started;
      for (const seeker of stock.needs()) {
        const suggestions = stock.matcher.suggest(seeker.id, { now, weights });
        organisationOf.set(seeker.id, seeker.organisationId);
        all.push(...suggestions);
        triangles.push(...trianglesFor(seeker, suggestions, (id) => stock.holder(id), funders, now).slice(0, 1));
        if (performance.now() - since < turn) continue;
        await setImmediate();
        since = performance.now();
      }
      const { ringScore, ringsShown } = brokeringTerms.match;
      const links = linksOf((id) => organisationOf.get(id) ?? id, all);
      const found: Found[] = [
        ...ringsIn(links, ringScore).map((ring): Found => {
          const id = idOf(...ring.links.map(({ suggestion }) => pairOf(suggestion)));
          return { kind: 'ring', id, score: ring.score, ring };
        }),
        ...triangles.map((triangle): Found => {
          const id = idOf(pairOf(triangle.suggestion), triangle.funderId);
          return { kind: 'triangle', id, score: triangle.score, triangle };
        }),
      ];
      found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const done = performance.now();
      this.last = { at: now, found: found.slice(0, ringsShown), stock, took: done - started, done };
      return this.last;
    } finally {
      this.running = null;
    }
  }
}
