import type { Because, Evidence as Shown } from '@baraza/contracts/matching';
import { because, type Clause, type Evidence, type Lexicon, type Because as Spoken } from '@baraza/domain/matching';
import { readIn } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Things } from '../platform/things.ts';
import { Matchings } from './matchings.ts';
import { RecordsQueries } from './records.queries.ts';

type Sentence = Pick<Spoken, 'args' | 'points' | 'evidence'> & { readonly key: string };

/** Who reads: the desk that weighs, or one of the two sides. */
export type Audience = 'desk' | 'side';

const shownEach = 4;
const labelLength = 90;
const clip = (text: string): string =>
  text.length <= labelLength ? text : `${text.slice(0, labelLength).replace(/\s+\S*$/, '')}…`;
const keyOf = ({ kind, id }: Evidence): string => `${kind} ${id}`;
const isThing = ({ kind }: Evidence): boolean => kind === 'story' || kind === 'part' || kind === 'request';
const isFact = ({ kind }: Evidence): boolean => kind === 'strength' || kind === 'lesson' || kind === 'challenge';

const recordsIn = (evidence: readonly Evidence[]): Evidence[] => evidence.filter((one) => isThing(one) || isFact(one));

/** How the desk shares out its suggestions, and how often somebody answered it, is the desk's own matter. */
const forTheDesk: readonly string[] = ['balance', 'reliability'];

/** Reasons as one reader may read them: in their language, resting only on what they may open. */
@Injectable()
export class Reasons {
  private readonly matchings: Matchings;
  private readonly records: RecordsQueries;
  private readonly things: Things;
  constructor(matchings: Matchings, records: RecordsQueries, things: Things) {
    this.matchings = matchings;
    this.records = records;
    this.things = things;
  }

  /** Of several lists at once; what they rest on is looked up once. */
  async of(lists: readonly (readonly Clause[])[], asker: Asker, audience: Audience): Promise<Because[][]> {
    const lexicon = await this.matchings.lexicon(asker.at);
    const shown = await this.show(
      lists.flat().flatMap(({ evidence }) => evidence),
      lexicon,
      asker,
    );
    return lists.map((clauses) => {
      const told = audience === 'desk' ? clauses : clauses.filter(({ feature }) => !forTheDesk.includes(feature));
      const readable = told.flatMap((clause) => cut(clause, shown) ?? []);
      return because(
        { requestId: '', organisationId: '', score: 0, evidence: 0, balance: 0, clauses: readable },
        lexicon,
        asker.locale,
      ).map((spoken) => present(spoken, shown));
    });
  }

  /** Sentences that are made already, of a funder: those that rest on nothing the reader may open are left out. */
  async spoken(list: readonly Sentence[], asker: Asker): Promise<Because[]> {
    const lexicon = await this.matchings.lexicon(asker.at);
    const shown = await this.show(
      list.flatMap(({ evidence }) => evidence),
      lexicon,
      asker,
    );
    return list
      .filter(({ evidence }) => recordsIn(evidence).every((one) => shown.has(keyOf(one))))
      .map((one) => present(one, shown));
  }

  private async show(all: readonly Evidence[], lexicon: Lexicon, asker: Asker): Promise<ReadonlyMap<string, Shown>> {
    const { locale } = asker;
    const shown = new Map<string, Shown>();
    const things = all.filter(isThing).map((one) => ({
      kind: one.kind === 'request' ? 'request' : 'story',
      id: one.id,
      one,
    }));
    const described = await this.things.of(things, asker);
    for (const { kind, id, one } of things) {
      const found = described.get(`${kind}:${id}`);
      if (found)
        shown.set(keyOf(one), {
          kind: one.kind as Shown['kind'],
          label: clip(found.title),
          locale: found.locale,
          href: found.href,
        });
    }
    const facts = await this.records.facts(all.filter(isFact).map(({ id }) => id));
    for (const one of all) {
      const fact = isFact(one) ? facts.get(one.id) : undefined;
      if (fact) {
        const { text, locale: language } = readIn(fact.text, locale);
        shown.set(keyOf(one), {
          kind: one.kind as Shown['kind'],
          label: clip(text),
          locale: language,
          href: `/cities/${fact.slug}`,
        });
      }
      if (one.kind === 'glossary')
        shown.set(keyOf(one), {
          kind: 'glossary',
          label: lexicon.nameOf(one.id, locale),
          locale,
          href: `/glossary#${one.id}`,
        });
    }
    return shown;
  }
}

/**
 * What is left of a reason for somebody who may not open all it rests on. One matter is vouched for by any record of it; a
 * list of several may name what only the hidden record says, so it is read whole or not at all.
 */
function cut(clause: Clause, shown: ReadonlyMap<string, Shown>): Clause | null {
  const records = recordsIn(clause.evidence);
  const open = records.filter((one) => shown.has(keyOf(one)));
  if (open.length === records.length) return clause;
  if (clause.feature !== 'concept' || open.length === 0) return null;
  return { ...clause, evidence: clause.evidence.filter((one) => !records.includes(one) || open.includes(one)) };
}

const present = ({ key, args, points, evidence }: Sentence, shown: ReadonlyMap<string, Shown>): Because => ({
  key,
  args: Object.fromEntries(
    Object.entries(args).map(([name, said]) => [
      name,
      typeof said === 'object' ? { names: [...said.names], of: said.of } : said,
    ]),
  ),
  points: Math.round(points * 100) / 100,
  evidence: evidence.flatMap((one) => shown.get(keyOf(one)) ?? []).slice(0, shownEach),
});
