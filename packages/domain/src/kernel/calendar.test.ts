import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, calendarOf, putOff } from './index.ts';

const cotonou = calendarOf('BJ', 'Africa/Porto-Novo', ['2026-05-01']);
const at = (day: string, hour = '08:00') => new Date(`2026-${day}T${hour}:00Z`);

describe('a deadline after a pause', () => {
  it('is as many working days away as it was, at its own hour', () => {
    // Tuesday to Thursday: two days were left; from Friday on these are Monday and Tuesday.
    expect(putOff(at('02-19', '15:30'), at('02-17'), at('02-20', '11:00'), cotonou)).toEqual(at('02-24', '15:30'));
  });

  it('is where it was after no pause at all', () => {
    for (const days of [1, 3, 10]) {
      const due = addWorkingDays(at('02-17'), days, cotonou);
      expect(putOff(due, at('02-17', '21:00'), at('02-17', '21:00'), cotonou)).toEqual(due);
    }
    expect(putOff(at('02-17', '16:00'), at('02-17'), at('02-17'), cotonou)).toEqual(at('02-17', '16:00'));
  });

  it('has as many hours as it had on its last day, and never falls on a day of rest', () => {
    const due = at('02-17', '16:00');
    expect(putOff(due, at('02-17', '10:00'), at('02-18', '09:00'), cotonou)).toEqual(at('02-18', '15:00'));
    expect(putOff(due, at('02-17', '10:00'), at('02-21', '09:00'), cotonou)).toEqual(at('02-23', '15:00'));
    expect(putOff(due, at('02-17', '10:00'), at('05-01', '09:00'), cotonou)).toEqual(at('05-04', '15:00'));
  });

  it('keeps the hour on the clock where the clocks were changed meanwhile', () => {
    const berlin = calendarOf('DE', 'Europe/Berlin');
    expect(putOff(at('03-26', '14:00'), at('03-25'), at('03-30'), berlin)).toEqual(at('03-31', '13:00'));
  });
});
