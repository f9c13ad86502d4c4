import type { Locale } from '../../kernel/index.ts';
import { isStopword } from './stopwords.ts';

/** The common root of a word's forms. From a library, handed in: the domain imports none. Never asked for Chinese. */
export type Stemmer = (locale: Locale, word: string) => string;

/** A word as it is compared, the other ways it may be read, and where it stands in the text. */
export interface Token {
  readonly root: string;
  /** Arabic writes و ف ب ل ك onto the next word; without them it may be a name. */
  readonly otherwise: readonly string[];
  readonly from: number;
  readonly to: number;
}

const word = /(?:(?<!\p{L})\p{L}[-‐‑](?=\p{L}{2}))?[\p{L}\p{M}\p{N}]+/gu;
/** What ends a train of thought: no name reaches across. */
const pause = /[.!?;:,()[\]{}«»"“”…\n。！？；：，、（）؛؟،]/u;
const vocalisation = /[\u064B-\u065F\u0670\u0640]/gu;

/** `e-commerce` and `ecommerce` are one word; so are forms that differ by case or vocalisation. */
const level = (form: string): string =>
  form.normalize('NFC').toLowerCase().replace(vocalisation, '').replaceAll('ё', 'е').replace(/[-‐‑]/u, '');

const article = /^[وف]?(?:بال|كال|لل|ال)(?=\p{L}{2})/u;
const particle = /^[وفبلك](?=\p{L}{3})/u;

/** The library reads an Arabic word differently with and without its article: it is always given one. */
const arabicRoot = (bare: string, stem: Stemmer): string =>
  stem('ar', `ال${bare}`)
    .replace(/[أإآٱ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replace(/ة$/u, '');

/** Plurals that the library reads otherwise than their singular; the first rule that fits. */
const singular: Partial<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/(?<=\p{L}{2})aux$/u, 'al'],
    [/(?<=\p{L}{3})[sx]$/u, ''],
  ],
  es: [
    [/(?<=\p{L}{2})ces$/u, 'z'],
    [/(?<=\p{L}{2}[lrndj])es$/u, ''],
    [/(?<=\p{L}{2}[aeiouáéó])s$/u, ''],
  ],
  pt: [
    [/[õã]es$/u, 'ão'],
    [/(?<=\p{L}{2})ais$/u, 'al'],
    [/éis$/u, 'el'],
    [/(?<=\p{L}{2})ns$/u, 'm'],
    [/(?<=\p{L}{2}[rz])es$/u, ''],
    [/(?<=\p{L}{2}[aeiou])s$/u, ''],
  ],
};

/** Words that only look like a form of another one. */
const unlike: Partial<Record<Locale, ReadonlySet<string>>> = { en: new Set(['customs']) };

const plainRoot = (locale: Locale, form: string, stem: Stemmer): string => {
  if (unlike[locale]?.has(form)) return form;
  const [ending, instead] = singular[locale]?.find(([plural]) => plural.test(form)) ?? [/$/u, ''];
  const root = stem(locale, form.replace(ending, instead));
  return locale === 'ru' ? root : root.normalize('NFD').replace(/\p{M}/gu, '');
};

function tokenOf(locale: Locale, form: string, from: number, to: number, stem: Stemmer): Token {
  if (locale !== 'ar') return { root: plainRoot(locale, form, stem), otherwise: [], from, to };
  const bare = form.replace(article, '');
  const otherwise = bare === form && particle.test(bare) ? [arabicRoot(bare.slice(1), stem)] : [];
  return { root: arabicRoot(bare, stem), otherwise, from, to };
}

/** The tokens of a text that carry meaning, run by run between two pauses. */
export function tokensOf(locale: Locale, text: string, stem: Stemmer): Token[][] {
  let run: Token[] = [];
  const runs = [run];
  let last = 0;
  for (const { 0: written, index } of text.matchAll(word)) {
    if (pause.test(text.slice(last, index))) {
      run = [];
      runs.push(run);
    }
    last = index + written.length;
    const form = level(written);
    const single = form.length === 1 && !/\p{N}/u.test(form);
    if (!single && !isStopword(locale, form)) run.push(tokenOf(locale, form, index, last, stem));
  }
  return runs;
}

const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese words of two signs and more that carry meaning. */
export const chineseWords = (text: string): string[] =>
  [...chinese.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike && segment.length > 1 && /\p{Script=Han}/u.test(segment) && !isStopword('zh', segment) ? [segment] : [],
  );
