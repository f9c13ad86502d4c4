import { EventEmitter } from 'node:events';
import type { RunnerOptions } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/**
 * A process that was killed leaves its jobs locked, and the queue gives them back after four hours only. So its pool of workers holds an
 * advisory lock that ends with its connection: whoever has none and yet holds jobs is dead, and they are free at once.
 */
export class DeadWorkers {
  private readonly pool: Pool;
  private proof: PoolClient | undefined;
  private readonly pools: string[] = [];
  /** To be given to the runner, which tells it of every pool of workers it makes; a pool's jobs are locked in its name. */
  readonly events: NonNullable<RunnerOptions['events']>;

  constructor(pool: Pool) {
    this.pool = pool;
    this.events = new EventEmitter();
    this.events.on('pool:create', ({ workerPool }) => this.pools.push(workerPool.id));
  }

  /** Proves that the pools made so far are alive, until `stop`. */
  async prove(): Promise<void> {
    this.proof = await this.pool.connect();
    this.proof.on('error', () => this.stop()); // the database went away, and with it the proof and every lock
    for (const id of this.pools)
      await this.proof.query(`select pg_advisory_lock(hashtextextended('worker:' || $1, 0))`, [id]);
  }

  /**
   * Frees what dead pools held; returns how many of them there were. What was locked a moment ago is left alone, because a
   * new one may take a job just before it proves itself.
   */
  async release(): Promise<number> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from (select distinct locked_by id from graphile_worker._private_jobs where locked_at < now() - interval '2 seconds'
                       union select distinct locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '2 seconds') held
        where id <> all ($1) and pg_try_advisory_xact_lock(hashtextextended('worker:' || id, 0))`,
      [this.pools],
    );
    if (rows.length === 0) return 0;
    await this.pool.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ id }) => id)]);
    return rows.length;
  }

  stop(): void {
    this.proof?.release(true);
    this.proof = undefined;
  }
}
