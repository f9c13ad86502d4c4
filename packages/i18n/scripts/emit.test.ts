import { describe, expect, it } from '@jest/globals';
import type { Message } from '../src/catalogue.ts';
import { createTranslator } from '../src/translator.ts';
import { emitMessages } from './emit.ts';
import { readMessage } from './message.ts';

/** Compiles one message, runs the code and says it in English to a reader in Kolkata. */
const say = async (text: string, args: Readonly<Record<string, string | number>>): Promise<string> => {
  const read = readMessage(text, 'en');
  expect(read.faults).toEqual([]);
  const code = emitMessages(new Map([['x', read]]))
    .replace(/^import type.*$/m, '')
    .replace(': Messages', '');
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return createTranslator('en', { ...(module.messages as Record<string, Message>) }, 'Asia/Kolkata').say('x', args);
};

describe('a compiled message', () => {
  it.each([
    ['exact numbers before categories', '{n, plural, =1 {alone} one {one} other {#}}', { n: 1 }, 'alone'],
    [
      'an offset',
      '{n, plural, offset:1 =1 {you} one {you and # other} other {you and # others}}',
      { n: 1235 },
      'you and 1,234 others',
    ],
    ['ordinals', '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 }, '22nd'],
    ['a select with its fallback', '{who, select, you {yours} other {{who}’s}}', { who: 'Kenya' }, 'Kenya’s'],
    ['values every object has', '{s, select, x {y} other {no}}', { s: 'constructor' }, 'no'],
    [
      'the innermost count',
      '{a, plural, one {#} other {{b, plural, one {# of {a}} other {# of {a, number}}}}}',
      { a: 2000, b: 3 },
      '3 of 2,000',
    ],
    [
      'days and hours in the reader’s zone',
      '{at, date, weekday}, {at, time}',
      { at: '2026-03-25T20:00:00Z' },
      'Thu\u00A026\u00A0March, 01:30',
    ],
    [
      'numbers in styles',
      '{a, number} {b, number, percent} {c, number, integer} {a, number, ::compact-short}',
      { a: 12345, b: 0.5, c: 1.7 },
      '12,345 50% 2 12k',
    ],
    ['quotes', "It''s '{'{name}'}' \"so\" \\ `$'{'name'}'`", { name: 'x' }, `It's {x} "so" \\ \`$\{name}\``],
    ['arguments with any name', '{0} {a_b} {toString}', { 0: 'a', a_b: 'b', toString: 'c' }, 'a b c'],
  ])('knows %s', async (_, text, args, expected) => {
    expect(await say(text, args as unknown as Record<string, string | number>)).toBe(expected);
  });
});
