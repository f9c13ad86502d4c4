// `pnpm forget`: takes out each call by which somebody comes to owe something, one at a time, runs the tests that reach it
// and writes into docs/liveness-api.md which of them noticed. With parts of paths (`pnpm forget qa/`) it takes out those
// only, and writes nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster } from '@baraza/testing/database';
import type { Call } from './calls.ts';
import { copyWithSwitches } from './copy.ts';
import { report } from './report.ts';

/** The tests of the rooms in which somebody owes something; whole walks through the demo and the decade are left out as slow. */
const tests =
  'src/(brokering|calendars|clusters|files|knowledge|matching|members|notifications|platform|programme|qa)/';
const slow = ['demo.test'];

const asked = process.argv.slice(2);
const into = mkdtempSync(join(tmpdir(), 'baraza-forget-'));
const reached = join(into, 'reached.txt');
const cluster = await startTestCluster();
try {
  const { dir, calls } = copyWithSwitches(into);
  const jest = createRequire(join(dir, 'package.json')).resolve('jest/bin/jest');
  const run = (files: readonly string[], env: Readonly<Record<string, string>>) => {
    const out = join(into, 'run.json');
    rmSync(out, { force: true });
    const flags = ['--conditions=source', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
    const options = ['--silent', '--reporters=default', '--json', `--outputFile=${out}`, '--bail=0', '--runInBand'];
    spawnSync(process.execPath, [...flags, ...options, ...files, '--testPathIgnorePatterns', ...slow], {
      cwd: dir,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    return (JSON.parse(readFileSync(out, 'utf8')) as Run).testResults;
  };

  console.log(`${calls.length} calls; the tests as they are, once`);
  writeFileSync(reached, '');
  const whole = run([tests], { REACHED: reached });
  const bad = whole.filter(({ status }) => status !== 'passed').map(({ name }) => name);
  if (bad.length > 0) console.log(`not asked, for they fail as they are:\n${bad.join('\n')}`);
  const lasted = new Map(whole.map(({ name, startTime, endTime }) => [name, endTime - startTime]));
  const reach = readFileSync(reached, 'utf8').trim().split('\n');

  const noticed: { call: Call; by: string | null; asked: number }[] = [];
  for (const call of calls.filter(({ file }) => asked.length === 0 || asked.some((part) => file.includes(part)))) {
    const files = reach
      .filter((line) => line.startsWith(`${call.n} `))
      .map((line) => line.slice(`${call.n} `.length))
      .filter((file) => lasted.has(file) && !bad.includes(file))
      .sort((a, b) => (lasted.get(a) ?? 0) - (lasted.get(b) ?? 0));
    const by = files.find((file) => run([file], { FORGET: String(call.n) }).some(({ status }) => status === 'failed'));
    noticed.push({ call, by: by ? by.slice(dir.length + 1) : null, asked: files.length });
    console.log(
      `${by ? 'noticed' : 'UNNOTICED'} ${call.file}:${call.line} ${call.callee} ${by?.slice(dir.length + 1) ?? `by ${files.length}`}`,
    );
  }
  console.log(`${noticed.filter(({ by }) => by).length} of ${noticed.length} noticed`);
  if (asked.length === 0) report(noticed);
} finally {
  await cluster.stop();
  rmSync(into, { recursive: true, force: true });
}

interface Run {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
}
