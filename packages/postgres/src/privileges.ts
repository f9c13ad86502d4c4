import { spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's and the kernel's `nobody`. */
const NOBODY = 65534;

export interface Account {
  /** Goes before the command line of initdb and postgres. */
  readonly prefix: readonly string[];
  /** Set when the cluster's files must belong to somebody else than the caller. */
  readonly owner?: number;
}

/**
 * PostgreSQL refuses to run as root. A cluster that already belongs to somebody else runs as that account. One of root's
 * own runs in a user namespace in which root is called `nobody`: no file changes owner and any directory works, even one
 * under /root. Where namespaces are forbidden (most containers) root hands the cluster to the real `nobody`, whose path
 * to it must then be traversable.
 */
export function accountFor(uid: number | undefined, owner: number, namespaces: () => boolean): Account {
  if (uid !== 0) return { prefix: [] };
  const become = (id: number): Account => ({
    prefix: ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--'],
    owner: id,
  });
  if (owner !== 0) return become(owner);
  return namespaces() ? { prefix: namespace } : become(NOBODY);
}

const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

export const namespacesWork = (): boolean => spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0;

/** Gives a directory with all it holds to an account; does nothing when it is the account's already. */
export function handOver(path: string, owner: number): void {
  if (statSync(path).uid === owner) return;
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(path, entry), owner, owner);
  lchownSync(path, owner, owner);
}
