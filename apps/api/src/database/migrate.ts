import { DataSource } from 'typeorm';
import { makePool } from '../platform/database/pool.ts';
import { migrateQueue } from '../platform/jobs/jobs.ts';
import { dataSourceOptions } from './data-source.ts';

/** Brings a database up to this version: the queue's schema first, because our own tables' functions queue jobs. */
export async function migrate(url: string): Promise<void> {
  const pool = makePool(url, 2, () => {});
  try {
    await migrateQueue(pool);
  } finally {
    await pool.end();
  }
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}
