import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../kernel/index.ts';
import { brokeringTerms } from '../terms.ts';
import { isToBeScreened } from './screening.ts';

const askedAt = new Date('2026-03-20T09:00:00Z');
const { againDays } = brokeringTerms.screening;

describe('an organisation is screened', () => {
  it('when nobody ever asked', () => expect(isToBeScreened(undefined, askedAt)).toBe(true));

  it.each(['clear', 'possible'] as const)('again once the answer “%s” has stood its time', (result) => {
    expect(isToBeScreened({ askedAt, result }, addDays(askedAt, againDays - 1))).toBe(false);
    expect(isToBeScreened({ askedAt, result }, addDays(askedAt, againDays))).toBe(true);
  });

  it('on the next occasion when nothing was known', () =>
    expect(isToBeScreened({ askedAt, result: 'unknown' }, addDays(askedAt, 1))).toBe(true));
});
