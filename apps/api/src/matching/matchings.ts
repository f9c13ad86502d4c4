import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { brokeringTerms } from '@baraza/domain/brokering';
import { createLexicon, type Lexicon, read, type Written } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import type { Explanation } from './explanation.ts';
import { type Read, type Source, SourcesQueries } from './sources.queries.ts';
import { stem } from './stemmer.ts';
import { type Known, Stock } from './stock.ts';
import { themeLabels } from './theme-labels.ts';
import { WeightsQueries } from './weights.queries.ts';
import { broughtIn, writtenInFact, writtenInRequest, writtenInStory } from './written.ts';

interface Ready {
  readonly stock: Stock;
  readonly lexicon: Lexicon;
}
interface Held extends Ready {
  readonly fingerprint: string;
  /** What is known of the past is counted up to this day. */
  readonly day: string;
  next: string;
}

/** The event loop gets a turn so often while much is read. */
const turn = 20;
const atOnce = 500;

/**
 * The one matcher of this process, filled when it is first asked. Before each use it reads what changed since, so it knows
 * what is committed, whoever committed it, and several processes say the same.
 */
@Injectable()
export class Matchings {
  private readonly sources: SourcesQueries;
  private readonly weights: WeightsQueries;
  private held: Held | null = null;
  private waiting: Promise<unknown> = Promise.resolve();
  constructor(sources: SourcesQueries, weights: WeightsQueries) {
    this.sources = sources;
    this.weights = weights;
  }

  /** One after the other: each finds what the one before has read. */
  ready(now: Date): Promise<Ready> {
    const mine = this.waiting.then(() => this.refresh(now));
    this.waiting = mine.catch(() => undefined);
    return mine;
  }

  /** Names of things, once they were read: enough to say what was found before. */
  async lexicon(now: Date): Promise<Lexicon> {
    return (this.held ?? (await this.ready(now))).lexicon;
  }

  /** Why these two, whether or not one may be suggested to the other; null where there is nothing to say. */
  async explain(requestId: string, organisationId: string, now: Date): Promise<Explanation | null> {
    const { version, weights } = await this.weights.current();
    const { stock } = await this.ready(now);
    const found = stock.matcher.explain(requestId, organisationId, { now, weights });
    return found && { score: found.score, weights: version, clauses: found.clauses };
  }

  private async refresh(now: Date): Promise<Ready> {
    const day = now.toISOString().slice(0, 10);
    const known = this.held?.day === day ? this.held : null;
    // Nothing half read is kept: whoever fails leaves an empty hand, and the next one fills it.
    this.held = null;
    const { next, subjects } = await this.sources.changed(known?.next ?? null);
    const stale = !known || subjects.includes('glossary:');
    const held = stale ? await this.begin(now, day) : known;
    const all = stale && known ? (await this.sources.changed(null)).subjects : subjects;
    await this.take(held, all, now, stale);
    held.next = next;
    this.held = held;
    return held;
  }

  private async begin(now: Date, day: string): Promise<Held> {
    const lexicon = createLexicon(stem, await this.sources.glossary(), themeLabels());
    const names = Object.values(lexicon.names).map((map) => [...map]);
    const fingerprint = createHash('sha256').update(JSON.stringify(names)).digest('base64url');
    return { stock: new Stock(now), lexicon, fingerprint, day, next: '0' };
  }

  private async take(held: Held, subjects: readonly string[], now: Date, everything: boolean): Promise<void> {
    const { stock, fingerprint } = held;
    const of = (kind: string) =>
      subjects.flatMap((subject) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []));
    const organisations = await inParts(of('organisation'), async (ids) =>
      this.readAll(held, 'organisation', await this.sources.organisations(ids, fingerprint), (facts) =>
        Object.fromEntries(facts.map((fact) => [`${fact.kind}/${fact.position}`, writtenInFact(fact)])),
      ),
    );
    const stories = await inParts(of('story'), async (ids) =>
      this.readAll(held, 'story', await this.sources.stories(ids, fingerprint), (words) => ({
        told: writtenInStory(words),
      })),
    );
    const requests = await inParts(of('request'), async (ids) =>
      this.readAll(held, 'request', await this.sources.requests(ids, fingerprint), (words) => ({
        asks: writtenInRequest(words),
        brings: broughtIn(words),
      })),
    );
    const matches = of('match');
    const { exposureDays } = brokeringTerms.match;
    const histories =
      everything || matches.length > 0
        ? await this.sources.history(everything ? null : matches, now, exposureDays)
        : [];
    // In one breath: whoever asks meanwhile finds all of it or none.
    for (const one of organisations) stock.putOrganisation(one);
    for (const one of stories) stock.putStory(one);
    for (const one of requests) stock.putRequest(one);
    for (const one of histories) stock.putHistory(one);
    stock.settle();
  }

  /** What was read before is taken as it is kept; the rest is read now, and kept. */
  private async readAll<S extends Source<unknown>>(
    { lexicon, fingerprint }: Held,
    kind: string,
    found: readonly S[],
    written: (words: NonNullable<S['words']>) => Readonly<Record<string, Written>>,
  ): Promise<Known<S>[]> {
    const fresh: Read[] = [];
    const known: Known<S>[] = [];
    let since = performance.now();
    for (const { readings, words, changedIn, ...source } of found) {
      if (readings || !words) {
        known.push({ ...source, readings: readings ?? {} });
        continue;
      }
      const now = Object.fromEntries(Object.entries(written(words)).map(([part, text]) => [part, read(lexicon, text)]));
      known.push({ ...source, readings: now });
      fresh.push({ subject: `${kind}:${source.id}`, changedIn, readings: now });
      if (performance.now() - since < turn) continue;
      await setImmediate();
      since = performance.now();
    }
    if (fresh.length > 0) await this.sources.keep(fresh, fingerprint);
    return known;
  }
}

async function inParts<T>(ids: readonly string[], each: (some: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let at = 0; at < ids.length; at += atOnce) all.push(...(await each(ids.slice(at, at + atOnce))));
  return all;
}
