import type { Holiday } from '@baraza/domain/calendars';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { ImportRow } from './calendars.queries.ts';

type Db = Pick<Work, 'tx'>;
type By = { readonly id: string | null; readonly at: Date };

/** The days it has; one writer at a time. */
export async function lockDays({ tx }: Db, calendar: string): Promise<Holiday[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('calendar:' || $1))`, [calendar]);
  return tx.query('select day::text, name, source from holiday where calendar = $1 order by day', [calendar]);
}

export const insertDays = ({ tx }: Db, calendar: string, days: readonly Holiday[], by: By): Promise<unknown> =>
  tx.query(
    `insert into holiday (calendar, day, name, source, at, by_id)
     select $1, d.day, d.name, d.source, $3, $4 from jsonb_to_recordset($2) as d(day date, name text, source text)`,
    [calendar, JSON.stringify(days), by.at, by.id],
  );

export const deleteDays = ({ tx }: Db, calendar: string, days: readonly string[]): Promise<unknown> =>
  tx.query('delete from holiday where calendar = $1 and day = any($2::date[])', [calendar, days]);

export const saveWeekend = ({ tx }: Db, calendar: string, days: readonly number[], by: By): Promise<unknown> =>
  days.length === 0
    ? tx.query('delete from calendar_weekend where calendar = $1', [calendar])
    : tx.query(
        `insert into calendar_weekend (calendar, days, at, by_id) values ($1, $2, $3, $4)
         on conflict (calendar) do update set days = excluded.days, at = excluded.at, by_id = excluded.by_id`,
        [calendar, days, by.at, by.id],
      );

/** Kept for a day, until somebody has looked at it. */
export async function keepImport({ tx }: Db, calendar: string, found: ImportRow, by: By): Promise<void> {
  await tx.query(`delete from calendar_import where at < $1::timestamptz - interval '1 day'`, [by.at]);
  await tx.query(
    `insert into calendar_import (id, calendar, source, days, left_out, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [found.id, calendar, found.source, JSON.stringify(found.days), found.leftOut, by.id, by.at],
  );
}

export async function takeImport({ tx }: Db, calendar: string, id: string): Promise<ImportRow | undefined> {
  const [[row]]: [ImportRow[], number] = await tx.query(
    `delete from calendar_import where calendar = $1 and id = $2 returning id, source, left_out as "leftOut", days`,
    [calendar, id],
  );
  return row;
}
