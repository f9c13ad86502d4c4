import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { end, gone, holdServer } from '../test/holder.ts';
import { scratchDirectory } from '../test/scratch.ts';

const NOBODY = 65534;
const self = process.getuid?.() ?? -1;
const NAMELESS = 54321;
const become = (uid: number) => ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--'];
/** Root who is called 1000, and an ordinary user who is called root: PostgreSQL believes both. */
const asOrdinary = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
const asRoot = ['unshare', '--user', '--map-root-user', '--'];

const works = (prefix: readonly string[]): boolean => {
  const [command = '', ...args] = [...prefix, 'test', '-r', fileURLToPath(new URL('server.ts', import.meta.url))];
  return spawnSync(command, args).status === 0;
};

interface Caller {
  readonly who: string;
  readonly prefix: readonly string[];
  readonly uid: number;
}

const callers: Caller[] = [
  { who: 'the account of this run', prefix: [], uid: self },
  ...(self === 0
    ? [
        { who: 'nobody', prefix: become(NOBODY), uid: NOBODY },
        { who: 'an account without a name', prefix: become(NAMELESS), uid: NAMELESS },
        { who: 'an ordinary user of a namespace', prefix: asOrdinary, uid: 1000 },
      ]
    : [{ who: 'root of a namespace', prefix: asRoot, uid: 0 }]
  ).filter(({ uid, prefix }) => works(uid === NAMELESS ? [...prefix, ...asOrdinary] : prefix)),
];

describe('a cluster', () => {
  it.each(callers)('is made, served and stopped by $who', async ({ prefix, uid }) => {
    const parent = scratchDirectory();
    if (prefix[0] === 'setpriv') chownSync(parent, uid, uid);
    const dir = join(parent, 'cluster');
    for (const round of ['cold', 'warm']) {
      const holder = await holdServer(dir, prefix);
      expect({ round, ...holder.server }).toMatchObject({ round, uid, adopted: false, data: join(dir, 'data') });
      expect(await end(holder, 'SIGTERM')).toBe(0);
    }
  });

  it('stays the property of whoever owned its directory, and still ends with the process that started it', async () => {
    const parent = scratchDirectory();
    const dir = join(parent, 'cluster');
    mkdirSync(dir, { mode: 0o700 });
    const owner = self === 0 ? NOBODY : self;
    chownSync(parent, owner, owner);
    chownSync(dir, owner, owner);
    const holder = await holdServer(dir);
    expect(statSync(holder.server.data).uid).toBe(owner);
    expect(statSync(`/proc/${holder.server.pid}`).uid).toBe(owner);
    await end(holder, 'SIGKILL');
    expect(await gone(holder.server.pid)).toBe(true);
  });
});
