import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Theme = ReadonlyMap<string, string>;

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function colours(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = colours(':root');
const dark = colours('[data-theme="dark"]');
const device = colours(':root:not([data-theme])');

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, over: string, under: string): number {
  const [bright = 0, dim = 0] = [over, under]
    .map((name) => luminance(theme.get(name) ?? `no token ${name}`))
    .sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

/** Every colour words are set in, on every ground they stand on. */
const words: readonly [string, readonly string[]][] = [
  ['ink', ['paper', 'sunk', 'tag', 'pen-wash', 'due-wash']],
  ['soft', ['paper', 'sunk', 'pen-wash']],
  ['pen', ['paper', 'sunk', 'pen-wash']],
  ['pen-deep', ['paper', 'sunk', 'pen-wash']],
  ['pen-on', ['pen', 'pen-deep']],
  ['go', ['paper', 'pen-wash']],
  ['due', ['paper', 'sunk', 'due-wash', 'pen-wash']],
  ['stop', ['paper', 'sunk', 'pen-wash']],
  ['stop-on', ['stop']],
  ['paper', ['ink']],
];

/** Every edge by which a control is known. */
const edges: readonly [string, readonly string[]][] = [
  ['edge', ['paper', 'sunk', 'pen-wash']],
  ['pen', ['paper', 'sunk', 'tag']],
  ['stop', ['paper']],
];

const cases = (pairs: typeof words) =>
  [
    ['light', light],
    ['dark', dark],
  ].flatMap(([name, theme]) =>
    pairs.flatMap(([over, unders]) =>
      unders.map((under) => [name, over, under, theme] as [string, string, string, Theme]),
    ),
  );

describe('colours', () => {
  it.each(cases(words))('in the %s theme, %s can be read on %s', (_name, over, under, theme) => {
    expect(contrast(theme, over, under)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(cases(edges))('in the %s theme, an edge in %s can be seen on %s', (_name, over, under, theme) => {
    expect(contrast(theme, over, under)).toBeGreaterThanOrEqual(3);
  });

  it('are the same in the dark whether the reader or the device chose', () => {
    expect(device).toEqual(dark);
  });

  it('are all set again in the dark', () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
  });
});
