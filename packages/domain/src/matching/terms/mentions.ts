import type { Locale } from '../../kernel/index.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { isTurning } from './stopwords.ts';
import { chineseWords, type Token, tokensOf } from './words.ts';

/** A name met in a text, as it is written there. `within`: only as a part of a longer name. */
export interface Mention {
  readonly meaning: Meaning;
  readonly as: string;
  readonly within: boolean;
}
/** A word that is part of no name. */
export interface PlainWord {
  readonly root: string;
  readonly as: string;
}
export interface Found {
  readonly mentions: readonly Mention[];
  readonly words: readonly PlainWord[];
}

/** Names and plain words of a text: the longest name first, and what it is made of within it. */
export const findIn = (lexicon: Lexicon, locale: Locale, text: string): Found =>
  locale === 'zh' ? findInChinese(lexicon, text) : findInWords(lexicon, locale, text);

function findInWords(lexicon: Lexicon, locale: Locale, text: string): Found {
  const names = lexicon.names[locale];
  const mentions: Mention[] = [];
  const words: PlainWord[] = [];
  const written = (tokens: readonly Token[]): string => text.slice(tokens[0]?.from, tokens.at(-1)?.to);
  const meaningsOf = ([first, ...rest]: readonly Token[]): readonly Meaning[] | undefined => {
    if (!first) return undefined;
    for (const root of [first.root, ...first.otherwise]) {
      const found = names.get([root, ...rest.map((token) => token.root)].join(' '));
      if (found) return found;
    }
    return undefined;
  };
  const note = (tokens: readonly Token[], within: boolean): boolean => {
    const found = meaningsOf(tokens);
    for (const meaning of found ?? []) mentions.push({ meaning, as: written(tokens), within });
    return found !== undefined;
  };

  for (const run of tokensOf(locale, text, lexicon.stem))
    for (let i = 0; i < run.length; ) {
      let size = Math.min(lexicon.longest[locale], run.length - i);
      while (size > 0 && !note(run.slice(i, i + size), false)) size -= 1;
      const token = run[i];
      if (size === 0 && token) {
        const as = written([token]);
        if (as.length > 2 && !/^\p{N}+$/u.test(as) && !isTurning(locale, as.toLowerCase()))
          words.push({ root: token.root, as });
      }
      for (let part = size - 1; part > 0; part--)
        for (let at = i; at + part <= i + size; at++) note(run.slice(at, at + part), true);
      i += Math.max(size, 1);
    }
  return { mentions, words };
}

function findInChinese(lexicon: Lexicon, text: string): Found {
  const names = lexicon.names.zh;
  const mentions: Mention[] = [];
  const note = (as: string, within: boolean): boolean => {
    const found = names.get(as.toLowerCase());
    for (const meaning of found ?? []) mentions.push({ meaning, as, within });
    return found !== undefined;
  };
  let rest = '';
  for (let i = 0; i < text.length; ) {
    let size = Math.min(lexicon.longest.zh, text.length - i);
    while (size > 0 && !note(text.slice(i, i + size), false)) size -= 1;
    rest += size === 0 ? text[i] : '\n';
    for (let part = size - 1; part > 1; part--)
      for (let at = i; at + part <= i + size; at++) note(text.slice(at, at + part), true);
    i += Math.max(size, 1);
  }
  return { mentions, words: chineseWords(rest).map((as) => ({ root: as, as })) };
}
