// `pnpm forget`: takes out each call by which somebody comes to owe something, one at a time, runs the tests that reach it
// and writes into docs/liveness-api.md which of them noticed. With parts of paths (`pnpm forget qa/`) it takes out those
// only, and writes nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster } from '@baraza/testing/database';
import type { Call } from './calls.ts';
import { copyWithSwitches } from './copy.ts';
import { report } from './report.ts';

const asked = process.argv.slice(2);
const into = mkdtempSync(join(tmpdir(), 'baraza-forget-'));
const cluster = await startTestCluster();
try {
  const { dir, calls } = copyWithSwitches(into);
  const wanted = calls.filter(({ file }) => asked.length === 0 || asked.some((part) => file.includes(part)));
  const noticed = new Map<Call, string>();
  const left = () => wanted.filter((call) => !noticed.has(call));
  console.log(`${wanted.length} calls`);
  const files = testsFor(dir, wanted);
  const met = new Map<string, ReadonlySet<number>>();
  /** Which calls a test reaches, found out once; none where it fails as it is. */
  const metBy = async (file: string): Promise<ReadonlySet<number>> => {
    const known = met.get(file);
    if (known) return known;
    const reached = join(into, 'reached.txt');
    writeFileSync(reached, '');
    const sound = await passes(dir, file, { REACHED: reached });
    if (!sound) console.log(`${file} is not asked: it fails as it is`);
    const found = new Set(sound ? readFileSync(reached, 'utf8').split('\n').map(Number) : []);
    met.set(file, found);
    return found;
  };
  const asks = async (call: Call, file: string): Promise<void> => {
    if (await passes(dir, file, { FORGET: String(call.n) })) return;
    noticed.set(call, file);
    console.log(`${noticed.size} of ${wanted.length}: ${call.file}:${call.line} ${call.callee}, by ${file}`);
  };
  // The tests of the same room first, and those of others only for what they leave.
  for (const own of [true, false])
    for (const file of files) {
      const unseen = left().filter((one) => (roomOf(one.file) === roomOf(file.slice(4))) === own);
      if (unseen.length === 0) continue;
      const reached = await metBy(file);
      const waiting = unseen.filter(({ n }) => reached.has(n));
      const ask = async () => {
        for (let call = waiting.shift(); call; call = waiting.shift()) await asks(call, file);
      };
      await Promise.all(Array.from({ length: availableParallelism() }, ask));
    }
  for (const { file, line, callee } of left()) console.log(`nobody noticed ${file}:${line} ${callee}`);
  if (asked.length === 0) report(wanted.map((call) => ({ call, by: noticed.get(call) ?? null })));
} finally {
  await cluster.stop();
  rmSync(into, { recursive: true, force: true });
}

/**
 * The tests of the rooms in which these calls are, and of the days deadlines are counted in; the one that was written for
 * it and the short ones first. The demo community and the ten years would notice too, and take long for it.
 */
function testsFor(dir: string, wanted: readonly Call[]): string[] {
  const rooms = new Set(wanted.map(({ file }) => `src/${roomOf(file)}/`));
  const size = (file: string) => (file.includes('liveness') ? 0 : statSync(join(dir, file)).size);
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !/demo\.test|ten-years/.test(file))
    .filter((file) => ['test/brokering/', 'src/calendars/', ...rooms].some((place) => file.startsWith(place)))
    .sort((a, b) => size(a) - size(b));
}

function roomOf(file: string): string {
  return file.slice(0, file.indexOf('/'));
}

async function passes(dir: string, file: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const jest = createRequire(join(dir, 'package.json')).resolve('jest/bin/jest');
  const flags = ['--conditions=source', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const options = { cwd: dir, env: { ...process.env, ...env }, stdio: 'ignore' } as const;
  const run = spawn(process.execPath, [...flags, '--runInBand', '--forceExit', '--runTestsByPath', file], options);
  const [code] = await once(run, 'exit');
  return code === 0;
}
