import { calendarTerms } from '@baraza/domain/calendars';
import { Refusal } from '@baraza/domain/kernel';
import ICAL from 'ical.js';

export interface FoundDay {
  readonly day: string;
  readonly name: string;
}
export interface FoundDays {
  /** What the file calls itself. */
  readonly title: string | null;
  readonly days: readonly FoundDay[];
  readonly leftOut: number;
}

const refuse = (why: 'notACalendar' | 'tooMuch') =>
  new Refusal('unmet-condition', `calendars.refuse.${why}`, {}, 'text');

/** One line without anything that hides, reorders or breaks it. */
const plain = (words: unknown, most: number): string =>
  (typeof words === 'string' ? words : '')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A rule this house walks through: once or a few times a year, on a day that exists in every year. Anything else could
 * keep a server busy for ever, and is no holiday.
 */
function isYearly(rule: ICAL.Recur): boolean {
  const {
    BYMONTH: months = [],
    BYMONTHDAY: days = [],
    BYDAY: weekdays = [],
    ...others
  } = rule.parts as Readonly<Record<string, (number | string)[]>>;
  if (rule.freq !== 'YEARLY' || Object.keys(others).length > 0) return false;
  if (rule.interval < 1 || rule.interval > 100 || (days.length > 0 && weekdays.length > 0)) return false;
  if (!months.every((month) => Number(month) >= 1 && Number(month) <= 12)) return false;
  if (weekdays.length > 0)
    return months.length > 0 && weekdays.every((day) => /^-?[1-4][A-Z]{2}$|^-1[A-Z]{2}$/.test(String(day)));
  if (days.length === 0) return true;
  return (
    months.length > 0 &&
    days.every((day) => {
      const at = Math.abs(Number(day));
      return at >= 1 && months.some((month) => at <= (daysIn[Number(month) - 1] ?? 0));
    })
  );
}

const isoOf = (time: ICAL.Time): string => time.toString().slice(0, 10);
const dayAfter = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** The first days of an event up to a day, its repetitions written out. */
function* startsOf(event: ICAL.Event, to: string): Generator<string> {
  if (!event.isRecurring()) return yield isoOf(event.startDate);
  const walk = event.iterator();
  for (let next = walk.next(); next && isoOf(next) <= to; next = walk.next()) yield isoOf(next);
}

/** How many days it takes each time; null when it is nothing for a working calendar. */
function lengthOf(event: ICAL.Event): number | null {
  const { startDate: start, endDate: end, component } = event;
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  const whole = start.isDate && end.isDate && start.year >= calendarTerms.firstYear && start.year < 10_000;
  const apart = component.hasProperty('recurrence-id') || component.getFirstPropertyValue('status') === 'CANCELLED';
  const leap = rules.length > 0 && start.month === 2 && start.day === 29;
  if (!whole || apart || leap || rules.length > 1 || !rules.every(isYearly)) return null;
  const days = Math.max(1, Math.round(end.subtractDate(start).toSeconds() / 86_400));
  return days <= calendarTerms.longestDays ? days : null;
}

const open = (text: string): ICAL.Component => {
  if (Buffer.byteLength(text) > calendarTerms.fileBytes) throw refuse('tooMuch');
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    const calendar = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
    if (calendar.name === 'vcalendar') return calendar;
  } catch {
    // whatever it stumbled over, it is not what was asked for
  }
  throw refuse('notACalendar');
};

/** The whole days of an iCalendar file between two days, each once. What cannot be a holiday is counted and left out. */
export function readHolidays(text: string, from: string, to: string): FoundDays {
  const calendar = open(text);
  const days = new Map<string, string>();
  let steps = calendarTerms.mostRepeats;
  let leftOut = 0;
  const take = (component: ICAL.Component): boolean => {
    const event = new ICAL.Event(component);
    const name = plain(event.summary, 200);
    const length = lengthOf(event);
    if (length === null || name === '') return false;
    let taken = false;
    for (const start of startsOf(event, to)) {
      steps -= 1;
      if (steps < 0) throw refuse('tooMuch');
      for (let at = 0; at < length; at++) {
        const day = dayAfter(start, at);
        if (day < from || day > to) continue;
        taken = true;
        if (!days.has(day)) days.set(day, name);
        if (days.size > calendarTerms.mostInFile) throw refuse('tooMuch');
      }
    }
    return taken;
  };
  for (const component of calendar.getAllSubcomponents('vevent')) {
    let taken = false;
    try {
      taken = take(component);
    } catch (error) {
      if (error instanceof Refusal) throw error; // the rest is one event that makes no sense
    }
    if (!taken) leftOut += 1;
  }
  if (days.size === 0 && leftOut === 0) throw refuse('notACalendar');
  return {
    title: plain(calendar.getFirstPropertyValue('x-wr-calname'), 100) || null,
    days: [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    leftOut,
  };
}
