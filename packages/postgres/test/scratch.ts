import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startPostgres } from '../src/index.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Runs after the test, the last one first. */
export const afterwards = (step: () => unknown): void => {
  undo.push(step);
};

export function scratchDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'postgres-test-'));
  afterwards(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export async function started(dir: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startPostgres({
    ...options,
    dir,
    settings: { fsync: 'off', logging_collector: 'off', ...options.settings },
  });
  afterwards(() => server.stop());
  return server;
}

/** The first column of the first row. */
export async function ask(server: EmbeddedPostgres, sql: string, database?: string): Promise<unknown> {
  const client = await server.connect(database);
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
