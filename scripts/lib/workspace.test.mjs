import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { manifestsPrint, sourcesPrint, workspaces } from './workspace.mjs';

let base = '';
/** @param {string} file @param {string} text */
const write = (file, text) => {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  writeFileSync(join(base, file), text);
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const name of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'turbo.json', 'tsconfig.base.json'])
    write(name, '{}');
  write('apps/api/package.json', '{"scripts":{"build":"tsc"}}');
  write('packages/domain/package.json', '{}');
  write('packages/domain/src/index.ts', 'export {};');
});
afterEach(() => rmSync(base, { recursive: true }));

test('the workspaces are the packages, then the applications', () => {
  const found = workspaces(base).map(({ name, scripts }) => [name, scripts['build']]);
  assert.deepEqual(found, [
    ['packages/domain', undefined],
    ['apps/api', 'tsc'],
  ]);
});

test('a new dependency asks for an installation, a new source for a build', () => {
  const before = [manifestsPrint(base), sourcesPrint(base)];
  write('packages/domain/src/more.ts', '');
  assert.equal(manifestsPrint(base), before[0]);
  assert.notEqual(sourcesPrint(base), before[1]);
  write('packages/domain/package.json', '{"dependencies":{}}');
  assert.notEqual(manifestsPrint(base), before[0]);
});

test('a source that was saved again with the same size asks for a build', () => {
  const before = sourcesPrint(base);
  utimesSync(join(base, 'packages/domain/src/index.ts'), new Date(), new Date(Date.now() + 5000));
  assert.notEqual(sourcesPrint(base), before);
});

test('what a build writes, and tests, ask for nothing', () => {
  const before = sourcesPrint(base);
  for (const file of ['dist/index.js', 'node_modules/x/index.js', 'src/generated/words.ts', 'src/index.test.ts'])
    write(`packages/domain/${file}`, '1');
  assert.equal(sourcesPrint(base), before);
});
