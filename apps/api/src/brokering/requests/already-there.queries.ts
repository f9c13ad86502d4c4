import { Injectable } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Finders, type Line } from '../../platform/finders.ts';

/** Where an answer may stand already. */
const kinds = ['request', 'question', 'thread', 'story'] as const;
const mostWords = 5;
const shortest = 4;
const each = 6;
const most = 5;

/** The words that say most: the longest; where a script writes without spaces, all it says. */
export const tellingWords = (text: string): string[] => {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
  return words
    .filter((word) => word.length >= shortest || /[\p{sc=Han}\p{sc=Hiragana}]/u.test(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, mostWords);
};

/** What already stands in the house like something that is being written: whatever shares most of its telling words. */
@Injectable()
export class AlreadyThere {
  private readonly finders: Finders;
  constructor(finders: Finders) {
    this.finders = finders;
  }

  async like(asker: Asker, text: string): Promise<{ items: Line[] }> {
    const words = tellingWords(text);
    if (words.length === 0) return { items: [] };
    const found = await Promise.all(kinds.map((kind) => this.finders.find(kind, { some: words, limit: each }, asker)));
    // Each kind comes in its own order; between kinds, what holds more of the words is nearer.
    const items = found.flat().sort((a, b) => (b.hits ?? 0) - (a.hits ?? 0));
    return { items: items.slice(0, most) };
  }
}
