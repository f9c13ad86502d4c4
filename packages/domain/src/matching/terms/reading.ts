import type { Modality } from '../../brokering/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { Lexicon } from './lexicon.ts';
import { findIn } from './mentions.ts';

/** A text and how much it weighs: its title and what is wanted, the story around it, or a remark. */
export interface Passage {
  readonly locale: Locale;
  readonly text: string;
  readonly part: 'headline' | 'body' | 'aside';
}

/** What somebody wrote or ticked, in whichever languages it stands. */
export interface Written {
  readonly passages: readonly Passage[];
  readonly themes: readonly string[];
  /** Goals `9` or targets `9.3`. */
  readonly sdgs: readonly string[];
  readonly modalities: readonly Modality[];
}

/** How surely a text is about something, above 0 and below 1; and the words that say so, none where a box was ticked. */
export interface Topic {
  readonly weight: number;
  readonly as: string | null;
  readonly locale: Locale | null;
}

/**
 * What a text is about, as plain data that can be stored beside it: topics by key. `c:` a concept, `t:` a theme,
 * `w:en:` a word of a language, `g:` a goal, `m:` a way of working.
 */
export type Reading = Readonly<Record<string, Topic>>;

const partWeight = { headline: 0.8, body: 0.5, aside: 0.25 } as const;
/** A name inside a longer name, and a theme that nobody ticked but a concept belongs to, count for less. */
const withinWeight = 0.4;
const impliedWeight = 0.4;
const tickedWeight = 0.9;

/** Twice said is surer than once, and never certain: grows with each mention and stays below 1. */
export const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);

/** Reads what is written. Depends on the lexicon and the text alone. */
export function read(lexicon: Lexicon, { passages, themes, sdgs, modalities }: Written): Reading {
  const topics: Record<string, Topic> = {};
  /** The weight of the one mention whose words are kept: the surest, and of equals the longest. */
  const kept = new Map<string, number>();
  const note = (key: string, weight: number, as: string | null = null, locale: Locale | null = null): void => {
    const { [key]: known } = topics;
    const surest = kept.get(key) ?? 0;
    const better = weight > surest || (weight === surest && (as?.length ?? 0) > (known?.as?.length ?? 0));
    if (better) kept.set(key, weight);
    const words = known && !better ? known : { as, locale };
    topics[key] = { weight: either(known?.weight ?? 0, weight), as: words.as, locale: words.locale };
  };
  for (const theme of themes) note(`t:${theme}`, tickedWeight);
  for (const modality of modalities) note(`m:${modality}`, tickedWeight);
  for (const sdg of sdgs) {
    const [goal] = sdg.split('.');
    note(`g:${goal}`, goal === sdg ? tickedWeight : tickedWeight / 2);
    if (goal !== sdg) note(`g:${sdg}`, tickedWeight);
  }
  for (const { locale, text, part } of passages) {
    const { mentions, words } = findIn(lexicon, locale, text);
    for (const { meaning, as, within } of mentions) {
      const weight = partWeight[part] * (within ? withinWeight : 1);
      if (meaning.concept) note(`c:${meaning.concept}`, weight, as, locale);
      for (const theme of meaning.themes) note(`t:${theme}`, weight * impliedWeight, as, locale);
    }
    for (const { root, as } of words) note(`w:${locale}:${root}`, partWeight[part], as, locale);
  }
  return topics;
}
