import { describe, expect, it } from '@jest/globals';
import { type Actor, addWorkingDays, calendarOf, visitor, workingDaysBetween } from '../kernel/index.ts';
import { addHolidays, type Calendar, calendarTerms, type Holiday, removeHolidays, setWeekend } from './index.ts';

const egypt: Calendar = { kind: 'country', country: 'EG' };
const cairo: Calendar = { kind: 'organisation', organisationId: 'cairo', country: 'EG' };
const member = (more: Partial<Actor>): Actor => ({ ...visitor, kind: 'member', id: 'ana', ...more });
const admin = member({ roles: ['admin'] });
const focal = member({ affiliations: [{ organisationId: 'cairo', role: 'focal_point' }] });
const delegate = member({ affiliations: [{ organisationId: 'cairo', role: 'delegate' }] });
const day = (date: string): Holiday => ({ day: date, name: 'A day', source: 'a file' });
const none: ReadonlySet<string> = new Set();

describe('a working calendar', () => {
  it('is kept by an administrator for a country and the desk, and by its focal point for an organisation', () => {
    for (const [actor, calendar] of [
      [admin, egypt],
      [admin, { kind: 'desk' }],
      [focal, cairo],
    ] as const)
      expect(setWeekend(calendar, [5], actor).change).toEqual([5]);
    for (const [actor, calendar] of [
      [focal, egypt],
      [focal, { kind: 'desk' }],
      [delegate, cairo],
      [admin, cairo],
      [visitor, egypt],
    ] as const)
      expect(() => setWeekend(calendar, [5], actor)).toThrow('notYours');
  });

  it('takes each day once, and the same days again without a change', () => {
    const days = [day('2026-04-20'), day('2026-04-20'), day('2026-07-23')];
    const first = addHolidays(egypt, none, days, admin);
    expect(first.change.map((one) => one.day)).toEqual(['2026-04-20', '2026-07-23']);
    expect(first.happening.data).toMatchObject({ calendar: 'EG', added: 2 });
    const kept = new Set(first.change.map((one) => one.day));
    expect(addHolidays(egypt, kept, days, admin).change).toEqual([]);
  });

  it('has an end, and a day less than a week of rest', () => {
    const kept = new Set(Array.from({ length: calendarTerms.mostDays }, (_, n) => `${3000 + n}-01-01`));
    expect(() => addHolidays(egypt, kept, [day('2026-04-20')], admin)).toThrow('full');
    expect(() => setWeekend(egypt, [0, 1, 2, 3, 4, 5, 6], admin)).toThrow('noWorkingDay');
    expect(() => removeHolidays(egypt, [], admin)).toThrow('notThere');
  });

  it('counts neither Friday and Saturday nor a holiday in the middle', () => {
    const from = new Date('2026-04-15T07:00:00Z'); // a Wednesday, nine o'clock in Cairo
    const plain = calendarOf('EG', 'Africa/Cairo');
    const withFeast = calendarOf('EG', 'Africa/Cairo', ['2026-04-20']);
    expect(addWorkingDays(from, 3, plain).toISOString()).toBe('2026-04-20T07:00:00.000Z');
    expect(addWorkingDays(from, 3, withFeast).toISOString()).toBe('2026-04-21T07:00:00.000Z');
    expect(workingDaysBetween(from, new Date('2026-04-21T07:00:00Z'), withFeast)).toBe(3);
  });

  it('rests on other days where somebody has said so, and keeps the hour over a change of clocks', () => {
    const from = new Date('2026-04-22T07:00:00Z'); // nine in Cairo; on Friday the 24th its clocks go an hour forward
    expect(addWorkingDays(from, 3, calendarOf('EG', 'Africa/Cairo', [], [5])).toISOString()).toBe(
      '2026-04-26T06:00:00.000Z',
    );
    expect(addWorkingDays(from, 3, calendarOf('EG', 'Africa/Cairo')).toISOString()).toBe('2026-04-27T06:00:00.000Z');
  });
});
