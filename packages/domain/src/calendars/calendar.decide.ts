import { type Actor, can, type Decision, demand, Refusal } from '../kernel/index.ts';
import type { CalendarChanged } from './calendar.events.ts';
import { type Calendar, calendarId, type Holiday } from './calendar.facts.ts';
import { calendarPolicy } from './calendar.policy.ts';
import { calendarTerms } from './calendars.terms.ts';

export function demandKeeper(actor: Actor, calendar: Calendar): void {
  if (!can(calendarPolicy, actor, 'keep', calendar)) throw new Refusal('not-permitted', 'calendars.refuse.notYours');
}

const changed = (calendar: Calendar, what: Partial<CalendarChanged['data']>): CalendarChanged => ({
  name: 'calendars.calendar.changed',
  stream: `calendar:${calendarId(calendar)}`,
  data: { calendar: calendarId(calendar), added: 0, removed: 0, weekend: null, ...what },
});

/** A day that is there already stays as it is, so the same file taken twice changes nothing the second time. */
export function addHolidays(
  calendar: Calendar,
  kept: ReadonlySet<string>,
  days: readonly Holiday[],
  actor: Actor,
): Decision<readonly Holiday[], CalendarChanged> {
  demandKeeper(actor, calendar);
  const fresh = [...new Map(days.map((holiday) => [holiday.day, holiday])).values()].filter(
    ({ day }) => !kept.has(day),
  );
  demand(kept.size + fresh.length <= calendarTerms.mostDays, 'calendars.refuse.full', { most: calendarTerms.mostDays });
  return { change: fresh, happening: changed(calendar, { added: fresh.length }) };
}

export function removeHolidays(
  calendar: Calendar,
  days: readonly string[],
  actor: Actor,
): Decision<readonly string[], CalendarChanged> {
  demandKeeper(actor, calendar);
  if (days.length === 0) throw new Refusal('already-done', 'calendars.refuse.notThere');
  return { change: days, happening: changed(calendar, { removed: days.length }) };
}

/** Which days of the week are free, 0 = Sunday; none at all means: as is usual there. */
export function setWeekend(
  calendar: Calendar,
  days: readonly number[],
  actor: Actor,
): Decision<readonly number[], CalendarChanged> {
  demandKeeper(actor, calendar);
  const weekend = [...new Set(days)].sort();
  demand(weekend.length < 7, 'calendars.refuse.noWorkingDay', {}, 'days');
  return { change: weekend, happening: changed(calendar, { weekend }) };
}
