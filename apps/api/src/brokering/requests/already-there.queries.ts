import { Injectable } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Finders, type Line } from '../../platform/finders.ts';

/** Where an answer may stand already. */
const kinds = ['request', 'thread', 'story'] as const;
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
    const found = new Map<string, { line: Line; hits: number }>();
    for (const word of tellingWords(text))
      for (const kind of kinds)
        for (const line of await this.finders.find(kind, { words: [word], limit: each }, asker)) {
          const before = found.get(`${kind}:${line.id}`);
          found.set(`${kind}:${line.id}`, { line, hits: (before?.hits ?? 0) + 1 });
        }
    const items = [...found.values()].sort((a, b) => b.hits - a.hits).map(({ line }) => line);
    return { items: items.slice(0, most) };
  }
}
