import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable, run } from './processes.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const bin = join(root, 'node_modules', '.bin');

export const environment = {
  ...process.env,
  PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  npm_config_update_notifier: 'false',
};

/** Something a step says it needs, with the exit code of what failed. */
export class Failure extends Error {
  /** @param {string} message @param {number} [code] */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** A tool of the workspace. @param {string} name */
export const tool = (name) => join(bin, name);

/** The Node of the workspace; where npm has none for this machine, the one that runs this. */
export function node() {
  if (isExecutable(tool('node'))) return tool('node');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Failure(
    `Baraza brings its own Node on Linux; on this machine it needs Node 22.18 or later (this is ${process.versions.node}).`,
  );
}

/** @param {readonly string[]} args @param {import('./processes.mjs').Options} [options] */
export function pnpm(args, options) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return run('npx', ['--yes', '--prefer-offline', packageManager, ...args], {
    cwd: root,
    env: environment,
    ...options,
  });
}

/** Says something only when the task fails. @param {string} task */
export async function turbo(task) {
  const { code, output } = await pnpm(
    ['exec', 'turbo', 'run', task, '--output-logs=errors-only', '--log-order=grouped'],
    { quiet: true },
  );
  if (code !== 0) throw new Failure(`${output.trim()}\nThe workspace's ${task} failed.`, code);
}

/** @typedef {{ dir: string, name: string, scripts: Record<string, string> }} Workspace */

/** Packages first, then the applications. @param {string} [base] @returns {Workspace[]} */
export function workspaces(base = root) {
  return ['packages', 'apps'].flatMap((floor) =>
    readdirSync(join(base, floor))
      .map((name) => join(base, floor, name))
      .filter((dir) => existsSync(join(dir, 'package.json')))
      .map((dir) => ({
        dir,
        name: dir.slice(base.length + 1),
        scripts: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).scripts ?? {},
      })),
  );
}

/** What decides which packages are installed. @param {string} [base] */
export function manifestsPrint(base = root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const manifests = workspaces(base).map(({ dir }) => join(dir, 'package.json'));
  for (const file of [
    ...['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((name) => join(base, name)),
    ...manifests,
  ])
    hash.update(file.slice(base.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const outputs = new Set(['node_modules', 'dist', 'generated', '.turbo', 'coverage']);

/** What decides what is built, by dates and sizes: a few milliseconds for the whole tree. @param {string} [base] */
export function sourcesPrint(base = root) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path.slice(base.length)}\0${mtimeMs}\0${size}\n`);
  };
  /** @param {string} dir */
  const walk = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isDirectory()) outputs.has(entry.name) || walk(join(dir, entry.name));
      else if (!/\.test\.\w+$/.test(entry.name)) add(join(dir, entry.name));
    }
  };
  for (const name of ['pnpm-lock.yaml', 'turbo.json', 'tsconfig.base.json']) add(join(base, name));
  for (const floor of ['packages', 'apps']) walk(join(base, floor));
  return hash.digest('hex');
}

/** A step that is done only when what it depends on has changed since it last went well. @param {string} name @param {() => string} print */
function stamp(name, print) {
  const file = join(root, 'node_modules', '.baraza', name);
  const now = print();
  return {
    upToDate: existsSync(file) && readFileSync(file, 'utf8') === now,
    keep() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, now);
    },
  };
}

export async function install() {
  const { upToDate, keep } = stamp('installed', manifestsPrint);
  if (upToDate) return;
  console.log('Installing the packages …');
  const quietly = ['--reporter=append-only', '--loglevel=warn'];
  // Without a terminal pnpm does not ask before it replaces a tree of another version; it needs to be told so.
  const { code } = await pnpm([
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--config.confirmModulesPurge=false',
    ...quietly,
  ]);
  if (code !== 0) throw new Failure('The packages could not be installed.', code);
  keep();
}

export async function build() {
  const { upToDate, keep } = stamp('built', sourcesPrint);
  const built = workspaces().every(({ dir, scripts }) => !scripts['build'] || existsSync(join(dir, 'dist')));
  if (upToDate && built) return;
  console.log('Building …');
  await turbo('build');
  keep();
}
