import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { presentCluster } from './clusters.presenter.ts';
import { ClustersQueries } from './clusters.queries.ts';
import { ClustersService } from './clusters.service.ts';

const { clusters } = api;

@Controller()
export class ClustersController {
  private readonly queries: ClustersQueries;
  private readonly service: ClustersService;
  constructor(queries: ClustersQueries, service: ClustersService) {
    this.queries = queries;
    this.service = service;
  }

  @Route(clusters.list)
  list({ query }: Received<typeof clusters.list>, { actor, locale }: Asker) {
    return this.queries.list(query, actor, locale);
  }

  @Route(clusters.read)
  async read({ params }: Received<typeof clusters.read>, { actor, locale }: Asker) {
    const cluster = await this.queries.read(params.slug, actor, locale);
    if (!cluster) throw notFound();
    return presentCluster(cluster, actor, locale);
  }

  @Route(clusters.move)
  move({ params, body }: Received<typeof clusters.move>, asker: Asker) {
    return this.service.move(params.slug, body.move, body.version, asker);
  }

  @Route(clusters.join)
  join({ params }: Received<typeof clusters.join>, asker: Asker) {
    return this.service.join(params.slug, asker);
  }

  @Route(clusters.leave)
  leave({ params }: Received<typeof clusters.leave>, asker: Asker) {
    return this.service.leave(params.slug, asker);
  }

  @Route(clusters.answer)
  answer({ params, body }: Received<typeof clusters.answer>, asker: Asker) {
    return this.service.answer(params.slug, params.memberId, body.move, asker);
  }
}
