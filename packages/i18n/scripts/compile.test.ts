import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locale, locales } from '@baraza/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compile } from './compile.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogues-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (locale: string, text: unknown, room = 'talk'): void => {
  mkdirSync(join(dir, 'in', locale), { recursive: true });
  writeFileSync(
    join(dir, 'in', locale, `${room}.json`),
    typeof text === 'string' ? text : JSON.stringify(text, null, 2),
  );
};
/** One message in all languages, the given ones differing. */
const message = (text: string, others: Partial<Record<Locale, string>> = {}): void => {
  for (const locale of locales) write(locale, { 'talk.x': others[locale] ?? text });
};
const run = (): readonly string[] => compile(join(dir, 'in'), join(dir, 'out'));
const generated = (file: string): string => readFileSync(join(dir, 'out', file), 'utf8');

describe('a catalogue is refused, with one line per fault, for', () => {
  it('a key that is missing or extra', () => {
    message('Hello');
    write('fr', { 'talk.y': 'Bonjour' });
    expect(run()).toEqual(['fr/talk.json: talk.x: missing', 'fr/talk.json: talk.y: not in en/talk.json']);
  });
  it('a file that is missing or extra', () => {
    message('Hello');
    rmSync(join(dir, 'in/ru/talk.json'));
    write('es', {}, 'tlak');
    expect(run()).toEqual(['ru/talk.json: the file is missing', 'es/tlak.json: there is no en/tlak.json']);
  });
  it('arguments that differ', () => {
    message('Hello {name}', { fr: 'Bonjour {nom}' });
    expect(run()).toEqual([
      'fr/talk.json: talk.x: {name} is missing',
      'fr/talk.json: talk.x: {nom} is not in the English message',
    ]);
  });
  it('arguments used as another kind of thing', () => {
    message('{count} posts', { zh: '{count, plural, other {# 条}}' });
    expect(run()).toEqual(['zh/talk.json: talk.x: {count} is used as number, in English as text']);
  });
  it('a number in English may stand as plain text elsewhere', () => {
    message('{count, number} posts', { zh: '{count} 条' });
    expect(run()).toEqual([]);
  });
  it('a value of a select that English does not know', () => {
    message('{role, select, host {a} other {b}}', { es: '{role, select, hots {a} other {b}}' });
    expect(run()).toEqual(['es/talk.json: talk.x: {role} never has the value "hots"']);
  });
  it('tags that differ', () => {
    message('See <link>this</link>', { pt: 'Veja <b>isto</b>' });
    expect(run()).toEqual([
      'pt/talk.json: talk.x: <link> is missing',
      'pt/talk.json: talk.x: <b> is not in the English message',
    ]);
  });
  it('plural forms its language needs and lacks, or has and never uses', () => {
    message('{n, plural, one {#} other {#}}', { zh: '{n, plural, other {#}}' });
    expect(run()).toEqual([
      'ru/talk.json: talk.x: the plural lacks the form "few"',
      'ru/talk.json: talk.x: the plural lacks the form "many"',
      ...['zero', 'two', 'few', 'many'].map((form) => `ar/talk.json: talk.x: the plural lacks the form "${form}"`),
    ]);
    message('{n, plural, other {#}}', { en: '{n, plural, one {#} few {#} other {#}}' });
    expect(run()).toContain('en/talk.json: talk.x: the plural has a form "few" that en never uses');
    expect(run()).toContain('es/talk.json: talk.x: the plural lacks the form "one"');
    expect(run().some((fault) => fault.startsWith('zh'))).toBe(false);
  });
  it('what is not ICU MessageFormat', () => {
    message('Hello {name');
    expect(run()).toHaveLength(7);
    expect(run()[0]).toMatch(/^en\/talk\.json: talk\.x: not ICU MessageFormat: EXPECT_ARGUMENT_CLOSING_BRACE/);
  });
  it('a message that is empty or no text', () => {
    message('Hello', { ar: '  ' });
    write('ru', { 'talk.x': 'Привет', 'talk.z': 7 });
    expect(run()).toEqual(['ru/talk.json: talk.z: not a text', 'ar/talk.json: talk.x: the message is empty']);
  });
  it('a key that does not begin with the name of its file', () => {
    for (const locale of locales) write(locale, { 'chat.x': 'Hi', 'talk.': 'Hi' });
    expect(run().slice(0, 2)).toEqual([
      'en/talk.json: chat.x: the key does not begin with talk.',
      'en/talk.json: talk.: the key does not begin with talk.',
    ]);
  });
  it('a key written twice', () => {
    message('Hello');
    write('en', '{\n  "talk.x": "Hello",\n  "talk.x": "Hi"\n}');
    expect(run()).toEqual(['en/talk.json: talk.x: written twice']);
  });
  it('a file that is no JSON', () => {
    message('Hello');
    write('fr', '{ "talk.x": ');
    expect(run()[0]).toMatch(/^fr\/talk\.json: not JSON/);
  });
  it('styles of dates and numbers that nothing formats', () => {
    message('{a, date, long} {b, time, short} {c, number, loud} {d, number, ::scale/100}');
    expect(run().filter((fault) => fault.startsWith('en'))).toEqual([
      'en/talk.json: talk.x: the date style of {a} is none of day, dayMonth, weekday, full, month, short, brief',
      'en/talk.json: talk.x: {b, time} takes no style',
      'en/talk.json: talk.x: the number style of {c} is none of integer, percent',
      'en/talk.json: talk.x: the number style of {d} has a scale: scale the argument instead',
    ]);
  });
  it('one argument that is two kinds of thing', () => {
    message('{a, date} {a, number}');
    expect(run()[0]).toBe('en/talk.json: talk.x: {a} is used both as date and as number');
  });
});

describe('the compiler', () => {
  it('describes arguments and tags in types', () => {
    message('{who, select, you {<b>{n, number}</b>} other {{at, date} {0}}}');
    run();
    expect(generated('types.ts')).toContain(
      '"talk.x": { readonly who: "you" | (string & {}); readonly n: number; readonly at: Date | string; readonly "0": string | number };',
    );
    expect(generated('types.ts')).toContain('"talk.x": "b";');
  });
  it('compiles what is sound beside what is not', () => {
    message('Hello', { fr: '{' });
    write('en', { 'talk.x': 'Hello' }, 'other');
    expect(run().length).toBeGreaterThan(0);
    expect(generated('en/talk.ts')).toContain('"talk.x": "Hello"');
    expect(generated('fr/talk.ts')).not.toContain('talk.x');
  });
  it('writes the same again without touching a file, and removes what has no catalogue any more', () => {
    message('Hello');
    for (const locale of locales) write(locale, { 'old.x': 'x' }, 'old');
    run();
    const file = join(dir, 'out/en/talk.ts');
    const before = statSync(file, { bigint: true }).mtimeNs;
    for (const locale of locales) rmSync(join(dir, 'in', locale, 'old.json'));
    run();
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before);
    expect(readdirSync(join(dir, 'out/en'))).toEqual(['talk.ts']);
    expect(generated('loaders.ts')).not.toContain('old');
  });
  it('makes a lazy import for each language and room', () => {
    message('Hello');
    run();
    expect(generated('loaders.ts').match(/import\('\.\/\w+\/talk\.ts'\)/g)).toHaveLength(locales.length);
  });
});
