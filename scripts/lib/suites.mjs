import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { environment, node, root, tool, turbo, workspaces } from './workspace.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed A check that fails, and a suite that ends badly without a failing test, count as one.
 * @property {number} skipped
 * @property {number} seconds
 */

const MINUTE = 60_000;
const reports = join(root, 'test-results');

/** @param {string} name @param {() => Promise<Omit<Result, 'name' | 'seconds'>>} work @returns {Promise<Result>} */
async function timed(name, work) {
  const start = Date.now();
  return { name, ...(await work()), seconds: (Date.now() - start) / 1000 };
}

/** Prints what a check says only when it fails. @param {string} name @param {() => Promise<import('./processes.mjs').Ended>} command */
const check = (name, command) =>
  timed(name, async () => {
    const { code, output } = await command();
    if (code !== 0) console.log(`\n${name} failed\n${output.trim()}\n`);
    return { passed: 0, failed: Number(code !== 0), skipped: 0 };
  });

/** @param {string} command @param {...string} args */
const quietly = (command, ...args) =>
  run(command, args, { cwd: root, env: environment, quiet: true, timeout: 10 * MINUTE });

/** The checks that read sources. Two lanes for two cores: the compiler, and everything else one after another. */
export async function runChecks() {
  console.log('Checking types, style, walls and words …');
  const lanes = [
    [
      () =>
        check('types', async () =>
          turbo('typecheck').then(
            () => ({ code: 0, output: '' }),
            ({ code, message }) => ({ code, output: message }),
          ),
        ),
      () => check('types of the scripts', () => quietly(tool('tsc'), '-p', 'scripts/tsconfig.json')),
    ],
    [
      () => check('style', () => quietly(tool('biome'), 'ci', '.')),
      () => check('walls', () => quietly(tool('depcruise'), 'apps', 'packages', '--config', '.dependency-cruiser.mjs')),
      () => check('walls that bite', () => quietly(node(), 'scripts/probe-walls.ts')),
      () => check('leftovers', () => quietly(tool('knip'))),
      ...workspaces()
        .filter(({ scripts }) => scripts['check'])
        .map(
          ({ dir, name, scripts }) =>
            () =>
              check(`check of ${name}`, () =>
                run('sh', ['-c', scripts['check'] ?? ''], { cwd: dir, env: environment, quiet: true }),
              ),
        ),
    ],
  ];
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done = [];
      for (const step of lane) done.push(await step());
      return done;
    }),
  );
  return results.flat();
}

/** The tests of the scripts themselves, by Node's own runner: they must run before anything is installed. */
export function runScriptTests() {
  return timed('scripts', async () => {
    const { code, output } = await quietly(node(), '--test', '--test-reporter=tap', 'scripts/');
    if (code !== 0) console.log(output);
    const count = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    return { passed: count('pass'), failed: failed || Number(code !== 0), skipped: count('skipped') + count('todo') };
  });
}

/** The jest of every workspace that has one, one after another. @param {'test' | 'test:e2e'} script @param {NodeJS.ProcessEnv} [env] */
export async function runSuites(script, env = {}) {
  const results = [];
  mkdirSync(reports, { recursive: true });
  for (const { dir, name, scripts } of workspaces().filter(({ scripts }) => scripts[script])) {
    console.log(`\nTesting ${name} …`);
    const report = join(reports, `${name.replaceAll('/', '-')}.json`);
    rmSync(report, { force: true });
    const args = ['--json', `--outputFile=${report}`, ...(script === 'test' ? ['--maxWorkers=2'] : [])];
    results.push(
      await timed(name, async () => {
        const { code } = await run('sh', ['-c', `${scripts[script]} "$@"`, 'sh', ...args], {
          cwd: dir,
          env: { ...environment, PATH: [join(dir, 'node_modules', '.bin'), environment.PATH].join(delimiter), ...env },
          timeout: 20 * MINUTE,
        });
        return countJest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
      }),
    );
  }
  return results;
}

/**
 * @param {Record<string, number> | undefined} report what jest's --json wrote, if it came so far
 * @param {number} code
 * @returns {Omit<Result, 'name' | 'seconds'>}
 */
export function countJest(report, code) {
  const of = (/** @type {string} */ key) => report?.[key] ?? 0;
  const failed = of('numFailedTests') + of('numRuntimeErrorTestSuites');
  return {
    passed: of('numPassedTests'),
    failed: failed || Number(code !== 0),
    skipped: of('numPendingTests') + of('numTodoTests'),
  };
}

/** The table, and last the line that CI reads. @param {readonly Result[]} results */
export function summarise(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map(({ name, passed, failed, skipped, seconds }) => {
    const counts =
      passed + skipped > 0 ? ` ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}` : '';
    return `${failed ? '✗' : '✓'} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(6)} s ${counts}`.trimEnd();
  });
  const skipped = sum('skipped');
  return [...rows, '', `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`].join(
    '\n',
  );
}
