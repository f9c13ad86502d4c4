import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { type House, openHouse } from '../../../test/harness.ts';
import { DeadWorkers } from './dead-workers.ts';
import { Jobs } from './jobs.ts';

describe('a worker that was killed', () => {
  let house: House;
  let pool: Pool;
  beforeAll(async () => {
    house = await openHouse();
    pool = new Pool({ connectionString: house.databaseUrl, max: 4 });
    // A connection on its way out may still hear that its database was dropped.
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await house.close();
  });

  const held = () =>
    house.db<{ locked_by: string }>('select locked_by from graphile_worker._private_jobs where locked_by is not null');
  const lock = async (worker: string, secondsAgo: number) => {
    await house.db(`select graphile_worker.add_job('mail', '{}', run_at := now() + interval '1 hour')`);
    await house.db(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2) where locked_by is null`,
      [worker, secondsAgo],
    );
  };
  /** What the queue's runner says when it makes its workers. */
  const madeIn = (workers: DeadWorkers, id: string) =>
    workers.events.emit('pool:create', { workerPool: { id } } as never);

  it('holds no job once another looks, while those at work keep theirs, as long as they live', async () => {
    const alive = new DeadWorkers(pool);
    madeIn(alive, 'worker-alive');
    await alive.prove();
    await lock('worker-killed', 10);
    await lock('worker-alive', 10);
    await lock('worker-just-made', -60); // a moment ago, however slow this machine is

    const other = new DeadWorkers(pool);
    expect(await other.release()).toBe(1);
    expect((await held()).map(({ locked_by }) => locked_by).sort()).toEqual(['worker-alive', 'worker-just-made']);

    expect(await alive.release()).toBe(0);
    alive.stop();
    // The database lets go of the proof when it hears that the connection is gone.
    let freed = 0;
    while (freed === 0) freed = await other.release();
    expect(freed).toBe(1);
    expect((await held()).map(({ locked_by }) => locked_by)).toEqual(['worker-just-made']);
  });
});

describe('the queue', () => {
  it('locks a job in the name that it proved to be alive', async () => {
    const house = await openHouse({ settings: { workers: 1 } });
    const jobs = house.app.get(Jobs);
    let seen: unknown[] = [];
    const held = new Promise<void>((done) => {
      jobs.handle('look-who-holds-me', async () => {
        seen = await house.db(
          `select pg_try_advisory_xact_lock(hashtextextended('worker:' || locked_by, 0)) as free
             from graphile_worker._private_jobs where locked_by is not null`,
        );
        done();
      });
    });
    await jobs.start();
    await house.db(`select graphile_worker.add_job('look-who-holds-me')`);
    await held;
    await jobs.stop();
    expect(seen).toEqual([{ free: false }]);
    await house.close();
  });
});
