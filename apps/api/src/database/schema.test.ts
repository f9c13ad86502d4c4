import { cloneDatabase, type TestDatabase } from '@baraza/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.ts';

describe('the schema', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url, 2)).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('has every column the rows name, as they name it', async () => {
    // where TypeORM keeps what it made itself; it asks for it as soon as it meets a generated column
    await dataSource.query(
      'create temp table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
    );
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    // Constraints, defaults, indexes and generated columns are stated in the migrations alone.
    const own = /DROP CONSTRAINT|DROP DEFAULT|DROP INDEX|DROP COLUMN "searched"|typeorm_metadata/;
    expect(upQueries.map(({ query }) => query).filter((query) => !own.test(query))).toEqual([]);
  });

  it('can be undone to nothing and made again', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    const tables = await dataSource.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migration'`,
    );
    expect(tables).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await dataSource.showMigrations()).toBe(false);
  });
});
