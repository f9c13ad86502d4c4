import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Jobs } from '../jobs/jobs.ts';
import { POOL } from './pool.ts';

/** Closes the shared pool after the queue has let go of it. */
@Injectable()
export class PoolCloser implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly jobs: Jobs;
  constructor(@Inject(POOL) pool: Pool, jobs: Jobs) {
    this.pool = pool;
    this.jobs = jobs;
  }
  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.pool.end();
  }
}
