// What `npm start`, `npm test`, `npm run dev` and `npm run bench` do. Runs on any Node ≥ 20.19 with nothing installed.
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { exitCodeOf, obeySignals, run, stopAll, stoppedBy, which } from './lib/processes.mjs';
import { check, runChecks, runScriptTests, runSuites, summarise } from './lib/suites.mjs';
import { build, environment, Failure, install, node, pnpm, root, turbo } from './lib/workspace.mjs';

const main = join(root, 'apps', 'api', 'dist', 'main.js');

/** The application must not outlive this program, however that ends. @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
function runNode(args, env = {}) {
  const pact = process.platform === 'linux' && which('setpriv') ? ['setpriv', '--pdeathsig=TERM', '--'] : [];
  const [command = node(), ...rest] = [...pact, node(), ...args];
  return run(command, rest, { cwd: root, env: { ...environment, ...env } });
}

async function prepare() {
  await install();
  await build();
  return 0;
}

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  build: prepare,

  async start() {
    await prepare();
    const { code } = await runNode([main], { NODE_ENV: process.env['NODE_ENV'] ?? 'production' });
    const stop = stoppedBy();
    // A program that ends of the signal it was sent ended well.
    return stop && code === exitCodeOf(stop) ? 0 : code;
  },

  /** Whatever changes is built again with all that depends on it; the server starts again when what it has loaded changes. */
  async dev() {
    await prepare();
    const watchers = [
      pnpm(['exec', 'turbo', 'watch', 'build', '--output-logs=errors-only']),
      runNode(['--watch', '--watch-preserve-output', '--enable-source-maps', main]),
    ];
    const { code } = await Promise.race(watchers);
    stopAll('SIGTERM');
    await Promise.all(watchers);
    return code;
  },

  async test() {
    await install();
    const chromium = await ensureChromium();
    await turbo('generate');
    const results = [...(await runChecks()), await runScriptTests()];
    results.push(await check('build', build));
    const browser = chromium ? { CHROMIUM: chromium } : {};
    results.push(...(await runSuites('test', browser)));
    results.push(...(await runSuites('test:e2e', browser)));
    console.log(`\n${summarise(results)}`);
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
  },

  async bench(args) {
    await prepare();
    const { code } = await runNode(['apps/api/dist/bench/main.js', ...args]);
    return code;
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: node scripts/run.mjs ${Object.keys(commands).join(' | ')}`);
  process.exit(2);
}
obeySignals();
try {
  const code = await command(args);
  process.exit(code);
} catch (error) {
  const stop = stoppedBy();
  if (stop) process.exit(exitCodeOf(stop));
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exit(error.code);
}
