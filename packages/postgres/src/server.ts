import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  type Cluster,
  makeSocketDirectory,
  PORT,
  prepareCluster,
  serverEnvironment,
  sweepSocketDirectories,
  USER,
} from './cluster.ts';
import { clearStaleLock, runningPostmaster } from './lock.ts';
import { houseSettings, type ServerSettings } from './settings.ts';

export interface EmbeddedPostgresOptions {
  /** Directory of this module's own: the cluster lives in `<dir>/data`, its logs in `<dir>/log`. */
  readonly dir: string;
  /** Go before `houseSettings`, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: ServerSettings;
  /** Called when a server that was started here ends without `stop()`; `log` is the end of what it wrote. */
  readonly onUnexpectedExit?: (log: string) => void;
}

export interface EmbeddedPostgres {
  /** Directory of the unix socket: give it to `pg` as `host`. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly pid: number;
  readonly dataDir: string;
  /** Another process started it, and will stop it. */
  readonly adopted: boolean;
  url(database: string): string;
  connect(database?: string): Promise<Client>;
  ensureDatabase(name: string): Promise<void>;
  /** Ends open connections and stops cleanly; an adopted server stays. */
  stop(): Promise<void>;
}

interface Running {
  readonly pid: number;
  readonly socketDir: string;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Another process was quicker, or the children of a killed server have not let go yet: worth another try. */
class StillHeld extends Error {
  override name = 'StillHeld';
}

const MINUTE = 60_000;

/**
 * The server of this directory: started, or, where one runs already, joined. On Linux a server that was started here ends
 * with this process, however that ends.
 */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const settings = { ...houseSettings, ...options.settings };
  const cluster = prepareCluster(options.dir, binaries, settings['fsync'] !== 'off');
  const { pid, socketDir, stop, adopted } = await joinOrLaunch(cluster, binaries, settings, options.onUnexpectedExit);
  const connect = (database = 'postgres'): Promise<Client> => connectTo(socketDir, database);
  return {
    host: socketDir,
    port: PORT,
    user: USER,
    pid,
    dataDir: cluster.dataDir,
    adopted,
    url: (database) => `postgres://${USER}@${encodeURIComponent(socketDir)}:${PORT}/${encodeURIComponent(database)}`,
    connect,
    async ensureDatabase(name) {
      const client = await connect();
      try {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
        if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
    },
    stop,
  };
}

async function joinOrLaunch(...launching: Parameters<typeof launch>): Promise<Running> {
  const [{ dataDir }] = launching;
  for (const until = Date.now() + MINUTE; ; ) {
    try {
      return (await join(dataDir)) ?? (await launch(...launching));
    } catch (error) {
      if (!(error instanceof StillHeld) || Date.now() > until) throw error;
      await sleep(250);
    }
  }
}

async function connectTo(socketDir: string, database: string): Promise<Client> {
  const client = new Client({ host: socketDir, port: PORT, user: USER, database });
  await client.connect();
  return client;
}

/** Waits while a server of this directory starts or stops; undefined when none is left. */
async function join(dataDir: string): Promise<Running | undefined> {
  for (let found = runningPostmaster(dataDir); found; found = runningPostmaster(dataDir)) {
    const { pid, socketDir } = found;
    if (found.ready) {
      const client = await connectTo(socketDir, 'postgres').catch(() => undefined); // refused while it shuts down
      await client?.end();
      if (client) return { pid, socketDir, adopted: true, stop: async () => {} };
    }
    await sleep(20);
  }
  return undefined;
}

async function launch(
  cluster: Cluster,
  binaries: Binaries,
  settings: ServerSettings,
  onUnexpectedExit: EmbeddedPostgresOptions['onUnexpectedExit'],
): Promise<Running> {
  clearStaleLock(cluster.dataDir);
  const socketDir = makeSocketDirectory(cluster);
  const all = {
    ...settings,
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: PORT,
  };
  const [command = binaries.postgres, ...args] = [
    ...cluster.account.prefix,
    // INT asks for a fast, clean shutdown. After the change of account, which would clear it.
    ...(process.platform === 'linux' ? ['setpriv', '--pdeathsig=INT', '--'] : []),
    binaries.postgres,
    '-D',
    cluster.dataDir,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(command, args, {
    cwd: cluster.dir,
    // A process group of its own: a Ctrl-C must reach us first, and the server when we have closed our connections.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: serverEnvironment(),
  });
  const log = tail(child);
  if (!(await becomesReady(child, cluster.dataDir))) {
    rmSync(socketDir, { recursive: true, force: true });
    const held = /pre-existing shared memory block|lock file .* (already exists|is empty)/.test(log());
    throw new (held ? StillHeld : Error)(`PostgreSQL did not start: ${log()}`);
  }
  child.unref();
  sweepSocketDirectories(cluster, socketDir);
  let stopping = false;
  child.once('exit', () => {
    if (!stopping) onUnexpectedExit?.(log());
  });
  return {
    pid: child.pid as number,
    socketDir,
    adopted: false,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        stopping = true;
        child.ref();
        child.kill('SIGINT');
        const hurry = setTimeout(() => child.kill('SIGQUIT'), MINUTE);
        await once(child, 'exit');
        clearTimeout(hurry);
      }
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

/** The last of what a process wrote to its standard error. */
function tail(child: ChildProcess): () => string {
  let log = '';
  child.once('error', (error) => {
    log += error.message;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    log = (log + chunk).slice(-8000);
  });
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return () => log.trim();
}

/** Recovery after a crash may take as long as it needs; false when the process ended. */
async function becomesReady(child: ChildProcess, dataDir: string): Promise<boolean> {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  child.once('close', end).once('error', end);
  while (!ended) {
    const found = runningPostmaster(dataDir);
    if (found?.ready && found.pid === child.pid) return true;
    await sleep(10);
  }
  return false;
}
