import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixesOf, roomsIn } from './catalogues.ts';
import { readSource, type Text } from './source.ts';

/** Where every visible word must come from the catalogues; the gallery shows real content and no reader sees it. */
const visible = /^(apps\/web|packages\/ui)\/src\/(?!gallery\/)/;
const sources = '{apps,packages}/*/src/**/*.{ts,tsx}';
const skipped = /\.test\.tsx?$|\/generated\//;

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Words and code drifting apart, one line per case: keys nobody uses, keys nobody wrote, and text a reader sees that no
 * translator ever will. `root` is a repository with `packages/i18n/catalogues`.
 */
export function checkUsage(root: string): string[] {
  const catalogues = join(root, 'packages/i18n/catalogues');
  const rooms = roomsIn(catalogues, 'en');
  const keys = new Map(
    rooms.flatMap((room) => {
      const file = join('en', `${room}.json`);
      return Object.keys(JSON.parse(readFileSync(join(catalogues, file), 'utf8'))).map((key) => [key, file] as const);
    }),
  );
  const files = globSync(sources, { cwd: root })
    .filter((file) => !skipped.test(file))
    .sort()
    .map((file) => ({ file, source: readSource(readFileSync(join(root, file), 'utf8'), file) }));

  const prefixes = rooms.flatMap((room) => prefixesOf(room));
  /** `theme.${id}` may stand for all themes; `kernel.${x}` would stand for everything and prove nothing. */
  const tooWide = new Set(rooms.filter((room) => prefixesOf(room).length === 1).map((room) => `${room}.`));
  const ours = ({ head }: Text): boolean => prefixes.some((prefix) => head.startsWith(prefix));
  const patternOf = ({ quasis }: Text): RegExp => new RegExp(`^${quasis.map(literally).join('.+')}$`);
  const known = (text: Text): boolean =>
    text.quasis.length === 1 ? keys.has(text.head) : [...keys.keys()].some((key) => patternOf(text).test(key));

  const used = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const { source } of files)
    for (const text of source.texts) {
      if (text.quasis.length === 1) used.add(text.head);
      else if (ours(text) && !tooWide.has(text.head)) patterns.set(text.quasis.join('…'), patternOf(text));
    }
  const covered = (key: string): boolean =>
    used.has(key) || [...patterns.values()].some((pattern) => pattern.test(key));

  return [
    ...[...keys].filter(([key]) => !covered(key)).map(([key, file]) => `catalogues/${file}: ${key}: nothing uses it`),
    ...files.flatMap(({ file, source }) => [
      ...source.texts
        .filter((text) => text.asked && ours(text) && !known(text))
        .map((text) => `${file}:${text.line}: ${text.quasis.join('…')}: no such key in the catalogues`),
      ...(visible.test(file) ? source.words : []).map(
        ({ line, text }) => `${file}:${line}: "${text}" is text a reader sees: put it into the catalogues`,
      ),
    ]),
  ];
}

if (import.meta.main) {
  const faults = checkUsage(join(import.meta.dirname, '../../..'));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
}
