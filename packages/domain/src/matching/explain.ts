import type { Locale } from '../kernel/index.ts';
import { type Lift, level } from './balance.ts';
import type { Holder, OnRecord, RecordKind, Seeker } from './facts.ts';
import { type Fact, fitTable } from './fit.ts';
import { type Line, recordsOn } from './plan.ts';
import { recordWeight } from './shelf.ts';
import { type Channel, channels, type Feature, fits, halfway, type Weights } from './weights.ts';

/** What a clause rests on. Take it away and the score falls. */
export type Evidence =
  | {
      readonly kind: RecordKind;
      readonly id: string;
      /** The words that say so, as they stand there; null where a theme, goal or way of working was ticked. */
      readonly as: string | null;
      readonly locale: Locale | null;
    }
  | { readonly kind: 'glossary'; readonly id: string }
  | { readonly kind: 'fact'; readonly id: string; readonly fact: Fact | 'groups' };

/** One reason, worth so many of the score's points. */
export interface Clause {
  readonly feature: Feature;
  readonly points: number;
  /** What it is about: a concept, themes, words, goals, languages, … */
  readonly about: readonly string[];
  /** The request's own words for it. */
  readonly asked: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Suggestion {
  readonly requestId: string;
  readonly organisationId: string;
  /** Evidence and balance together. */
  readonly score: number;
  /** The points of all clauses but `balance`. */
  readonly evidence: number;
  /** What the balance adds, to each at least a little; only being behind one's share is a clause. */
  readonly balance: number;
  /** The largest first. */
  readonly clauses: readonly Clause[];
}

interface Pair {
  readonly seeker: Seeker;
  readonly holder: Holder;
  readonly weights: Weights;
  readonly lines: readonly Line[];
  /** How surely the holder is about a line. */
  readonly sureOf: (line: Line) => number;
  readonly sums: Readonly<Record<Channel, number>>;
  readonly lift: Lift;
  readonly evidence: number;
}

const nameIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** Every record that is about one of them, the one that speaks loudest first, with its surest words. */
const citing = (records: readonly OnRecord[], keys: readonly string[]): Evidence[] =>
  records
    .flatMap(({ kind, id, reading }) => {
      const [said] = keys.flatMap((key) => reading[key] ?? []).sort((a, b) => b.weight - a.weight);
      return said ? [{ kind, id, as: said.as, locale: said.locale, loud: recordWeight[kind] * said.weight }] : [];
    })
    .sort((a, b) => b.loud - a.loud || (a.id < b.id ? -1 : 1))
    .map(({ kind, id, as, locale }) => ({ kind, id, as, locale }));

/** A concept that is called otherwise on the other side is the glossary's finding too. */
const glossaryFor = (key: string, asked: string | null, found: readonly Evidence[]): Evidence[] =>
  found.some((one) => 'as' in one && one.as?.toLowerCase() !== asked?.toLowerCase())
    ? [{ kind: 'glossary', id: nameIn(key) }]
    : [];

/** Each concept is a reason of its own; other channels are one reason each, naming what matters most first. */
function channelClauses(channel: Channel, { seeker, holder, weights, lines, sums, sureOf }: Pair): Clause[] {
  const sum = sums[channel];
  if (sum === 0) return [];
  const worthOfOne = weights.points[channel] / (sum + halfway[channel]);
  const matched = lines.filter((line) => line.channel === channel && sureOf(line) > 0);
  const records = recordsOn(holder, matched[0]?.side ?? 'gives');
  if (channel === 'concept')
    return matched.map((line) => {
      const { key, worth } = line;
      const asked = seeker.asks[key]?.as ?? null;
      const found = citing(records, [key]);
      return {
        feature: channel,
        points: worthOfOne * worth * sureOf(line),
        about: [nameIn(key)],
        asked,
        evidence: [...found, ...glossaryFor(key, asked, found)],
      };
    });
  const points = (line: Line): number => line.worth * sureOf(line);
  const keys = matched.sort((a, b) => points(b) - points(a)).map(({ key }) => key);
  const said = channel === 'word' ? keys.map((key) => seeker.asks[key]?.as ?? nameIn(key)) : keys.map(nameIn);
  const about = channel === 'reciprocity' ? keys : said;
  return [{ feature: channel, points: worthOfOne * sum, about, asked: null, evidence: citing(records, keys) }];
}

export function clausesOf(pair: Pair): Clause[] {
  const { seeker, holder, weights, lift, evidence } = pair;
  const id = holder.organisationId;
  const fitClauses = fits.map((feature): Clause => {
    const { value, fact, about } = fitTable[feature];
    return {
      feature,
      points: weights.points[feature] * value(seeker, holder),
      about: about(seeker, holder),
      asked: null,
      evidence: [{ kind: 'fact', id, fact }],
    };
  });
  const owed: Clause = {
    feature: 'balance',
    points: evidence * weights.balance.reach.group * (lift.group - level),
    about: holder.groups,
    asked: null,
    evidence: [{ kind: 'fact', id, fact: 'groups' }],
  };
  return [...channels.flatMap((channel) => channelClauses(channel, pair)), ...fitClauses, owed]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.feature < b.feature ? -1 : 1));
}
