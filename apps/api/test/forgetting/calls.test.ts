import { describe, expect, it } from '@jest/globals';
import { switched } from './calls.ts';

const source = `
export async function oweMatch(c: Case): Promise<void> {
  // what owe(c) means
  await owe(c, thingOf(c.row), { deadline: (() => null)() });
  if (next) await work.arm({ ...next, dueAt: at(1) });
  await (deadline ? arm(owed(deadline)) : disarm(subject));
}
export const oweMeeting = (c: Case) => oweHanging(c);
class A {
  owe(work: Work, deadline: Deadline): Promise<void> {
    return this.record.owe(work, deadline);
  }
}`;

describe('the calls by which somebody comes to owe something', () => {
  const { calls, text } = switched('a.ts', source, 7);

  it('are found wherever they stand, and definitions and comments are none', () => {
    expect(calls.map(({ n, line, callee }) => [n, line, callee])).toEqual([
      [7, 4, 'owe'],
      [8, 5, 'work.arm'],
      [9, 6, 'arm'],
      [10, 8, 'oweHanging'],
      [11, 11, 'this.record.owe'],
    ]);
  });

  it('get a switch each, and nothing else of the file changes', () => {
    expect(text).toContain(
      'await (forgets(8) ? forgotten : (...given) => work.arm(...given))({ ...next, dueAt: at(1) });',
    );
    const without = text
      .slice(0, text.indexOf('\nfunction forgets'))
      .replaceAll(/\(forgets\(\d+\) \? forgotten : \(\.\.\.given\) => ([\w.]+)\(\.\.\.given\)\)/g, '$1');
    expect(without).toBe(source);
  });
});
