import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] Collects what the command writes instead of passing it on.
 * @property {number} [timeout] Milliseconds until the command with all it started is killed.
 *
 * @typedef {object} Ended
 * @property {number} code 128 + n when signal n ended it.
 * @property {string} output
 */

/** Process groups at work, by the pid of their leader. @type {Set<number>} */
const groups = new Set();
/** @type {NodeJS.Signals | undefined} */
let stopSignal;

/** The signal that asked this program to stop. */
export const stoppedBy = () => stopSignal;

/** @param {NodeJS.Signals} signal */
export const exitCodeOf = (signal) => 128 + system.signals[signal];

/**
 * Runs a command in a process group of its own, so that stopping it stops everything it started.
 * @param {string} command @param {readonly string[]} args @param {Options} [options] @returns {Promise<Ended>}
 */
export function run(command, args, { quiet = false, timeout, ...options } = {}) {
  if (stopSignal) return Promise.resolve({ code: exitCodeOf(stopSignal), output: '' });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      detached: true,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const { pid } = child;
    if (pid) groups.add(pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    const timer = timeout && pid ? setTimeout(() => signalGroup(pid, 'SIGKILL'), timeout) : undefined;
    /** @param {Ended} ended */
    const finish = (ended) => {
      clearTimeout(timer);
      if (pid) groups.delete(pid);
      if (pid && stopSignal) signalGroup(pid, 'SIGTERM'); // whatever it left behind, such as a shell's background jobs, which ignore SIGINT
      resolve(ended);
    };
    child.once('error', (error) => finish({ code: 127, output: error.message }));
    child.once('close', (code, signal) =>
      finish({ code: code ?? exitCodeOf(/** @type {NodeJS.Signals} */ (signal)), output }),
    );
  });
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended a moment ago.
  }
}

/** Stops what runs: as asked the first time, at once the second time. @param {NodeJS.Signals} signal */
export function stopAll(signal) {
  for (const pid of groups) signalGroup(pid, stopSignal ? 'SIGKILL' : signal);
  stopSignal ??= signal;
}

/** Passes signals on to everything that runs, and stops when whoever called us is gone. */
export function obeySignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => stopAll(signal));
  process.on('SIGHUP', () => stopAll('SIGTERM'));
  const callers = callersOf(process.ppid);
  setInterval(() => {
    if (stopSignal || (process.ppid === callers[0] && (!callers[1] || parentOf(callers[0]) === callers[1]))) return;
    stopAll('SIGTERM');
  }, 500).unref();
}

/**
 * npm puts a shell between itself and us that outlives it and passes no signal on: then npm is to be watched too.
 * @param {number} parent @returns {[number, number?]}
 */
function callersOf(parent) {
  const byNpm = process.env['npm_lifecycle_event'] !== undefined && /^\d+ \((?:ba|da|)sh\)/.test(statOf(parent));
  const npm = byNpm ? parentOf(parent) : undefined;
  return npm ? [parent, npm] : [parent];
}

/** @param {number} pid */
const parentOf = (pid) => Number(/\) \S (\d+)/.exec(statOf(pid))?.[1]) || undefined;

/** @param {number} pid */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** The path of a program, if it is installed. @param {string} name */
export function which(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
