import { api } from '@baraza/contracts/api';
import { subjectKinds } from '@baraza/contracts/brokering';
import {
  checkInMachine,
  clarificationMachine,
  expressionMachine,
  matchMachine,
  meetingMachine,
  outcomeMachine,
  partnershipMachine,
  requestMachine,
} from '@baraza/domain/brokering';
import { movesOf } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { describe, expect, it } from '@jest/globals';
import { clipped, presentMoves } from './present.ts';

describe('what a page is told', () => {
  const subjects = {
    request: movesOf(requestMachine),
    clarification: movesOf(clarificationMachine),
    expression: movesOf(expressionMachine),
    match: movesOf(matchMachine),
    partnership: movesOf(partnershipMachine),
    check_in: movesOf(checkInMachine),
    meeting: movesOf(meetingMachine),
    outcome: movesOf(outcomeMachine),
  } as const;
  /** Moves that only the system makes, or that another move amounts to. */
  const unasked = {
    request: [
      'park',
      'proposePublish',
      'proposeDecline',
      'endDecline',
      'readAnew',
      'expire',
      'startMatching',
      'startPartnering',
      'resumeSearch',
      'fulfil',
      'resumeMatching',
      'resumePartnering',
      'lapse',
      'archive',
    ],
    clarification: ['lapse', 'endWithRequest'],
    expression: ['discard', 'lapse', 'endWithRequest'],
    match: ['introduce', 'agree', 'lapse', 'dissolve', 'endReferral', 'askAgain', 'endWithRequest'],
    partnership: ['agree', 'askCheckIn', 'fallDormant', 'lapse', 'endWithMatch'],
    check_in: ['ask', 'complete', 'lapse', 'refer', 'drop'],
    meeting: ['fix', 'lapse', 'endWithCase'],
    outcome: [],
  } as const;

  const kinds = [...subjectKinds, 'check_in', 'meeting', 'outcome'] as const;
  it.each(kinds)('names an operation of the contract for every move a member can make on a %s', (kind) => {
    const moves = (subjects[kind] as readonly string[]).filter(
      (move) => !(unasked[kind] as readonly string[]).includes(move),
    );
    const operations = presentMoves(kind, moves, {}).map(({ operation }) => operation.replace('brokering.', ''));
    expect(operations.filter((name) => !(name in api.brokering))).toEqual([]);
    expect(operations.length).toBeGreaterThan(1);
  });

  it('cuts a long text between two words, in the original as well', () => {
    const text = written('en', 'word '.repeat(100).trim());
    expect(clipped(text, 'en', 22)).toMatchObject({ text: 'word word word word…', source: null });
    expect(clipped(written('zh', '字'.repeat(300)), 'zh')?.text).toHaveLength(261);
    expect(clipped(written('en', 'short'), 'en')?.text).toBe('short');
  });
});
