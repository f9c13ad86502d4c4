import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '../kernel/index.ts';
import { answeredInTime, concentration, groupShares, reciprocity, type Seat, shareOf, spreadOf } from './index.ts';

const seat = (partnershipId: string, organisationId: string, role: Seat['role'], country = 'KE'): Seat => ({
  partnershipId,
  organisationId,
  role,
  country,
});

describe('the record', () => {
  it('says nothing of fewer than five', () => {
    expect(spreadOf([1, 2, 3, 4])).toEqual({ of: 4, median: null, ninetieth: null });
    expect(shareOf(4, 4)).toEqual({ of: 4, part: null });
    expect(shareOf(0, 5)).toEqual({ of: 5, part: 0 });
  });

  it('says how long half of them took at most, and nine in ten', () => {
    expect(spreadOf([9, 1, 3, 2, 5])).toEqual({ of: 5, median: 3, ninetieth: 9 });
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ of: 10, median: 5, ninetieth: 9 });
  });

  it('counts an answer when its time is up, or when it came', () => {
    const calendar = calendarOf('KE', 'UTC');
    const sentAt = new Date('2026-03-02T09:00:00Z'); // a Monday: ten working days end on the 16th
    const at = (answer: string | null, now: string, gone = false) =>
      answeredInTime({ sentAt, answeredAt: answer ? new Date(answer) : null, gone }, calendar, new Date(now));
    expect(at('2026-03-16T09:00:00Z', '2026-05-01')).toBe(true);
    expect(at('2026-03-16T09:00:01Z', '2026-05-01')).toBe(false);
    expect(at(null, '2026-03-10')).toBeNull();
    expect(at(null, '2026-03-17')).toBe(false);
    expect(at(null, '2026-03-17', true)).toBeNull();
  });

  it('knows who gives most, and who both gives and receives', () => {
    const seats = [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((one, n) => [
        seat(`p${n}`, one, 'provider'),
        seat(`p${n}`, 'z', 'requester'),
      ]),
      seat('p7', 'a', 'mutual'),
      seat('p7', 'z', 'mutual'),
      seat('p7', 'm', 'facilitator'),
    ];
    // nine times somebody gave; the five who gave oftenest: a twice, and four others once
    expect(concentration(seats)).toEqual({ of: 9, part: 6 });
    expect(reciprocity(seats)).toEqual({ of: 8, part: 2 });
  });

  it('sets what countries ask for beside what they are part of', () => {
    const demand = [
      { country: 'BJ', requests: 3 },
      { country: 'KE', requests: 2 },
      { country: null, requests: 1 },
    ];
    const seats = ['1', '2', '3', '4', '5'].flatMap((id) => [
      seat(id, `x${id}`, 'provider', 'CN'),
      seat(id, 'benin', 'requester', id === '1' ? 'BJ' : 'KE'),
      seat(id, 'benin too', 'requester', id === '1' ? 'BJ' : 'KE'),
    ]);
    expect(groupShares(demand, seats)).toEqual([
      { group: 'ldc', demand: { of: 6, part: 3 }, partnerships: { of: 5, part: 1 } },
      { group: 'lldc', demand: { of: 6, part: 0 }, partnerships: { of: 5, part: 0 } },
      { group: 'sids', demand: { of: 6, part: 0 }, partnerships: { of: 5, part: 0 } },
    ]);
  });
});
