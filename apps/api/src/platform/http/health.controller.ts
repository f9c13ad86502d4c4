import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.ts';
import { Metrics } from './metrics.ts';

/** For the machines that watch this one. */
@Controller()
export class HealthController {
  private readonly dataSource: DataSource;
  private readonly jobs: Jobs;
  private readonly metrics: Metrics;
  constructor(dataSource: DataSource, jobs: Jobs, metrics: Metrics) {
    this.dataSource = dataSource;
    this.jobs = jobs;
    this.metrics = metrics;
  }

  /** The process answers. */
  @Get('health/live')
  @HttpCode(200)
  live() {
    return { status: 'ok' };
  }

  /** It can serve: database reachable, migrations run, queue working. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
    const migrations = database && !(await this.dataSource.showMigrations().catch(() => true));
    const queue = this.jobs.ready;
    const ok = database && migrations && queue;
    await reply.status(ok ? 200 : 503).send({ status: ok ? 'ok' : 'unavailable', database, migrations, queue });
  }

  @Get('metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const { type, text } = await this.metrics.scrape();
    await reply.type(type).send(text);
  }
}
