import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverOn } from './server.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'baraza-e2e-'));

/** Before all test files: the demo community moves in once, and each of them begins with a copy of what it finds there. */
export default async function moveIn(): Promise<void> {
  const dir = scratch();
  process.env['BARAZA_E2E_DEMO'] = dir;
  const server = await serverOn(dir);
  try {
    await server.start();
  } finally {
    await server.end('SIGTERM');
  }
}

/** A directory with a demo community of its own. */
export function demoHouse(): string {
  const dir = scratch();
  // What PostgreSQL owns stays its own, which no copy by Node would see to.
  const { status, stderr } = spawnSync('cp', ['-a', `${process.env['BARAZA_E2E_DEMO']}/.`, dir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demo community could not be copied: ${stderr}`);
  return dir;
}

/** After all of them. */
export function moveOut(): void {
  rmSync(process.env['BARAZA_E2E_DEMO'] ?? '', { recursive: true, force: true });
}
