import { describe, expect, it } from '@jest/globals';
import { readHolidays } from './ics.ts';

const from = '2026-01-01';
const to = '2029-03-20';
const read = (text: string) => readHolidays(text, from, to);
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:x@example', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//EN',
    'X-WR-CALNAME:Holidays in Egypt',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const day = (name: string, start: string, ...more: string[]) =>
  event(`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${start}`, ...more);
const found = (text: string) => read(text).days.map((one) => `${one.day} ${one.name}`);

describe('a file of holidays', () => {
  it('gives its whole days, with what repeats every year written out', () => {
    const text = file(
      day('عيد تحرير سيناء', '20200425', 'RRULE:FREQ=YEARLY'),
      day('Eid al-Fitr', '20260320', 'DTEND;VALUE=DATE:20260323'),
      day('Labour Day', '20260501', 'DURATION:P1D', 'TRANSP:TRANSPARENT'),
      day('A long name that a calendar program has folded over two lines of the file, as it s\r\n hould', '20260723'),
    );
    expect(read(text)).toMatchObject({ title: 'Holidays in Egypt', leftOut: 0 });
    expect(found(text)).toEqual([
      '2026-03-20 Eid al-Fitr',
      '2026-03-21 Eid al-Fitr',
      '2026-03-22 Eid al-Fitr',
      '2026-04-25 عيد تحرير سيناء',
      '2026-05-01 Labour Day',
      '2026-07-23 A long name that a calendar program has folded over two lines of the file, as it should',
      '2027-04-25 عيد تحرير سيناء',
      '2028-04-25 عيد تحرير سيناء',
    ]);
  });

  it('follows days like the fourth Thursday, exceptions and ends of a rule', () => {
    const thanks = day('Thanksgiving', '20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH');
    expect(found(file(thanks))).toEqual([
      '2026-11-26 Thanksgiving',
      '2027-11-25 Thanksgiving',
      '2028-11-23 Thanksgiving',
    ]);
    const ended = day('Mourning', '20250901', 'RRULE:FREQ=YEARLY;UNTIL=20270901', 'EXDATE;VALUE=DATE:20260901');
    expect(found(file(ended))).toEqual(['2027-09-01 Mourning']);
    const thrice = day('Games', '20250301', 'RRULE:FREQ=YEARLY;COUNT=3');
    expect(found(file(thrice))).toEqual(['2026-03-01 Games', '2027-03-01 Games']);
  });

  it('leaves out, and counts, what is no holiday', () => {
    const text = file(
      day('New Year', '20270101'),
      event('SUMMARY:Meeting', 'DTSTART:20270101T090000Z', 'DTEND:20270101T100000Z'),
      day('Every Friday', '20260102', 'RRULE:FREQ=WEEKLY;BYDAY=FR'),
      day('Called off', '20270102', 'STATUS:CANCELLED'),
      day('Long ago', '20190101'),
      day('A whole season', '20270601', 'DTEND;VALUE=DATE:20270901'),
      day('', '20270103'),
      day('Leap', '20240229', 'RRULE:FREQ=YEARLY'),
      event('SUMMARY:Without a day'),
    );
    expect(read(text)).toMatchObject({ leftOut: 8, days: [{ day: '2027-01-01', name: 'New Year' }] });
  });

  it.each([
    ['nothing', ' '],
    ['a page', '<!doctype html><title>Holidays</title>'],
    ['a picture', '\u0000\u0001\ufffdPNG'],
    ['a calendar without an end', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
    ['an address book', 'BEGIN:VCARD\r\nFN:Somebody\r\nEND:VCARD'],
    ['a calendar without events', file()],
    ['a rule of no month', file(day('Odd', '20270101', 'RRULE:FREQ=YEARLY;BYMONTH=13'))],
    ['a rule of no rhythm', file(day('Odd', '20270101', 'RRULE:FREQ=NEVER'))],
    ['boxes in boxes', `${'BEGIN:VEVENT\r\n'.repeat(8000)}${'END:VEVENT\r\n'.repeat(8000)}`],
    ['a file that is too large', file(day('x'.repeat(300_000), '20270101'))],
    [
      'too many days',
      file(
        ...Array.from({ length: 60 }, (_, n) =>
          day(
            `Week ${n}`,
            `2027${String((n % 12) + 1).padStart(2, '0')}01`,
            `RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20`,
          ),
        ),
      ),
    ],
    [
      'too many repetitions',
      file(...Array.from({ length: 200 }, (_, n) => day(`Since ${n}`, '18000101', 'RRULE:FREQ=YEARLY'))),
    ],
  ])('that is %s is answered with a clear problem', (_, text) => {
    expect(() => read(text)).toThrow(/calendars\.refuse\.(notACalendar|tooMuch)/);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31',
    'FREQ=YEARLY;BYDAY=SU',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=5MO',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=53MO',
    'FREQ=YEARLY;BYSETPOS=-1;BYMONTH=5;BYDAY=MO',
    'FREQ=YEARLY;BYWEEKNO=53',
    'FREQ=YEARLY;BYYEARDAY=366',
    'FREQ=YEARLY;UNTIL=nonsense',
    '',
  ])('leaves out the rule "%s" at once', (rule) => {
    const started = performance.now();
    expect(read(file(day('Odd', '20200131', `RRULE:${rule}`), day('New Year', '20270101')))).toMatchObject({
      days: [{ day: '2027-01-01', name: 'New Year' }],
      leftOut: 1,
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes names as one plain line', () => {
    expect(found(file(day('Feast\\nof \u202e the\\, <b>lamb</b>', '20270527')))).toEqual([
      '2027-05-27 Feast of the, <b>lamb</b>',
    ]);
  });
});
