import { directionOf, type Locale } from '@baraza/domain/kernel';
import type { Args, Branch, Format, Message, Messages, Parts } from './catalogue.ts';
import type { MessageArgs, MessageKey, MessageTags } from './generated/types.ts';
import type { DateStyle, When } from './intl.ts';
import * as intl from './intl.ts';

/** The arguments a message takes; of several keys, what all of them together take. `unknown` when there are none. */
export type ArgsOf<K extends MessageKey> = (K extends K ? (args: MessageArgs[K]) => void : never) extends (
  args: infer A,
) => void
  ? A
  : never;
type TagsOf<K> = K extends keyof MessageTags ? MessageTags[K] : never;
type Wrap<N> = (chunks: (string | N)[]) => N;
/** The index signature adds nothing to pass; it is where the compiler learns N from. */
export type RichArgs<K extends MessageKey, N> = ArgsOf<K> & { readonly [T in TagsOf<K>]: Wrap<N> } & {
  readonly [name: string]: string | number | Date | Wrap<N>;
};

export interface Translator {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** A sentence as plain text: names are isolated from its direction, tags are dropped. */
  t<K extends MessageKey>(key: K, ...args: keyof ArgsOf<K> extends never ? [] : [ArgsOf<K>]): string;
  /** A sentence whose `<link>…</link>` becomes what the function `link` makes of the words between. Isolate with `<bdi>`. */
  rich<K extends MessageKey, N = never>(key: K, args: RichArgs<K, N>): (string | N)[];
  has(key: string): key is MessageKey;
  /** For keys that arrive over the wire; an unknown one is shown as it came. */
  say(key: string, args?: Readonly<Record<string, string | number>>): string;
  number(n: number, options?: Intl.NumberFormatOptions): string;
  fileSize(bytes: number): string;
  date(at: When, style?: DateStyle, timeZone?: string): string;
  time(at: When, timeZone?: string): string;
  dateTime(at: When, timeZone?: string): string;
  range(from: When, to: When, timeZone?: string): string;
  relative(at: When, now: Date): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  language(code: string): string;
  country(code: string): string;
  /** What a clock of that zone is called: by its city where the language is written in Latin letters, else by its land. */
  zoneName(timeZone: string): string;
}

/** Letters of right-to-left scripts, and the invisible marks that would let a name turn the sentence around it. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Reads a message without a catalogue's help: the only language-dependent choices are Intl's. */
const formatOf = (locale: Locale, timeZone: string, text: Format['text']): Format => {
  const number: Format['number'] = (value, options = {}) => intl.numbers(locale, options).format(Number(value));
  const take = (branch: Branch | undefined, count: string): Parts =>
    typeof branch === 'function' ? branch(count) : [branch];
  return {
    text,
    number,
    date: (value, style = 'day') => intl.formatDate(locale, value as When, style, timeZone),
    time: (value) => intl.formatTime(locale, value as When, timeZone),
    plural(value, branches, offset = 0, type = 'cardinal') {
      const n = Number(value) - offset;
      const category = intl.plurals(locale, { type }).select(n);
      return take(branches[`=${value}`] ?? branches[category] ?? branches['other'], number(n));
    },
    select: (value, branches) =>
      take(Object.hasOwn(branches, String(value)) ? branches[String(value)] : branches['other'], ''),
    tag: (wrap, chunks) => (typeof wrap === 'function' ? [wrap(chunks)] : chunks),
  };
};

/** `timeZone` is used wherever none is given, also for dates inside messages; the same on the server and in the browser. */
export const createTranslator = (locale: Locale, messages: Messages, timeZone = 'UTC'): Translator => {
  const dir = directionOf(locale);
  const isolate = (text: string): string =>
    text !== '' && (dir === 'rtl' || turning.test(text)) ? `\u2068${text}\u2069` : text;
  const plain = formatOf(locale, timeZone, (value) =>
    typeof value === 'string' ? isolate(value) : String(value ?? ''),
  );
  const mixed = formatOf(locale, timeZone, (value) => (typeof value === 'number' ? String(value) : value));

  const parts = (format: Format, key: string, args: Args): Parts => {
    const message: Message = Object.hasOwn(messages, key) ? (messages[key] ?? key) : key;
    return typeof message === 'string' ? [message] : message(format, args);
  };
  const say = (key: string, args: Args = {}): string => parts(plain, key, args).join('');

  return {
    locale,
    dir,
    t: (key, ...[args]) => say(key, args as Args | undefined),
    rich: <K extends MessageKey, N>(key: K, args: RichArgs<K, N>) => parts(mixed, key, args) as (string | N)[],
    has: (key): key is MessageKey => Object.hasOwn(messages, key),
    say,
    number: plain.number,
    fileSize: (bytes) => intl.formatFileSize(locale, bytes),
    date: (at, style = 'day', zone = timeZone) => intl.formatDate(locale, at, style, zone),
    time: (at, zone = timeZone) => intl.formatTime(locale, at, zone),
    dateTime: (at, zone = timeZone) => intl.formatDateTime(locale, at, zone),
    range: (from, to, zone = timeZone) => intl.formatRange(locale, from, to, zone),
    relative: (at, now) => intl.formatRelative(locale, at, now),
    list: (items, type = 'conjunction') => intl.lists(locale, { type }).format(items.map(isolate)),
    language: (code) => intl.nameOf(locale, 'language', code),
    // Where browsers and servers name a place differently, the catalogue decides, in the words of the United Nations.
    country: (code) => {
      const key = `kernel.country.${code}`;
      return Object.hasOwn(messages, key) ? say(key) : intl.nameOf(locale, 'region', code);
    },
    zoneName: (zone) => intl.zoneName(locale, zone),
  };
};
