import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { environment, Failure, node, root, tool, turbo, workspaces } from './workspace.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed A check that fails, and a suite that ends badly without a failing test, count as one.
 * @property {number} skipped
 *
 * @typedef {Counts & { name: string, seconds: number, isCheck?: boolean }} Result
 * @typedef {import('./processes.mjs').Options} Options
 * @typedef {import('./workspace.mjs').Workspace} Workspace
 */

const MINUTE = 60_000;
const reports = join(root, 'test-results');

/** @param {string} name @param {() => Promise<Omit<Result, 'name' | 'seconds'>>} work @returns {Promise<Result>} */
async function timed(name, work) {
  const start = Date.now();
  return { name, ...(await work()), seconds: (Date.now() - start) / 1000 };
}

/**
 * Prints what a check says only when it fails.
 * @param {string} name @param {() => Promise<import('./processes.mjs').Ended | void>} work fails by its code or by a `Failure`
 */
export const check = (name, work) =>
  timed(name, async () => {
    const ended = await work().catch((error) => {
      if (error instanceof Failure) return { code: error.code, output: error.message };
      throw error;
    });
    const failed = ended !== undefined && ended.code !== 0;
    if (failed) console.log(`\n${name} failed\n${ended.output.trim()}\n`);
    return { passed: 0, failed: Number(failed), skipped: 0, isCheck: true };
  });

/** @param {string} command @param {...string} args */
const quietly = (command, ...args) =>
  run(command, args, { cwd: root, env: environment, quiet: true, timeout: 10 * MINUTE });

/** A script of a package, as pnpm would run it. @param {Workspace} workspace @param {string} script @param {readonly string[]} args @param {Options} options */
const runScript = ({ dir, scripts }, script, args, { env, ...options }) =>
  run('sh', ['-c', `${scripts[script]} "$@"`, 'sh', ...args], {
    cwd: dir,
    env: { ...environment, PATH: [join(dir, 'node_modules', '.bin'), environment.PATH].join(delimiter), ...env },
    ...options,
  });

/** @param {string} script */
const workspacesWith = (script) => workspaces().filter(({ scripts }) => scripts[script]);

/** The checks that read sources. Two lanes for two cores: the compiler, and everything else one after another. */
export async function runChecks() {
  console.log('Checking types, style, walls and words …');
  const compiler = [
    () => check('types', () => turbo('typecheck')),
    () => check('types of the scripts', () => quietly(tool('tsc'), '-p', 'scripts/tsconfig.json')),
  ];
  const readers = [
    () => check('style', () => quietly(tool('biome'), 'ci', '--colors=off', '.')),
    () => check('walls', () => quietly(tool('depcruise'), 'apps', 'packages', '--config', '.dependency-cruiser.mjs')),
    () => check('walls that bite', () => quietly(node(), 'scripts/probe-walls.ts')),
    () => check('leftovers', () => quietly(tool('knip'))),
    ...workspacesWith('check').map(
      (workspace) => () =>
        check(`check of ${workspace.name}`, () =>
          runScript(workspace, 'check', [], { quiet: true, timeout: 10 * MINUTE }),
        ),
    ),
  ];
  return (await Promise.all([compiler, readers].map(oneAfterAnother))).flat();
}

/** @param {readonly (() => Promise<Result>)[]} steps */
async function oneAfterAnother(steps) {
  const results = [];
  for (const step of steps) results.push(await step());
  return results;
}

/** The tests of the scripts themselves, by Node's own runner: the scripts must run before anything is installed. */
export function runScriptTests() {
  return timed('scripts', async () => {
    const { code, output } = await quietly(node(), '--test', '--test-reporter=tap', 'scripts/**/*.test.mjs');
    if (code !== 0) console.log(output);
    const count = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    return { passed: count('pass'), failed: failed || Number(code !== 0), skipped: count('skipped') + count('todo') };
  });
}

/** The jest of every workspace that has one. @param {'test' | 'test:e2e'} script @param {NodeJS.ProcessEnv} env */
export function runSuites(script, env) {
  mkdirSync(reports, { recursive: true });
  return oneAfterAnother(
    workspacesWith(script).map((workspace) => () => {
      console.log(`\nTesting ${workspace.name} …`);
      const report = join(reports, `${workspace.name.replaceAll('/', '-')}.json`);
      rmSync(report, { force: true });
      const args = ['--json', `--outputFile=${report}`, ...(script === 'test' ? ['--maxWorkers=2'] : [])];
      return timed(workspace.name, async () => {
        const { code } = await runScript(workspace, script, args, { env, timeout: 20 * MINUTE });
        return countJest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
      });
    }),
  );
}

/**
 * @param {Record<string, number> | undefined} report what jest's --json wrote, if it came so far
 * @param {number} code
 * @returns {Counts}
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
  const sum = (/** @type {keyof Counts} */ key) => results.reduce((total, result) => total + result[key], 0);
  const width = Math.max(...results.map(({ name }) => name.length));
  const counts = (/** @type {Counts} */ { passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  const rows = results.map((result) => {
    const { name, failed, seconds, isCheck } = result;
    const line = `${failed ? '✗' : '✓'} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(6)} s`;
    return isCheck ? line : `${line}  ${counts(result)}`;
  });
  return [...rows, '', counts({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })].join('\n');
}
