import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodeOf, run, which } from './processes.mjs';

/** Whether a process ends within four seconds; nobody may have asked yet how it ended. @param {number} pid */
const ends = async (pid) => {
  const works = () => {
    try {
      return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  };
  for (let i = 0; i < 200 && works(); i++) await sleep(20);
  return !works();
};

test('a command ends with its exit code, or with 128 and its signal', async () => {
  assert.deepEqual(await run('sh', ['-c', 'echo said; exit 3'], { quiet: true }), { code: 3, output: 'said\n' });
  assert.equal((await run('sh', ['-c', 'kill -KILL $$'])).code, exitCodeOf('SIGKILL'));
  assert.equal((await run('no-such-program', [])).code, 127);
});

test('a command that takes too long is killed with everything it started', async () => {
  const { code, output } = await run('sh', ['-c', 'sleep 60 & echo $!; wait'], { quiet: true, timeout: 300 });
  assert.equal(code, exitCodeOf('SIGKILL'));
  assert.ok(await ends(Number(output)));
});

test('a program is found on the path, or not at all', () => {
  assert.match(which('sh') ?? '', /\/sh$/);
  assert.equal(which('no-such-program'), undefined);
});

/** A program that obeys signals while a grandchild sleeps; its first line is the grandchild's pid. @param {string[]} prefix */
async function sleeper(prefix = []) {
  const url = new URL('processes.mjs', import.meta.url);
  const text = `import { obeySignals, run } from '${url}'; obeySignals(); process.exit((await run('sh', ['-c', 'sleep 60 & echo $!; wait'])).code)`;
  const [command = '', ...args] = [...prefix, process.execPath, '--input-type=module', '--eval', text];
  const program = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(program.stdout, 'data');
  return { program, grandchild: Number(line) };
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
  test(`${signal} reaches everything that runs`, async () => {
    const { program, grandchild } = await sleeper();
    program.kill(signal);
    const [code] = await once(program, 'exit');
    assert.equal(code, exitCodeOf(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    assert.ok(await ends(grandchild));
  });

test('everything stops when the caller is killed', async () => {
  const { program, grandchild } = await sleeper(['sh', '-c', '"$@" & wait', 'sh']);
  program.kill('SIGKILL');
  assert.ok(await ends(grandchild));
});
