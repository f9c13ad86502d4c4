import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { chainOf, keyOf, type LineageNode, withoutLooseEnds } from '@baraza/domain/lineage';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { Things } from '../platform/things.ts';
import { LineageQueries } from './lineage.queries.ts';

const { lineage } = api;

@Controller()
export class LineageController {
  private readonly queries: LineageQueries;
  private readonly things: Things;
  constructor(queries: LineageQueries, things: Things) {
    this.queries = queries;
    this.things = things;
  }

  @Route(lineage.chain)
  async chain({ params }: Received<typeof lineage.chain>, asker: Asker) {
    const edges = await this.queries.around(params);
    const named = await this.things.of([params, ...edges.flatMap(({ from, to }) => [from, to])], asker);
    const seen = (node: LineageNode) => named.has(keyOf(node));
    if (!seen(params)) return { beads: [] }; // what the reader may not see has no history either
    const beads = chainOf(withoutLooseEnds(edges, seen), params);
    return {
      beads: beads.map(({ node, relation, method, at, here }) => {
        const thing = named.get(keyOf(node));
        return {
          kind: node.kind,
          title: thing ? { text: thing.title, locale: thing.locale } : null,
          href: thing?.href ?? null,
          at: thing?.at ?? at,
          relation,
          method,
          here,
        };
      }),
    };
  }
}
