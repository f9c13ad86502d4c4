import { ar } from './words.ar.ts';
import { en, type Words } from './words.en.ts';
import { zh } from './words.zh.ts';

export type { Words };
export type Lang = 'en' | 'ar' | 'zh';
export interface PageProps {
  lang: Lang;
}

export const words: Record<Lang, Words> = { en, ar, zh };

/** The word at a place of a list; a missing one is a mistake of the gallery. */
export function at<T>(list: readonly T[], index: number): T {
  const word = list[index];
  if (word === undefined) throw new Error(`no word ${index} in ${JSON.stringify(list)}`);
  return word;
}
