import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkUsage } from './check-usage.ts';

let root: string;
/** `$S` in planted code is a substitution in a template. */
const plant = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text.replaceAll('$S', '$' + '{s}'));
};
const catalogue = (room: string, ...keys: string[]): void =>
  plant(`packages/i18n/catalogues/en/${room}.json`, JSON.stringify(Object.fromEntries(keys.map((key) => [key, 'x']))));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usage-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a key', () => {
  it('that nothing uses is reported; tests and generated code do not count', () => {
    catalogue('talk', 'talk.used', 'talk.idle');
    plant('apps/api/src/a.ts', "const sentence = 'talk.used';");
    plant('apps/api/src/a.test.ts', "const sentence = 'talk.idle';");
    plant('packages/i18n/src/generated/en/talk.ts', "const sentence = 'talk.idle';");
    expect(checkUsage(root)).toEqual(['catalogues/en/talk.json: talk.idle: nothing uses it']);
  });
  it('is used by a template that covers it, also with a suffix', () => {
    catalogue('talk', 'talk.state.open', 'talk.role.host.title', 'talk.role.host.text', 'talk.other');
    plant('packages/domain/src/a.ts', 'const a = (s: string) => [`talk.state.$S`, `talk.role.$S.title`];');
    expect(checkUsage(root)).toEqual([
      'catalogues/en/talk.json: talk.role.host.text: nothing uses it',
      'catalogues/en/talk.json: talk.other: nothing uses it',
    ]);
  });
  it('is not used by a template that covers the whole room, except among shared labels', () => {
    catalogue('talk', 'talk.x');
    catalogue('taxonomy', 'theme.ports', 'sdg.1');
    plant('apps/web/src/a.tsx', 'const a = (s: string) => [`talk.$S`, `theme.$S`, `sdg.$S`, `$S`];');
    expect(checkUsage(root)).toEqual(['catalogues/en/talk.json: talk.x: nothing uses it']);
  });
  it('that nobody wrote is reported where it is asked for', () => {
    catalogue('talk', 'talk.x', 'talk.move.open');
    plant(
      'apps/api/src/a.ts',
      [
        "t('talk.x'); t(busy ? 'talk.wait' : 'talk.x');",
        "this.i18n.rich('talk.rich', { a });",
        "throw new Refusal('not-found', 'talk.refuse.gone', { path: 'talk.path' });",
        'say(`talk.move.$S`); say(`talk.stare.$S`);',
        "tell({ name: 'talk.thread.started' }); t('talk'); t('other.room');",
      ].join('\n'),
    );
    expect(checkUsage(root)).toEqual([
      'apps/api/src/a.ts:1: talk.wait: no such key in the catalogues',
      'apps/api/src/a.ts:2: talk.rich: no such key in the catalogues',
      'apps/api/src/a.ts:3: talk.refuse.gone: no such key in the catalogues',
      'apps/api/src/a.ts:3: talk.path: no such key in the catalogues',
      'apps/api/src/a.ts:4: talk.stare.…: no such key in the catalogues',
    ]);
  });
});

describe('text a reader sees outside the catalogues', () => {
  const words = (jsx: string, file = 'apps/web/src/page.tsx'): string[] => {
    catalogue('talk');
    plant(file, `// é\nexport const page = (\n${jsx}\n);`);
    return checkUsage(root).map((fault) => fault.slice(file.length + 1).replace(/ is text a reader sees.*/, ''));
  };

  it.each([
    ['text in an element', '<p>Hello <b>{name}</b></p>', ['3: "Hello"']],
    ['text in any script', '<>你好</>', ['3: "你好"']],
    ['a text in braces', "<p>{'Hello'}</p>", ['3: "Hello"']],
    ['a template', '<p>{`Hello $S`}</p>', ['3: "Hello"']],
    ['both ends of a choice', "<p>{busy ? 'Wait' : ready && ('Go')}</p>", ['3: "Wait"', '3: "Go"']],
    ['the second line', '<div>\n<p>Hello</p></div>', ['4: "Hello"']],
    [
      'attributes that are read out',
      '<img alt="A map" title={on ? "On" : off} aria-label="x" />',
      ['3: "A map"', '3: "On"', '3: "x"'],
    ],
    ['props of pieces', '<Field label="Name" placeholder="Yours" />', ['3: "Name"', '3: "Yours"']],
  ])('is found: %s', (_, jsx, faults) => {
    expect(words(jsx)).toEqual(faults);
  });
  it.each([
    ['words from the catalogues', "<p title={t(key)}>{t(key)} · {name} 12 – {'·'}</p>"],
    ['attributes nobody reads', '<p className="lead" id="x" lang="en" />'],
    ['codes that are the same everywhere', '<bdi>REQ-{number}</bdi>'],
    ['keys and code', '<p><kbd>g r</kbd> <code>npm start</code></p>'],
    ['a name of a non-breaking space', '<p>&nbsp;</p>'],
    ['texts handed to functions', "<p>{format('long', at)}</p>"],
    ['what is only compared', "<p>{state === 'open' && name}</p>"],
  ])('is not: %s', (_, jsx) => {
    expect(words(jsx)).toEqual([]);
  });
  it('is looked for in the pieces too, but not in their gallery, nor on the server', () => {
    expect(words('<p>Hello</p>', 'packages/ui/src/post.tsx')).toEqual(['3: "Hello"']);
    rmSync(join(root, 'packages/ui'), { recursive: true });
    expect(words('<p>Hello</p>', 'packages/ui/src/gallery/gallery.tsx')).toEqual([]);
    expect(words('<p>Hello</p>', 'apps/api/src/mail.tsx')).toEqual([]);
  });
});
