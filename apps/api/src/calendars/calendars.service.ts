import { randomUUID } from 'node:crypto';
import type { CalendarView } from '@baraza/contracts/calendars';
import {
  addHolidays,
  type CalendarChanged,
  calendarId,
  calendarTerms,
  demandKeeper,
  type Holiday,
  removeHolidays,
  setWeekend,
} from '@baraza/domain/calendars';
import { type Decision, weekendOf } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { CalendarsQueries, type ImportRow, type KnownCalendar, type LineRow } from './calendars.queries.ts';
import { deleteDays, insertDays, keepImport, lockDays, saveWeekend, takeImport } from './calendars.repository.ts';
import { readHolidays } from './ics.ts';

const today = ({ at }: Pick<Asker, 'at'>): string => at.toISOString().slice(0, 10);
const sameDay = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** The days of rest of a country, of the desk, of an organisation. Whoever counts in them is told of every change. */
@Injectable()
export class CalendarsService {
  private readonly work: UnitOfWork;
  private readonly queries: CalendarsQueries;
  private readonly changes: CalendarChanges;
  constructor(work: UnitOfWork, queries: CalendarsQueries, changes: CalendarChanges) {
    this.work = work;
    this.queries = queries;
    this.changes = changes;
  }

  async all(asker: Asker) {
    const rows = await this.queries.all(today(asker));
    return { calendars: rows.map((row) => lineOf(row, row.id === 'desk' ? null : row.id)) };
  }

  async read(key: string, imported: string | undefined, asker: Asker): Promise<CalendarView> {
    const known = await this.keeper(key, asker);
    return this.shown(known, imported, asker);
  }

  /** Keeps what the file holds beside the calendar until somebody has looked at it. */
  async look(key: string, { text, source }: { text: string; source?: string | undefined }, asker: Asker) {
    const { calendar } = await this.keeper(key, asker);
    const day = today(asker);
    const { title, days, leftOut } = readHolidays(
      text,
      `${day.slice(0, 4)}-01-01`,
      sameDay(day, calendarTerms.yearsAhead),
    );
    const found: ImportRow = { id: randomUUID(), source: source ?? title ?? `iCalendar ${day}`, leftOut, days };
    return this.work.run(asker, async (work) => {
      await keepImport(work, calendarId(calendar), found, { id: asker.actor.id, at: work.at });
      return { key, import: found.id };
    });
  }

  take(key: string, id: string, asker: Asker): Promise<CalendarView> {
    return this.change(key, asker, async (work, { calendar }, kept) => {
      const found = await takeImport(work, calendarId(calendar), id);
      if (!found) throw notFound();
      const days = found.days.map((day) => ({ ...day, source: found.source }));
      return this.add(work, calendar, kept, days, asker);
    });
  }

  addDay(key: string, day: Omit<Holiday, 'source'>, asker: Asker): Promise<CalendarView> {
    return this.change(key, asker, (work, { calendar }, kept) =>
      this.add(work, calendar, kept, [{ ...day, source: '' }], asker),
    );
  }

  removeDay(key: string, day: string, asker: Asker): Promise<CalendarView> {
    return this.remove(key, (holiday) => holiday.day === day, asker);
  }

  removeSource(key: string, source: string, asker: Asker): Promise<CalendarView> {
    return this.remove(key, (holiday) => holiday.source === source, asker);
  }

  setWeekend(key: string, days: readonly number[], asker: Asker): Promise<CalendarView> {
    return this.change(key, asker, async (work, { calendar }) => {
      const decided = setWeekend(calendar, days, asker.actor);
      await saveWeekend(work, calendarId(calendar), decided.change, { id: asker.actor.id, at: work.at });
      return decided;
    });
  }

  private async add(
    work: Work,
    calendar: KnownCalendar['calendar'],
    kept: readonly Holiday[],
    days: readonly Holiday[],
    { actor }: Asker,
  ) {
    const decided = addHolidays(calendar, new Set(kept.map(({ day }) => day)), days, actor);
    await insertDays(work, calendarId(calendar), decided.change, { id: actor.id, at: work.at });
    return decided;
  }

  private remove(key: string, which: (holiday: Holiday) => boolean, asker: Asker): Promise<CalendarView> {
    return this.change(key, asker, async (work, { calendar }, kept) => {
      const gone = kept.filter(which).map(({ day }) => day);
      const decided = removeHolidays(calendar, gone, asker.actor);
      await deleteDays(work, calendarId(calendar), decided.change);
      return decided;
    });
  }

  /** One change at a time; those who count in the calendar hear of it in the same transaction. */
  private async change(
    key: string,
    asker: Asker,
    decide: (work: Work, known: KnownCalendar, kept: readonly Holiday[]) => Promise<Decision<unknown, CalendarChanged>>,
  ): Promise<CalendarView> {
    const known = await this.keeper(key, asker);
    const id = calendarId(known.calendar);
    const shown = await this.work.run(asker, async (work) => {
      const { happening } = await decide(work, known, await lockDays(work, id));
      await work.tell(happening);
      await this.changes.changed(work, id);
      return this.shown(known, undefined, asker, work.tx);
    });
    this.changes.stored(id);
    return shown;
  }

  private async keeper(key: string, { actor, locale }: Asker): Promise<KnownCalendar> {
    const known = await this.queries.named(key, locale);
    demandKeeper(actor, known.calendar);
    return known;
  }

  private async shown(
    { calendar, key, organisation }: KnownCalendar,
    imported: string | undefined,
    asker: Asker,
    tx?: Work['tx'],
  ) {
    const country = calendar.kind === 'desk' ? null : calendar.country;
    const id = calendarId(calendar);
    const { line, countryWeekend, countryDays, days } = await this.queries.read(id, country, today(asker), tx);
    const found = imported ? await this.queries.imported(id, imported) : null;
    const there = new Set(days.map(({ day }) => day));
    const of = calendar.kind === 'organisation';
    return {
      ...lineOf({ ...line, weekend: line.weekend ?? (of ? countryWeekend : null) }, country),
      key,
      kind: calendar.kind,
      organisation,
      ownWeekend: line.weekend !== null,
      countryDays: of ? countryDays : 0,
      sources: [...new Set(days.map(({ source }) => source))].map((source) => ({
        source,
        days: days.filter((holiday) => holiday.source === source),
      })),
      found: found && { ...found, days: found.days.map((day) => ({ ...day, there: there.has(day.day) })) },
    };
  }
}

const lineOf = ({ id, weekend, ahead, until, organisations }: LineRow, country: string | null) => ({
  key: id,
  kind: id === 'desk' ? ('desk' as const) : ('country' as const),
  country,
  weekend: [...(weekend ?? weekendOf(country))],
  ahead,
  until,
  organisations,
});
