import type { Locale } from '@baraza/domain/kernel';

/** Where our seven languages and CLDR's defaults part: British dates, western digits and a 24-hour clock in Arabic. */
const tags: Partial<Record<Locale, string>> = { en: 'en-GB', ar: 'ar-u-hc-h23-nu-latn', zh: 'zh-Hans' };

/** An Intl object takes up to 100 µs to make and a list asks for one on every line. */
const memo = <Options, Made>(make: (tag: string, options: Options) => Made) => {
  const made = new Map<string, Made>();
  return (locale: Locale, options: Options): Made => {
    const id = locale + JSON.stringify(options);
    let one = made.get(id);
    if (!one) {
      one = make(tags[locale] ?? locale, options);
      made.set(id, one);
    }
    return one;
  };
};

export const numbers = memo((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
export const plurals = memo((tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options));
export const lists = memo((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
const dates = memo((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const names = memo((tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options));
const spans = memo((tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options));

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;
export const dateStyles = {
  day,
  dayMonth: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'short', day: 'numeric', month: 'long' },
  full: { ...day, weekday: 'long' },
  month: { month: 'long', year: 'numeric' },
  short: { ...day, month: 'short' },
  brief: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

/** A moment, or a calendar day as `2026-03-25`, which is the same day everywhere and so ignores the time zone. */
export type When = Date | string;
const isDay = (at: When): boolean => typeof at === 'string' && at.length === 10;

/** A date is one word to the eye: it does not break across lines, and engines disagree on which space they use. */
const firm = (text: string): string => text.replace(/\s/g, '\u00A0');

const show = (locale: Locale, at: When, options: Intl.DateTimeFormatOptions, timeZone: string): string =>
  firm(dates(locale, { ...options, timeZone: isDay(at) ? 'UTC' : timeZone }).format(new Date(at)));

export const formatDate = (locale: Locale, at: When, style: DateStyle, timeZone: string): string =>
  show(locale, at, dateStyles[style], timeZone);

export const formatTime = (locale: Locale, at: When, timeZone: string): string => show(locale, at, clock, timeZone);

/** The one place to break is before the hour. */
export const formatDateTime = (locale: Locale, at: When, timeZone: string): string =>
  show(locale, at, { ...day, ...clock }, timeZone).replace(/\u00A0(?=[\d:]+$)/, ' ');

/** Two days give days, two moments give hours as well; what both ends share is said once. */
export const formatRange = (locale: Locale, from: When, to: When, timeZone: string): string => {
  const days = isDay(from) && isDay(to);
  const format = dates(locale, { ...day, ...(!days && clock), timeZone: days ? 'UTC' : timeZone });
  return firm(format.formatRange(new Date(from), new Date(to)))
    .replace(/(\d{4})\/(\d+)\/(\d+)/g, '$1年$2月$3日') // CLDR has slashes in Chinese ranges and 年月日 in single dates
    .replace(/\u00A0([–-])\u00A0/, '\u00A0$1 ');
};

const units = [
  ['minute', 60, 60],
  ['hour', 3_600, 24],
  ['day', 86_400, 45],
  ['month', 2_629_746, 12],
  ['year', 31_556_952, Infinity],
] as const;

export const formatRelative = (locale: Locale, at: When, now: Date): string => {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) < 45) return spans(locale, { numeric: 'auto' }).format(0, 'second');
  const [unit, size] = units.find(([, each, limit]) => Math.round(Math.abs(seconds) / each) < limit) ?? units[4];
  return spans(locale, { numeric: 'always' }).format(
    Math.sign(seconds) * Math.max(1, Math.round(Math.abs(seconds) / size)),
    unit,
  );
};

const sizes = [
  ['byte', 1],
  ['kilobyte', 1_000],
  ['megabyte', 1_000_000],
] as const;

/** `82 kB`, `1.4 Mo`: in the unit in which it is a small number, not broken across lines. */
export const formatFileSize = (locale: Locale, bytes: number): string => {
  const [unit, size] = sizes.findLast(([, each]) => bytes >= each) ?? sizes[0];
  const precise = unit === 'megabyte' && bytes < 10 * size;
  // Of the short names the one of a byte alone has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: precise ? 1 : 0 } as const;
  return firm(numbers(locale, options).format(bytes / size));
};

/** A code nobody has named yet, or no code at all, is shown as it came. */
export const nameOf = (locale: Locale, type: 'language' | 'region', code: string): string => {
  try {
    return names(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

const isLatin = (locale: Locale): boolean => new Intl.Locale(locale).maximize().script === 'Latn';

/** Cities of zones are on record in Latin letters only; in other scripts a zone goes by the name its time has there. */
export const zoneName = (locale: Locale, zone: string): string => {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (city === zone || isLatin(locale)) return city;
  try {
    const parts = dates(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? city;
  } catch {
    return city;
  }
};
