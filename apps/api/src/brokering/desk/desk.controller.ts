import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { Route } from '../../platform/http/route.decorator.ts';
import { ResponsivenessQueries } from '../expressions/responsiveness.queries.ts';
import { DeskQueries } from './desk.queries.ts';

const { brokering } = api;

@Controller()
export class DeskController {
  private readonly queries: DeskQueries;
  private readonly answers: ResponsivenessQueries;
  constructor(queries: DeskQueries, answers: ResponsivenessQueries) {
    this.queries = queries;
    this.answers = answers;
  }

  @Route(brokering.desk)
  desk({ query }: Received<typeof brokering.desk>, asker: Asker) {
    return this.queries.queue(asker, query);
  }
  @Route(brokering.deskCounts)
  counts(_: Received<typeof brokering.deskCounts>, asker: Asker) {
    return this.queries.counts(asker);
  }
  @Route(brokering.workload)
  workload(_: Received<typeof brokering.workload>, asker: Asker) {
    return this.queries.workload(asker);
  }
  @Route(brokering.responsiveness)
  responsiveness({ params }: Received<typeof brokering.responsiveness>, asker: Asker) {
    return this.answers.of(params.slug, asker.at);
  }
  @Route(brokering.mine)
  mine(_: Received<typeof brokering.mine>, asker: Asker) {
    return this.queries.mine(asker);
  }
}
