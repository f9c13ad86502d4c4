import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { DeskQueries } from './desk.queries.ts';

const { brokering } = api;

@Controller()
export class DeskController {
  private readonly queries: DeskQueries;
  constructor(queries: DeskQueries) {
    this.queries = queries;
  }

  @Route(brokering.desk)
  desk({ query }: Received<typeof brokering.desk>, asker: Asker) {
    return this.queries.queue(asker, query);
  }
  @Route(brokering.deskCounts)
  counts(_: Received<typeof brokering.deskCounts>, asker: Asker) {
    return this.queries.counts(asker);
  }
  @Route(brokering.mine)
  mine(_: Received<typeof brokering.mine>, asker: Asker) {
    return this.queries.mine(asker);
  }
}
