import type { Calendar } from '@baraza/domain/calendars';
import { regionOf } from '@baraza/domain/cities';
import type { Locale } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../platform/http/problem-error.ts';

/** A calendar and what it is called in addresses. */
export interface KnownCalendar {
  readonly calendar: Calendar;
  readonly key: string;
  readonly organisation: { readonly slug: string; readonly name: string } | null;
}
export interface LineRow {
  readonly id: string;
  readonly weekend: number[] | null;
  readonly ahead: number;
  readonly until: string | null;
  readonly organisations: number;
}
export interface CalendarRows {
  readonly line: LineRow;
  readonly countryWeekend: number[] | null;
  readonly countryDays: number;
  readonly days: readonly { readonly day: string; readonly name: string; readonly source: string }[];
}
export interface ImportRow {
  readonly id: string;
  readonly source: string;
  readonly leftOut: number;
  readonly days: readonly { readonly day: string; readonly name: string }[];
}

/** What is said of the calendar `c.id` on a given day, `$1`. */
const line = `c.id, (select w.days from calendar_weekend w where w.calendar = c.id) as weekend,
  (select count(*)::int from holiday h where h.calendar = c.id and h.day >= $1::date) as ahead,
  (select max(h.day)::text from holiday h where h.calendar = c.id) as until`;

@Injectable()
export class CalendarsQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async named(key: string, locale: Locale): Promise<KnownCalendar> {
    if (key === 'desk') return { calendar: { kind: 'desk' }, key, organisation: null };
    if (!key.startsWith('@')) {
      if (regionOf(key) === 'global') throw notFound();
      return { calendar: { kind: 'country', country: key }, key, organisation: null };
    }
    const [found]: { id: string; slug: string; name: string; country: string | null }[] = await this.dataSource.query(
      `select id, slug, coalesce(names ->> $2, names ->> 'en') as name, country from organisation where slug = $1`,
      [key.slice(1), locale],
    );
    if (!found) throw notFound();
    const { id, slug, name, country } = found;
    return { calendar: { kind: 'organisation', organisationId: id, country }, key, organisation: { slug, name } };
  }

  /** The desk, and every country somebody takes part from. */
  async all(today: string): Promise<LineRow[]> {
    return this.dataSource.query(
      `select ${line}, c.organisations from (
         select 'desk' as id, 0 as organisations
         union all
         select country, count(*)::int from organisation where country is not null group by country) c
       order by c.id <> 'desk', c.id`,
      [today],
    );
  }

  async read(
    calendar: string,
    country: string | null,
    today: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CalendarRows> {
    const [row]: CalendarRows[] = await tx.query(
      `select (select row_to_json(l) from (select ${line},
           (select count(*)::int from organisation o where o.country = c.id or o.id::text = c.id) as organisations) l) as line,
         (select w.days from calendar_weekend w where w.calendar = $3) as "countryWeekend",
         (select count(*)::int from holiday h where h.calendar = $3 and h.day >= $1::date) as "countryDays",
         coalesce((select json_agg(json_build_object('day', h.day, 'name', h.name, 'source', h.source) order by h.day)
           from holiday h where h.calendar = c.id), '[]') as days
       from (select $2::text as id) c`,
      [today, calendar, country],
    );
    if (!row) throw notFound();
    return row;
  }

  /** A file that was looked at, as long as it is kept: whoever keeps the calendar may take it over. */
  async imported(calendar: string, id: string): Promise<ImportRow | null> {
    const [row]: ImportRow[] = await this.dataSource.query(
      `select id, source, left_out as "leftOut", days from calendar_import where calendar = $1 and id = $2`,
      [calendar, id],
    );
    return row ?? null;
  }
}
