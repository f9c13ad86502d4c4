import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { chainOf, keyOf } from '@baraza/domain/lineage';
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
    const beads = chainOf(await this.queries.around(params), params);
    const named = await this.things.of(
      beads.map(({ node }) => node),
      asker,
    );
    if (!named.has(keyOf(params))) return { beads: [] }; // what the reader may not see has no history either
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
