import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ask, scratchDirectory, started } from '../test/scratch.ts';
import { backupCluster } from './backup.ts';

describe('a backup of a working server', () => {
  it('holds what was committed before it ended, also while others write', async () => {
    const server = await started(scratchDirectory());
    await server.ensureDatabase('app');
    await ask(server, 'create table entry (id bigserial primary key, body text)', 'app');
    await ask(server, "insert into entry (body) select repeat('x', 500) from generate_series(1, 5000)", 'app');
    let writing = true;
    const writer = (async () => {
      const client = await server.connect('app');
      while (writing)
        await client.query("insert into entry (body) select repeat('y', 500) from generate_series(1, 20)");
      await client.end();
    })();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = Number(await ask(server, 'select count(*) from entry', 'app'));
    const copy = join(scratchDirectory(), 'copy');
    await backupCluster(server, copy);
    writing = false;
    await writer;
    const after = Number(await ask(server, 'select count(*) from entry', 'app'));
    expect(await ask(server, 'select count(*)::int from pg_replication_slots')).toBe(0);
    await server.stop();
    rmSync(server.dataDir, { recursive: true });

    const restored = await started(copy);
    const count = Number(await ask(restored, 'select count(*) from entry', 'app'));
    expect(count).toBeGreaterThanOrEqual(before);
    expect(count).toBeLessThanOrEqual(after);
    expect(await ask(restored, 'select count(*)::int from entry where body is null', 'app')).toBe(0);
    expect(Number(await ask(restored, "insert into entry (body) values ('z') returning id", 'app'))).toBeGreaterThan(
      count,
    );
  });

  it('does not write over an earlier one', async () => {
    const server = await started(scratchDirectory());
    const copy = join(scratchDirectory(), 'copy');
    await backupCluster(server, copy);
    await expect(backupCluster(server, copy)).rejects.toThrow('EEXIST');
  });
});
