import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '@baraza/postgres';
import { Client } from 'pg';

/** How a run's set-up hands its cluster to the workers. */
const ADMIN_URL = 'BARAZA_TEST_CLUSTER';
const TEMPLATE = 'template_baraza';

export interface TestCluster {
  readonly server: EmbeddedPostgres;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** One PostgreSQL for a whole run, quick because nothing in it must outlive a power cut. For jest's globalSetup. */
export async function startTestCluster(): Promise<TestCluster> {
  const dir = mkdtempSync(join(tmpdir(), 'baraza-test-'));
  const server = await startPostgres({
    dir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: 0,
      autovacuum: 'off',
      logging_collector: 'off',
      log_min_duration_statement: -1,
      max_connections: 300,
    },
  });
  process.env[ADMIN_URL] = server.url('postgres');
  return {
    server,
    async stop() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Makes the database that `cloneDatabase` copies: give it the migrations. */
export async function createTemplate(migrate: (url: string) => Promise<void>): Promise<void> {
  await administer(`create database ${TEMPLATE}`);
  await migrate(urlOf(TEMPLATE));
  // A connection that `migrate` forgot would otherwise fail every clone later, far from the cause.
  await administer(`alter database ${TEMPLATE} with is_template true allow_connections false`);
}

/** A migrated database of a test file's own, in about 20 ms; drop it in afterAll. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${TEMPLATE}`);
  return { url: urlOf(name), drop: () => administer(`drop database ${name} with (force)`) };
}

function adminUrl(): string {
  const url = process.env[ADMIN_URL];
  if (!url) throw new Error('No test cluster runs: call startTestCluster() in globalSetup.');
  return url;
}

const urlOf = (database: string): string => adminUrl().replace(/\/postgres$/, `/${database}`);

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
