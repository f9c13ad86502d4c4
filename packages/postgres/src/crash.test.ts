import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { end, gone, holdServer } from '../test/holder.ts';
import { afterwards, ask, scratchDirectory, started } from '../test/scratch.ts';
import { alive, runningPostmaster } from './lock.ts';

const write = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists kept (n int)');
  await client.query('insert into kept select generate_series(1, 1000)');
  await client.end();
};

describe('after an accident', () => {
  it('a server ends by itself when the process that started it is killed', async () => {
    const dir = scratchDirectory();
    const holder = await holdServer(dir);
    await write(holder.server.url);
    await end(holder, 'SIGKILL');
    expect(await gone(holder.server.pid)).toBe(true);
    expect(await ask(await started(dir), 'select count(*)::int from kept')).toBe(1000);
  });

  it('a start waits for the server of a killed process to end, and does not join it', async () => {
    const dir = scratchDirectory();
    const holder = await holdServer(dir);
    await end(holder, 'SIGKILL');
    const server = await started(dir);
    expect(server.adopted).toBe(false);
    expect(await ask(server, 'select 1')).toBe(1);
  });

  it('nothing committed is lost when server and starter are killed together', async () => {
    const dir = scratchDirectory();
    const holder = await holdServer(dir);
    await write(holder.server.url);
    process.kill(holder.server.pid, 'SIGKILL');
    await end(holder, 'SIGKILL');
    const server = await started(dir);
    expect(await ask(server, 'select count(*)::int from kept')).toBe(1000);
    expect(readdirSync(dir).filter((name) => name.startsWith('socket-'))).toHaveLength(1);
  });

  it('a server stops with its starter when that is asked to end', async () => {
    const holder = await holdServer(scratchDirectory());
    expect(await end(holder, 'SIGTERM')).toBe(0);
    expect(alive(holder.server.pid)).toBe(false);
  });

  it('a lock file whose process number belongs to another program by now does not prevent the start', async () => {
    const dir = scratchDirectory();
    const first = await started(dir);
    const lock = join(first.dataDir, 'postmaster.pid');
    const stale = readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid));
    await first.stop();
    writeFileSync(lock, stale, { mode: 0o600 });
    expect(runningPostmaster(first.dataDir)).toBeUndefined();
    const second = await started(dir);
    expect(second.adopted).toBe(false);
  });

  it('a lock file that was cut short does not prevent the start either', async () => {
    const dir = scratchDirectory();
    const first = await started(dir);
    await first.stop();
    writeFileSync(join(first.dataDir, 'postmaster.pid'), '', { mode: 0o600 });
    expect((await started(dir)).adopted).toBe(false);
  });

  it('the lock file of a server that still works stays', async () => {
    const dir = scratchDirectory();
    const holder = await holdServer(dir);
    afterwards(() => end(holder, 'SIGTERM'));
    const guest = await started(dir);
    expect(guest.adopted).toBe(true);
    expect(guest.pid).toBe(holder.server.pid);
    await write(guest.url('postgres'));
  });
});
