import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ask, scratchDirectory, started } from '../test/scratch.ts';
import { findBinaries } from './binaries.ts';
import { alive } from './lock.ts';
import { houseSettings } from './settings.ts';

describe('an embedded server', () => {
  it('starts cold, stops cleanly, and keeps its data for the next start', async () => {
    const dir = join(scratchDirectory(), 'made on the way');
    const first = await started(dir, { settings: { fsync: 'on' } });
    expect(first.adopted).toBe(false);
    await first.ensureDatabase('app');
    await first.ensureDatabase('app');
    await ask(first, "create table kept as select 'still here' as word", 'app');
    await first.stop();
    await first.stop();
    expect(alive(first.pid)).toBe(false);
    expect(existsSync(first.host)).toBe(false);
    expect(existsSync(join(first.dataDir, 'postmaster.pid'))).toBe(false);

    const second = await started(dir);
    expect(await ask(second, 'select word from kept', 'app')).toBe('still here');
  });

  it('listens on a socket that only its account can enter, and on no network port', async () => {
    const server = await started(scratchDirectory());
    expect(statSync(server.host).mode & 0o777).toBe(0o700);
    expect(await ask(server, 'show listen_addresses')).toBe('');
    expect(new URL(server.url('app')).protocol).toBe('postgres:');
  });

  it('puts the socket elsewhere when the path to the data is too long for one', async () => {
    const deep = join(scratchDirectory(), 'd'.repeat(60), 'e'.repeat(60));
    const server = await started(deep);
    expect(server.host.startsWith(deep)).toBe(false);
    expect(await ask(server, 'select 1')).toBe(1);
  });

  it('uses the settings of the house, and lets the caller change one', async () => {
    const server = await started(scratchDirectory(), { settings: { shared_buffers: '64MB', fsync: 'off' } });
    expect(await ask(server, 'show shared_buffers')).toBe('64MB');
    expect(await ask(server, 'show jit')).toBe(houseSettings['jit']);
    expect(await ask(server, 'show wal_compression')).toBe(houseSettings['wal_compression']);
  });

  it('logs slow queries and errors to a file of its own', async () => {
    const dir = scratchDirectory();
    const server = await started(dir, { settings: { logging_collector: 'on' } });
    await expect(ask(server, 'select nonsense')).rejects.toThrow('nonsense');
    await server.stop();
    const log = readdirSync(join(dir, 'log')).map((file) => readFileSync(join(dir, 'log', file), 'utf8'));
    expect(log.join('')).toContain('column "nonsense" does not exist');
  });

  it('finds Cyrillic, Arabic and Chinese words by their likeness', async () => {
    const server = await started(scratchDirectory());
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, "select similarity('привет мир', 'приветы мира')")).toBeGreaterThan(0.5);
    expect(await ask(server, "select similarity('مرحبا بالعالم', 'مرحبا العالم')")).toBeGreaterThan(0.4);
    expect(await ask(server, "select similarity('城市合作', '城市合作社')")).toBeGreaterThan(0.4);
    expect(await ask(server, "select upper('straße жизнь')")).toBe('STRASSE ЖИЗНЬ');
  });

  it('is joined, not started twice, and only its starter stops it', async () => {
    const dir = scratchDirectory();
    const [one, two] = await Promise.all([started(dir), started(dir)]);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    expect(one.pid).toBe(two.pid);
    const [starter, guest] = one.adopted ? [two, one] : [one, two];
    await guest.stop();
    expect(await ask(starter, 'select 1')).toBe(1);
  });

  it('tells when it ends by itself, and keeps quiet when it is stopped', async () => {
    const ends: string[] = [];
    const dir = scratchDirectory();
    const stopped = await started(dir, { onUnexpectedExit: () => ends.push('stopped') });
    await stopped.stop();
    const server = await started(dir, { onUnexpectedExit: (log) => ends.push(log) });
    process.kill(server.pid, 'SIGINT');
    for (let i = 0; i < 400 && ends.length === 0; i++) await sleep(25);
    expect(ends).toEqual([expect.stringContaining('received fast shutdown request')]);
  });

  it('refuses the data of another major version, says what to do and changes nothing', async () => {
    const dir = scratchDirectory();
    mkdirSync(join(dir, 'data'));
    writeFileSync(join(dir, 'data', 'PG_VERSION'), '16\n');
    await expect(started(dir)).rejects.toThrow(
      /written by PostgreSQL 16, and this version of Baraza brings PostgreSQL \d+.*docs\/operating\.md/,
    );
    expect(readdirSync(dir)).toEqual(['data']);
  });

  it('removes what is left of a cluster that was cut short while it was made', async () => {
    const dir = scratchDirectory();
    mkdirSync(join(dir, 'new-999999999'));
    writeFileSync(join(dir, 'new-999999999', 'PG_VERSION'), '18\n');
    await started(dir);
    expect(readdirSync(dir).filter((name) => name.startsWith('new-'))).toEqual([]);
  });

  it('says why it cannot start', async () => {
    await expect(started(scratchDirectory(), { settings: { shared_buffers: 'plenty' } })).rejects.toThrow(
      'invalid value for parameter "shared_buffers"',
    );
  });

  it('says what to do on a machine it brings no server for', () => {
    expect(() => findBinaries('plan9-mips')).toThrow('set DATABASE_URL');
  });
});
