import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Finders, type Line } from '../platform/finders.ts';
import { Route } from '../platform/http/route.decorator.ts';

const { search } = api;

/** In the order in which they are shown; each room finds its own, and only what this reader may see. */
const kinds = ['request', 'thread', 'story', 'organisation', 'session'];
const each = 8;
const mostWords = 6;

@Controller()
export class SearchController {
  private readonly finders: Finders;
  constructor(finders: Finders) {
    this.finders = finders;
  }

  @Route(search.find)
  async find({ query }: Received<typeof search.find>, asker: Asker) {
    const words = query.q.split(/\s+/u).filter(Boolean).slice(0, mostWords);
    if (words.length === 0) return { groups: [] };
    const found = await Promise.all(
      kinds.map(
        async (kind): Promise<[string, readonly Line[]]> => [
          kind,
          await this.finders.find(kind, { words, limit: each + 1 }, asker),
        ],
      ),
    );
    return {
      groups: found
        .filter(([, items]) => items.length > 0)
        .map(([kind, items]) => ({ kind, items: items.slice(0, each), more: items.length > each })),
    };
  }
}
