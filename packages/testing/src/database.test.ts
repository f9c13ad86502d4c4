import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cloneDatabase, createTemplate, startTestCluster, type TestCluster } from './database.ts';

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('databases for tests', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    await expect(cloneDatabase()).rejects.toThrow('call startTestCluster() in globalSetup');
    cluster = await startTestCluster();
    await createTemplate(async (url) => {
      await query(url, 'create table city (name text primary key)');
    });
  });
  afterAll(() => cluster.stop());

  it('are copies of one template that know nothing of each other', async () => {
    const [one, two] = await Promise.all([cloneDatabase(), cloneDatabase()]);
    await query(one.url, "insert into city values ('Kumasi')");
    expect(await query(one.url, 'select name from city')).toEqual([{ name: 'Kumasi' }]);
    expect(await query(two.url, 'select name from city')).toEqual([]);
  });

  it('go when they are dropped, also with connections open', async () => {
    const database = await cloneDatabase();
    const forgotten = new Client({ connectionString: database.url });
    const cut = new Promise((resolve) => forgotten.on('error', resolve));
    await forgotten.connect();
    await database.drop();
    expect(await cut).toBeInstanceOf(Error);
    await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist');
  });

  it('come from a template that nobody can spoil afterwards', async () => {
    await expect(query(cluster.server.url('template_baraza'), 'drop table city')).rejects.toThrow(
      'not currently accepting connections',
    );
  });
});
