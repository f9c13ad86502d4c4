import { api } from '@baraza/contracts/api';
import { subjectKinds } from '@baraza/contracts/brokering';
import { expressionMachine, matchMachine, partnershipMachine, requestMachine } from '@baraza/domain/brokering';
import { movesOf } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { describe, expect, it } from '@jest/globals';
import { clipped, presentMoves } from './present.ts';

describe('what a page is told', () => {
  const subjects = {
    request: movesOf(requestMachine),
    expression: movesOf(expressionMachine),
    match: movesOf(matchMachine),
    partnership: movesOf(partnershipMachine),
  } as const;
  /** Moves that only the system makes, or that another move amounts to. */
  const unasked = {
    request: ['park', 'expire', 'startMatching', 'startPartnering', 'resumeSearch', 'lapse', 'archive'],
    expression: ['discard', 'lapse', 'endWithRequest'],
    match: ['introduce', 'agree', 'lapse', 'endWithRequest'],
    partnership: ['agree'],
  } as const;

  it.each(subjectKinds)('names an operation of the contract for every move a member can make on a %s', (kind) => {
    const moves = (subjects[kind] as readonly string[]).filter(
      (move) => !(unasked[kind] as readonly string[]).includes(move),
    );
    const operations = presentMoves(kind, moves, {}).map(({ operation }) => operation.replace('brokering.', ''));
    expect(operations.filter((name) => !(name in api.brokering))).toEqual([]);
    expect(operations.length).toBeGreaterThan(3);
  });

  it('cuts a long text between two words, in the original as well', () => {
    const text = written('en', 'word '.repeat(100).trim());
    expect(clipped(text, 'en', 22)).toMatchObject({ text: 'word word word word…', source: null });
    expect(clipped(written('zh', '字'.repeat(300)), 'zh')?.text).toHaveLength(261);
    expect(clipped(written('en', 'short'), 'en')?.text).toBe('short');
  });
});
