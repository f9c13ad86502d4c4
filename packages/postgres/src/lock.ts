import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly pid: number;
  /** Where it listens; empty until it does. */
  readonly socketDir: string;
  readonly ready: boolean;
}

const lockOf = (dataDir: string): string => join(dataDir, 'postmaster.pid');

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The server of exactly this data directory, if one runs. */
export function runningPostmaster(dataDir: string): Postmaster | undefined {
  const lines = attempt(() => readFileSync(lockOf(dataDir), 'utf8'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !alive(pid)) return undefined;
  if (process.platform === 'linux') {
    // Otherwise the pid belongs to some other program by now. The working directory of another account's process may be hidden.
    const atWork = attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === dataDir;
    if (
      !atWork &&
      !attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
        ?.split('\0')
        .includes(dataDir)
    )
      return undefined;
  }
  return { pid, socketDir: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * After a reboot or in a new container the pid in a stale lock file may belong to some other process, and PostgreSQL would
 * refuse to start. The lock goes only when no process can be at work in the directory: backends keep it as their working
 * directory, and run as its owner.
 */
export function clearStaleLock(dataDir: string): void {
  if (process.platform !== 'linux' || !existsSync(lockOf(dataDir))) return;
  const owner = statSync(dataDir).uid;
  const inUse = readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const cwd = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
    if (cwd !== undefined) return cwd === dataDir;
    const isPostgres = attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8'))?.trim() === 'postgres';
    return isPostgres && attempt(() => statSync(`/proc/${pid}`).uid) === owner;
  });
  if (!inUse) rmSync(lockOf(dataDir), { force: true });
}
