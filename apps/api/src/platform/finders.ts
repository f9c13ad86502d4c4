import type { Locale } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { Asker } from './asker.ts';
import type { Bound } from './database/bind.ts';
import type { Described } from './things.ts';

/** A thing in a list that is not its own room's: what it is, whose, where it stands. */
export interface Line extends Described {
  readonly kind: string;
  /** Which sort of its kind: a need, a question. */
  readonly form: string | null;
  readonly state: string | null;
  readonly ref: string | null;
  /** The organisation it comes from. */
  readonly by: string | null;
  /** The forum or cluster it stands in. */
  readonly where: string | null;
  /** Posts of a thread. */
  readonly count: number | null;
  /** How many of `some` it holds. */
  readonly hits?: number;
}

export interface Wanted {
  /** These and no others. */
  readonly ids?: readonly string[];
  /** All of them occur in it, in any of its languages. */
  readonly words?: readonly string[];
  /** Any of them occurs in it; those with the most of them come first. */
  readonly some?: readonly string[];
  /** What lies near the reader: their clusters, the themes of their organisations, and nothing of their own. */
  readonly near?: boolean;
  readonly limit: number;
}

/** What of `wanted` this reader may see, the latest first. Permission stands in the statement, so a list is never short. */
export type Find = (wanted: Wanted, asker: Asker) => Promise<readonly Line[]>;

/** How the front page and the search show things of rooms they do not know. */
@Injectable()
export class Finders {
  private readonly kinds = new Map<string, Find>();

  offer(kind: string, find: Find): void {
    if (this.kinds.has(kind)) throw new Error(`${kind} can be found already`);
    this.kinds.set(kind, find);
  }

  async find(kind: string, wanted: Wanted, asker: Asker): Promise<readonly Line[]> {
    return (await this.kinds.get(kind)?.(wanted, asker)) ?? [];
  }
}

/** A line as a statement gives it, its title in every language there is. */
export type StoredLine = Omit<Line, 'title' | 'locale' | 'kind'> & { readonly title: LocalizedText };
export function lineOf(kind: string, { title, ...line }: StoredLine, reader: Locale): Line {
  const { text, locale } = readIn(title, reader);
  return { ...line, kind, title: text, locale };
}

/** `column` holds every word, however it is written with accents or capitals. */
export const holding = (column: string, words: readonly string[], bound: Pick<Bound, '$'>): string =>
  eachIn(column, words, bound).join(' and ');

/** `column` holds any of the words, and how many of them. */
export function sharing(column: string, words: readonly string[], bound: Pick<Bound, '$'>) {
  const each = eachIn(column, words, bound);
  return { any: `(${each.join(' or ')})`, hits: each.map((one) => `(${one})::int`).join(' + ') };
}

const eachIn = (column: string, words: readonly string[], { $ }: Pick<Bound, '$'>): string[] =>
  words.map((word) => `${column} like folded(${$(`%${word.replace(/[\\%_]/g, '\\$&')}%`)})`);
