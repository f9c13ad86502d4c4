import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

describe('infra/backup.sh and infra/restore.sh', () => {
  const script = (name: string, archive: string, dataDir: string) =>
    spawnSync(fileURLToPath(new URL(`../../../infra/${name}`, import.meta.url)), [archive], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    });

  it('bring back the database and the files of a data directory', async () => {
    const [dir, elsewhere] = [scratchDirectory(), scratchDirectory()];
    const archive = join(elsewhere, 'saved.tar.gz');
    const restored = join(elsewhere, 'restored data');
    writeFileSync(join(dir, 'secret'), 'kept', { mode: 0o600 });
    const server = await started(join(dir, 'postgres'));
    await ask(server, "create table kept as select 'still here' as word");
    expect(script('backup.sh', archive, dir)).toMatchObject({ status: 0, stderr: '' });
    expect(await ask(server, 'select word from kept')).toBe('still here');
    await server.stop();

    expect(script('restore.sh', archive, restored)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(restored, 'secret'), 'utf8')).toBe('kept');
    const again = await started(join(restored, 'postgres'));
    expect(await ask(again, 'select word from kept')).toBe('still here');
    expect(readdirSync(elsewhere).sort()).toEqual(['restored data', 'saved.tar.gz']);
  });

  it('refuse to write over data, and to save what is not there', async () => {
    const dir = scratchDirectory();
    expect(script('backup.sh', join(dir, 'saved.tar.gz'), join(dir, 'nothing'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no database'),
    });
    writeFileSync(join(dir, 'nothing', 'precious'), '');
    expect(script('restore.sh', join(dir, 'saved.tar.gz'), join(dir, 'nothing'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is not empty'),
    });
    expect(readdirSync(dir)).toEqual(['nothing']);
  });
});
