import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const source = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(source, path), 'utf8');
const sheets = globSync('**/*.css', { cwd: source });
const everyPage = [...read('styles/index.css').matchAll(/@import "\.\/(.+)"/g)].map(([, name]) => `styles/${name}`);

/** What a minifier leaves, near enough: no comments, no spaces that carry nothing. */
const minified = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':');
const weight = (paths: readonly string[]) => gzipSync(minified(paths.map(read).join('\n')), { level: 9 }).length;

const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-(?:margin|padding))-(?:left|right|top|bottom)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|(?:min-|max-)?(?:width|height)|(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right))\s*[:;]/;

describe('style sheets', () => {
  it.each(sheets)('%s names no physical direction', (path) => {
    const declarations = read(path)
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/@media[^{]*/g, '');
    expect(declarations.split('\n').filter((line) => physical.test(line))).toEqual([]);
  });

  it('that every page needs weigh at most 5 KB', () => {
    expect(everyPage.length).toBe(sheets.filter((path) => path.startsWith('styles/')).length - 1);
    expect(weight(everyPage)).toBeLessThanOrEqual(5 * 1024);
  });

  it('weigh at most 9 KB together', () => {
    expect(weight(sheets.filter((path) => !path.endsWith('index.css')))).toBeLessThanOrEqual(9 * 1024);
  });

  it('of pieces are each brought by the piece that needs them', () => {
    const imported = globSync('**/*.tsx', { cwd: source }).flatMap((path) =>
      [...read(path).matchAll(/^import '(?:\.\.?\/)(.+\.css)';$/gm)].map(([, name = '']) => name.split('/').at(-1)),
    );
    const brought = sheets.filter((path) => !path.startsWith('styles/')).map((path) => path.split('/').at(-1));
    expect([...new Set(imported)].sort()).toEqual(brought.sort());
  });

  it('use no token that is not set', () => {
    const all = sheets.map(read).join('\n');
    const set = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    // set by the components themselves, per element
    const inline = ['--h', '--v'];
    const missing = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
    expect(missing.filter((name) => !set.has(name) && !inline.includes(name))).toEqual([]);
  });
});
