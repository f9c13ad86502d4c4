import { type Locale, locales } from '../../kernel/index.ts';
import { concepts as general } from './concepts/index.ts';
import { type Stemmer, tokensOf } from './words.ts';

/** What a name stands for: a concept, or a theme called by its label; and the themes that implies. */
export interface Meaning {
  readonly concept: string | null;
  readonly themes: readonly string[];
}

/** Everything that has a name in the seven languages, ready to be looked up. */
export interface Lexicon {
  readonly stem: Stemmer;
  /** Meanings by the roots of a name joined by spaces; in Chinese by the name itself. */
  readonly names: Readonly<Record<Locale, ReadonlyMap<string, readonly Meaning[]>>>;
  /** The longest name of a language, in roots or signs. */
  readonly longest: Readonly<Record<Locale, number>>;
  /** What a concept is called, or the concept itself where it has no name. */
  readonly nameOf: (concept: string, locale: Locale) => string;
}

/** An entry of the community's glossary: one name in each language. Names in brackets are further names. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: Readonly<Record<Locale, string>>;
}
/** A theme of the taxonomy with its label. */
export interface ThemeLabel {
  readonly id: string;
  readonly label: Readonly<Record<Locale, string>>;
}

/** `通关（清关）` are two names. */
const namesIn = (term: string): string[] => term.split(/[()（）]/u).flatMap((name) => name.trim() || []);

const byLocale = <T>(make: () => T): Record<Locale, T> =>
  Object.fromEntries(locales.map((locale) => [locale, make()])) as Record<Locale, T>;

const keyOf = (locale: Locale, name: string, stem: Stemmer): string =>
  locale === 'zh'
    ? name.toLowerCase().replace(/[“”"«»\s]/gu, '')
    : tokensOf(locale, name, stem)
        .flat()
        .map(({ root }) => root)
        .join(' ');

/**
 * The general concepts, the community's glossary and the themes' labels in one. Where the glossary names a concept of
 * ours, its name is the one shown, and all names lead to it.
 */
export function createLexicon(
  stem: Stemmer,
  glossary: readonly GlossaryEntry[] = [],
  themes: readonly ThemeLabel[] = [],
): Lexicon {
  const names = byLocale(() => new Map<string, readonly Meaning[]>());
  const shown = byLocale(() => new Map<string, string>());
  const longest = byLocale(() => 1);

  const add = (meaning: Meaning, locale: Locale, list: readonly string[]): void => {
    for (const name of list) {
      const key = keyOf(locale, name, stem);
      const known = names[locale].get(key) ?? [];
      if (key === '' || known.some(({ concept }) => concept !== null && concept === meaning.concept)) continue;
      names[locale].set(key, [...known, meaning]);
      longest[locale] = Math.max(longest[locale], locale === 'zh' ? key.length : key.split(' ').length);
    }
  };
  for (const locale of locales) {
    for (const [id, concept] of Object.entries(general)) {
      const list = concept[locale].split(', ');
      add({ concept: id, themes: concept.themes }, locale, list);
      shown[locale].set(id, list[0] ?? id);
    }
    for (const { id, term } of glossary) {
      const list = namesIn(term[locale]);
      add({ concept: id, themes: general[id]?.themes ?? [] }, locale, list);
      shown[locale].set(id, list[0] ?? id);
    }
    for (const { id, label } of themes) add({ concept: null, themes: [id] }, locale, namesIn(label[locale]));
  }
  return { stem, names, longest, nameOf: (concept, locale) => shown[locale].get(concept) ?? concept };
}
