import type { DateStyle } from './intl.ts';

/** Pieces of a message in reading order: text, and in `rich` whatever the tag functions returned. */
export type Parts = unknown[];
export type Branch = string | ((count: string) => Parts);

/** What a compiled message asks of its translator; the left sides of ICU MessageFormat, one method each. */
export interface Format {
  text(value: unknown): unknown;
  number(value: unknown, options?: Intl.NumberFormatOptions): string;
  date(value: unknown, style?: DateStyle): string;
  time(value: unknown): string;
  plural(value: unknown, branches: Branches, offset?: number, type?: Intl.PluralRuleType): Parts;
  select(value: unknown, branches: Branches): Parts;
  tag(wrap: unknown, chunks: Parts): Parts;
}

/** By plural category, by `=n`, or by the value of a select; `other` is always there. */
export type Branches = Readonly<Record<string, Branch>>;
export type Args = Readonly<Record<string, unknown>>;
export type Message = string | ((format: Format, args: Args) => Parts);
export type Messages = Readonly<Record<string, Message>>;
