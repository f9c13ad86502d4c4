import { spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** Debian's and the kernel's `nobody`. */
const NOBODY = 65534;

export interface Account {
  /** Goes before the command line of initdb and postgres. */
  readonly prefix: readonly string[];
  /** Set when the cluster's files must belong to somebody else than the caller. */
  readonly owner?: number;
}

/** Who asks for a server, and what the machine allows. */
export interface Caller {
  readonly uid: number | undefined;
  /** Whether the system has a name for that number; containers often run as one that has none. */
  readonly named: boolean;
  readonly namespaces: () => boolean;
}

export const thisCaller = (): Caller => ({ uid: process.getuid?.(), named: hasName(), namespaces: namespacesWork });

/**
 * PostgreSQL refuses to run as root, and to set up a cluster for an account without a name. A cluster that already belongs
 * to somebody else runs as that account. Otherwise both run it in a user namespace in which they are called `nobody`: no
 * file changes owner and any directory works, even one under /root. Where namespaces are forbidden (many containers) root
 * hands the cluster to the real `nobody`, whose path to it must then be traversable.
 */
export function accountFor({ uid, named, namespaces }: Caller, owner: number): Account {
  if (uid !== 0) return { prefix: !named && namespaces() ? namespace : [] };
  const become = (id: number): Account => ({
    prefix: ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--'],
    owner: id,
  });
  if (owner !== 0) return become(owner);
  return namespaces() ? { prefix: namespace } : become(NOBODY);
}

const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

const namespacesWork = (): boolean => spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0;

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Gives a directory with all it holds to an account; does nothing when it is the account's already. */
export function handOver(path: string, owner: number): void {
  if (statSync(path).uid === owner) return;
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(path, entry), owner, owner);
  lchownSync(path, owner, owner);
}
