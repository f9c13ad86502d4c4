/**
 * Working days of the party who must act. A deadline that falls on somebody's Friday prayer or national day is a
 * deadline they never had, so every due date is counted in the calendar of the one who owes the next step.
 */
export interface WorkingCalendar {
  /** IANA zone whose days are counted. */
  readonly timeZone: string;
  /** Days of rest, 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  /** Public holidays as local ISO dates, `2026-12-25`. */
  readonly holidays: ReadonlySet<string>;
}

/** Where the week rests on other days than Saturday and Sunday (CLDR 46 `weekendData`, countries of the network's regions). */
const weekends: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IN: [0],
  IQ: [5, 6],
  IR: [5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  OM: [5, 6],
  PS: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SY: [5, 6],
  UG: [0],
  YE: [5, 6],
};
const saturdaySunday = [6, 0] as const;

export const weekendOf = (country: string | null): readonly number[] =>
  (country && weekends[country]) || saturdaySunday;

export const calendarOf = (
  country: string | null,
  timeZone: string,
  holidays: Iterable<string> = [],
  weekend: readonly number[] = weekendOf(country),
): WorkingCalendar => ({
  timeZone,
  weekend,
  holidays: new Set(holidays),
});

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
};

interface LocalTime {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly h: number;
  readonly mi: number;
  readonly s: number;
}

const localTime = (at: Date, timeZone: string): LocalTime => {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value);
  const { year: y = 0, month: m = 0, day: d = 0, hour: h = 0, minute: mi = 0, second: s = 0 } = part;
  return { y, m, d, h, mi, s };
};

const asUtc = ({ y, m, d, h, mi, s }: LocalTime): number => Date.UTC(y, m - 1, d, h, mi, s);

/** The instant at which the zone's clock shows this local time; a time skipped by a clock change moves past the gap. */
const instantOf = (local: LocalTime, timeZone: string): Date => {
  const wanted = asUtc(local);
  let guess = wanted;
  let before = guess;
  for (let i = 0; i < 3; i++) {
    before = guess;
    guess += wanted - asUtc(localTime(new Date(guess), timeZone));
  }
  return new Date(Math.max(guess, before)); // they differ only inside a gap, where each is an hour off the other way
};

/** The instant at which that place's clock shows this day and hour: `2026-03-25`, `13:00`. */
export function instantAt(day: string, hour: string, timeZone: string): Date {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const [h = 0, mi = 0] = hour.split(':').map(Number);
  return instantOf({ y, m, d, h, mi, s: 0 }, timeZone);
}

const iso = ({ y, m, d }: LocalTime): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
const weekday = ({ y, m, d }: LocalTime): number => new Date(Date.UTC(y, m - 1, d)).getUTCDay();
const nextDay = (local: LocalTime): LocalTime => {
  const next = new Date(Date.UTC(local.y, local.m - 1, local.d + 1));
  return { ...local, y: next.getUTCFullYear(), m: next.getUTCMonth() + 1, d: next.getUTCDate() };
};

const isWorkingDay = (local: LocalTime, calendar: WorkingCalendar): boolean =>
  !calendar.weekend.includes(weekday(local)) && !calendar.holidays.has(iso(local));

/** The same hour of the clock, `days` working days later. Never earlier than `from`; a calendar without working days is refused. */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  if (calendar.weekend.length > 6) throw new RangeError('a calendar needs at least one working day');
  let local = localTime(from, calendar.timeZone);
  for (let left = days; left > 0; ) {
    local = nextDay(local);
    if (isWorkingDay(local, calendar)) left -= 1;
  }
  return instantOf(local, calendar.timeZone);
}

/** Whole working days that begin after `from` and not after `to`; negative when `to` lies in the past. */
export function workingDaysBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  const end = iso(localTime(to, calendar.timeZone));
  let count = 0;
  for (let local = localTime(from, calendar.timeZone); iso(local) < end; ) {
    local = nextDay(local);
    if (isWorkingDay(local, calendar)) count += 1;
  }
  return count;
}

/**
 * A deadline after a pause: as many working days after `to` as it was after `from`, at its own hour. What was due on the
 * day the pause began is due as many hours after its end, and never on a day of rest.
 */
export function putOff(due: Date, from: Date, to: Date, calendar: WorkingCalendar): Date {
  const days = workingDaysBetween(from, due, calendar);
  if (days <= 0) {
    const later = new Date(to.getTime() + due.getTime() - from.getTime());
    return isWorkingDay(localTime(later, calendar.timeZone), calendar) ? later : addWorkingDays(later, 1, calendar);
  }
  const { h, mi, s } = localTime(due, calendar.timeZone);
  const day = localTime(addWorkingDays(to, days, calendar), calendar.timeZone);
  return instantOf({ ...day, h, mi, s }, calendar.timeZone);
}

const dayMs = 86_400_000;
export const addDays = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs);
