import { Inject, Injectable, Logger } from '@nestjs/common';
import { makeWorkerUtils, type Runner, run, runOnce, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import type { Pool } from 'pg';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { POOL } from '../database/pool.ts';
import { DeadWorkers } from './dead-workers.ts';

type Task = (payload: unknown) => Promise<void>;

/** The queue: jobs live in PostgreSQL beside the data, are queued in the transaction that needs them, and are retried with back-off. */
@Injectable()
export class Jobs {
  private readonly logger = new Logger(Jobs.name);
  private readonly tasks: Record<string, Task> = {};
  private readonly crons: string[] = [];
  private runner: Runner | undefined;
  private readonly dead: DeadWorkers;
  private readonly pool: Pool;
  private readonly settings: Settings;

  constructor(@Inject(POOL) pool: Pool, @Inject(SETTINGS) settings: Settings) {
    this.pool = pool;
    this.settings = settings;
    this.dead = new DeadWorkers(pool);
    this.every('* * * * *', 'dead-workers', async () => {
      const count = await this.dead.release();
      if (count > 0) this.logger.warn(`${count} processes died at work; their jobs are free again`);
    });
  }

  /** Call in a constructor: one handler per task, at least once each, so handlers are idempotent. */
  handle(task: string, handler: Task): void {
    if (this.tasks[task]) throw new Error(`the task ${task} has a handler already`);
    this.tasks[task] = handler;
  }

  /** A task at times of a crontab line's first five fields, in UTC. */
  every(cron: string, task: string, handler: Task): void {
    this.handle(task, handler);
    this.crons.push(`${cron} ${task}`);
  }

  /** True when this process works the queue, or was told to leave it to another. */
  get ready(): boolean {
    return this.settings.workers === 0 || this.runner !== undefined;
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      Object.entries(this.tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
    );
  }

  /** Does everything that is due now and returns when nothing is left: for tests, and for a process without workers. */
  async drain(): Promise<void> {
    await runOnce({ pgPool: this.pool, taskList: this.taskList(), noHandleSignals: true, logger: this.quiet });
  }

  private readonly quiet = new WorkerLogger(() => (level, message) => {
    if (level === 'error') this.logger.error(message);
    else if (level === 'warning') this.logger.warn(message);
  });

  /** Begins to work; called once everything stands and the demo is loaded, so that no deadline fires into a half-told past. */
  async start(): Promise<void> {
    if (this.settings.workers === 0) return;
    this.runner = await run({
      pgPool: this.pool,
      concurrency: this.settings.workers,
      noHandleSignals: true,
      pollInterval: 1000,
      // A burst of events is fetched and ticked off in batches: one statement for twenty jobs instead of forty.
      preset: { worker: { localQueue: { size: 20 }, completeJobBatchDelay: 5 } },
      taskList: this.taskList(),
      crontab: this.crons.join('\n'),
      logger: this.quiet,
      events: this.dead.events,
    });
    await this.dead.prove();
    await this.dead.release();
  }

  /** Lets running jobs finish; a second call finds nothing to stop. */
  async stop(): Promise<void> {
    const { runner } = this;
    this.runner = undefined;
    await runner?.stop();
    this.dead.stop();
  }
}

/** Makes or upgrades the queue's own tables; must be done before anything is queued. */
export async function migrateQueue(pool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.migrate();
  await utils.release();
}
