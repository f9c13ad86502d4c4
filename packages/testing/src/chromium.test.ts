import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findChromium } from './chromium.ts';

const dir = mkdtempSync(join(tmpdir(), 'chromium-test-'));
const program = (path: string): string => {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
};
afterAll(() => rmSync(dir, { recursive: true }));

describe('the browser of the tests', () => {
  const unpacked = program('cache/baraza/chromium/run');
  const installed = program('bin/chromium');
  const named = program('mine');
  const env = { XDG_CACHE_HOME: join(dir, 'cache'), PATH: `${dir}/nothing:${dir}/bin` };

  it('is the one that the environment names', () => {
    expect(findChromium({ ...env, CHROMIUM: named })).toBe(named);
    expect(() => findChromium({ ...env, CHROMIUM: `${dir}/gone` })).toThrow(`no Chromium at ${dir}/gone`);
  });

  it('is otherwise the installed one, then the unpacked one', () => {
    expect(findChromium(env)).toBe(installed);
    expect(findChromium({ ...env, PATH: '' })).toBe(unpacked);
    expect(() => findChromium({ PATH: '', XDG_CACHE_HOME: dir })).toThrow('run `npm test` once');
  });
});
