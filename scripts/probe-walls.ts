// Plants one fault for each wall of .dependency-cruiser.mjs in a copy of the sources and expects the wall to find it there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import walls from '../.dependency-cruiser.mjs';

/** wall → files of the fault; the first one is where it must be found. */
const faults: Record<string, Record<string, string>> = {
  'no-circle': {
    'packages/domain/src/kernel/probe-a.ts': "export { b } from './probe-b.ts';\nexport const a = 1;",
    'packages/domain/src/kernel/probe-b.ts':
      "import type { a } from './probe-a.ts';\nexport const b = (x: typeof a) => x;",
  },
  'nothing-unresolvable': { 'packages/ui/src/probe-lost.ts': "export * from './nowhere.ts';" },
  'domain-stands-alone': {
    'packages/domain/src/kernel/probe.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  },
  'contracts-know-domain-and-zod': { 'packages/contracts/src/kernel/probe.ts': "export { join } from 'node:path';" },
  'words-know-domain-only': { 'packages/i18n/src/probe.ts': "export * from '../../contracts/src/kernel/probe.ts';" },
  'ui-knows-no-product': { 'packages/ui/src/probe.ts': "export * from '../../domain/src/kernel/index.ts';" },
  'postgres-stands-alone': { 'packages/postgres/src/probe.ts': "export * from '../../domain/src/kernel/index.ts';" },
  'packages-know-no-app': {
    'packages/testing/src/probe.ts': "export * from '../../../apps/api/src/probe-room/index.ts';",
  },
  'testing-is-for-tests': { 'apps/api/src/probe-room/probe.testing.ts': "export * from '@baraza/testing/database';" },
  'web-never-reaches-the-server': {
    'apps/web/src/probe-server.ts': "export * from '../../api/src/probe-room/index.ts';",
  },
  'server-knows-only-the-built-pages': {
    'apps/api/src/probe-room/probe.pages.ts': "export * from '../../../web/src/probe-server.ts';",
  },
  'platform-knows-no-room': { 'apps/api/src/platform/probe.ts': "export * from '../probe-room/index.ts';" },
  'web-platform-knows-no-room': {
    'apps/web/src/platform/probe.ts': "export * from '../features/probe-room/index.ts';",
  },
  'api-rooms-meet-at-index': { 'apps/api/src/probe-hall/probe.ts': "export * from '../probe-room/inner.ts';" },
  'web-rooms-meet-at-index': {
    'apps/web/src/features/probe-hall/probe.tsx': "export * from '../probe-room/inner.ts';",
  },
  'domain-rooms-meet-at-index': { 'packages/domain/src/probe-hall/probe.ts': "export * from '../kernel/actor.ts';" },
  'contract-rooms-meet-at-index': {
    'packages/contracts/src/probe-hall/probe.ts': "export * from '../kernel/route.ts';",
  },
  'typeorm-stays-with-rows': {
    'apps/api/src/probe-room/probe.service.ts':
      "import type { EntityManager } from 'typeorm';\nexport type Tx = EntityManager;",
  },
};

/** What the faults lean on, and what must stay allowed. */
const surroundings: Record<string, string> = {
  'apps/api/src/probe-room/index.ts': "export * from './inner.ts';",
  'apps/api/src/probe-room/inner.ts': 'export const inner = 1;',
  'apps/api/src/probe-hall/allowed.ts':
    "export * from '../probe-room/index.ts';\nexport * from '../platform/clock.ts';",
  'apps/api/src/probe-hall/probe.row.ts':
    "export { EntitySchema } from 'typeorm';\nexport type { Other } from './other.row.ts';",
  'apps/api/src/probe-hall/other.row.ts': "export type { EntitySchema } from './probe.row.ts';\nexport type Other = 1;",
  'apps/api/src/probe-hall/pages.ts': "export const load = () => import('@baraza/web/server');",
  'apps/api/src/probe-hall/probe.test.ts': "export * from '@baraza/testing/database';",
  'apps/web/src/features/probe-room/index.ts': "export * from './inner.ts';",
  'apps/web/src/features/probe-room/inner.ts': 'export const inner = 1;',
  'packages/contracts/src/probe-room/index.ts': "export { z } from 'zod';\nexport * from '@baraza/domain/kernel';",
};

const root = dirname(import.meta.dirname);
const copy = mkdtempSync(join(tmpdir(), 'walls-'));
try {
  for (const floor of ['apps', 'packages'])
    cpSync(join(root, floor), join(copy, floor), {
      recursive: true,
      verbatimSymlinks: true, // each package's links to its neighbours then lead into the copy
      filter: (path) => !['dist', '.turbo', '.bin', 'content'].includes(basename(path)),
    });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const planted = { ...surroundings, ...Object.assign({}, ...Object.values(faults)) } as Record<string, string>;
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${text}\n`);
  }
  const config = join(root, '.dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['apps', 'packages', '--config', config, '--output-type', 'json'],
    {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (!stdout) throw new Error(stderr);
  const { violations } = JSON.parse(stdout).summary as { violations: { from: string; rule: { name: string } }[] };
  const found = new Set(violations.map(({ from, rule }) => `${rule.name} at ${from}`));
  const expected = walls.forbidden.map(
    ({ name }: { name: string }) => `${name} at ${Object.keys(faults[name] ?? {})[0]}`,
  );
  const silent = expected.filter((wall: string) => !found.has(wall));
  const allowed = [...found].filter((wall) => Object.keys(surroundings).some((file) => wall.endsWith(` at ${file}`)));
  for (const wall of silent) console.error(`This wall does not bite: ${wall}`);
  for (const wall of allowed) console.error(`This must be allowed, and is not: ${wall}`);
  if (silent.length + allowed.length > 0) process.exitCode = 1;
  else console.log(`${expected.length} walls bite.`);
} finally {
  rmSync(copy, { recursive: true });
}
