import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call, switched } from './calls.ts';

const api = decodeURIComponent(new URL('../..', import.meta.url).pathname);
const root = join(api, '..', '..');

const config = `import whole from './jest.whole.mjs';
// One cluster and one template serve all runs.
const { globalTeardown: _, ...rest } = whole;
export default {
  ...rest,
  globalSetup: '<rootDir>/template.ts',
  testTimeout: 120_000,
  setupFilesAfterEnv: ['<rootDir>/forgets.ts'],
};
`;
const template = `import { existsSync, writeFileSync } from 'node:fs';
import { createTemplate } from '@baraza/testing/database';
import { migrate } from './src/database/migrate.ts';
export default async () => {
  if (existsSync('template.made')) return;
  await createTemplate(migrate);
  writeFileSync('template.made', '');
};
`;
const setup = `import { appendFileSync } from 'node:fs';
const seen = new Set();
globalThis.forgets = (n) => {
  if (process.env.REACHED && !seen.has(n)) appendFileSync(process.env.REACHED, n + '\\n');
  seen.add(n);
  return String(n) === process.env.FORGET;
};
`;

/** A copy of the application in which each call can be forgotten, and those calls. */
export function copyWithSwitches(into: string): { dir: string; calls: Call[] } {
  const dir = join(into, 'apps', 'api');
  mkdirSync(dir, { recursive: true });
  for (const name of ['node_modules', 'packages', 'docs', 'package.json'])
    symlinkSync(join(root, name), join(into, name));
  for (const name of ['web', 'e2e']) symlinkSync(join(root, 'apps', name), join(into, 'apps', name));
  for (const name of ['src', 'test', 'content', 'package.json', 'tsconfig.json'])
    cpSync(join(api, name), join(dir, name), { recursive: true });
  symlinkSync(join(api, 'node_modules'), join(dir, 'node_modules'));
  cpSync(join(api, 'jest.config.mjs'), join(dir, 'jest.whole.mjs'));
  writeFileSync(join(dir, 'jest.config.mjs'), config);
  writeFileSync(join(dir, 'template.ts'), template);
  writeFileSync(join(dir, 'forgets.ts'), setup);

  const calls: Call[] = [];
  for (const file of readdirSync(join(dir, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    // What plays the demo community and what measures arm for themselves; the house never runs on them.
    if (!/\.ts$/.test(file) || /\.test\.ts$|\.demo\.ts$|\/demo\/|^bench\//.test(file)) continue;
    const path = join(dir, 'src', file);
    const one = switched(file, readFileSync(path, 'utf8'), calls.length + 1);
    calls.push(...one.calls);
    if (one.calls.length > 0) writeFileSync(path, one.text);
  }
  return { dir, calls };
}
