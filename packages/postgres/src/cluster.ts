import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Binaries, majorVersion } from './binaries.ts';
import { alive } from './lock.ts';
import { type Account, accountFor, handOver, thisCaller } from './privileges.ts';

export const USER = 'baraza';
/** Only names the socket file: nothing listens on TCP. */
export const PORT = 5432;

/** Whatever locale the caller has must not reach the cluster. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C' });

export interface Cluster {
  readonly dir: string;
  readonly dataDir: string;
  readonly account: Account;
}

/** Makes the directory and, where there is none yet, the cluster in it. */
export function prepareCluster(path: string, binaries: Binaries, durable: boolean): Cluster {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  const dir = realpathSync(path);
  const dataDir = join(dir, 'data');
  const account = accountFor(thisCaller(), statSync(existsSync(dataDir) ? dataDir : dir).uid);
  if (existsSync(dataDir)) refuseOtherMajor(dataDir, majorVersion(binaries.postgres));
  if (account.owner !== undefined) handOver(dir, account.owner);
  const cluster = { dir, dataDir, account };
  if (!existsSync(dataDir)) initialise(cluster, binaries.initdb, durable);
  return cluster;
}

function refuseOtherMajor(dataDir: string, ours: string): void {
  const theirs = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (theirs === ours) return;
  throw new Error(
    `The data in ${dataDir} was written by PostgreSQL ${theirs}, and this version of Baraza brings PostgreSQL ${ours}. ` +
      'Nothing was changed. Start the version of Baraza that wrote it and move the data as "Upgrading" in docs/operating.md describes.',
  );
}

/** Under another name first, so that a cluster is there completely or not at all. */
function initialise({ dir, dataDir, account }: Cluster, initdb: string, durable: boolean): void {
  for (const entry of readdirSync(dir)) {
    const maker = /^new-(\d+)$/.exec(entry)?.[1];
    if (maker && !alive(Number(maker))) rmSync(join(dir, entry), { recursive: true });
  }
  const fresh = join(dir, `new-${process.pid}`);
  const [command = initdb, ...args] = [
    ...account.prefix,
    initdb,
    `--pgdata=${fresh}`,
    `--username=${USER}`,
    '--auth=trust', // the socket's directory is the lock: nobody else can enter it
    '--encoding=UTF8',
    // With LC_CTYPE=C, trigrams would silently ignore Cyrillic, Arabic and Chinese; this keeps sorting fast and stable.
    '--locale-provider=builtin',
    '--builtin-locale=PG_UNICODE_FAST',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const result = spawnSync(command, args, { cwd: dir, encoding: 'utf8', env: serverEnvironment() });
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`initdb failed in ${dir}: ${result.error?.message ?? `${result.stderr}${result.stdout}`}`);
  }
  renameSync(fresh, dataDir);
}

const SOCKET_PREFIX = 'socket-';
const SOCKET_PATH_LIMIT = 107;

/**
 * A new directory for a server's socket that only its account can enter: beside the data where the path is short enough
 * for a socket, otherwise in the system's directory for temporary files.
 */
export function makeSocketDirectory({ dir, account }: Cluster): string {
  const fits = (prefix: string): boolean => Buffer.byteLength(`${prefix}XXXXXX/.s.PGSQL.${PORT}`) <= SOCKET_PATH_LIMIT;
  const prefix = [join(dir, SOCKET_PREFIX), join(tmpdir(), 'baraza-'), '/tmp/baraza-'].find(fits) as string;
  const path = mkdtempSync(prefix);
  if (account.owner !== undefined) handOver(path, account.owner);
  return path;
}

/** Removes what killed servers left; only the one server of the cluster may do so. */
export function sweepSocketDirectories({ dir }: Cluster, keep: string): void {
  for (const entry of readdirSync(dir).filter((name) => name.startsWith(SOCKET_PREFIX)))
    if (join(dir, entry) !== keep) rmSync(join(dir, entry), { recursive: true, force: true });
}
