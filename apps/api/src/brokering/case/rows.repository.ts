import type { EntityManager, EntityTarget } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { SubjectRow } from './subject.row.ts';

/** Writes a change and its next version; the row in hand becomes what is stored. */
export async function store<R extends SubjectRow>(
  tx: EntityManager,
  type: EntityTarget<R>,
  row: R,
  change: Partial<R>,
): Promise<void> {
  await touch(tx, type, row, { ...change, version: row.version + 1 });
}

/** Writes what no reader's form depends on, a sign of life or a tally: the version stays. */
export async function touch<R extends SubjectRow>(
  tx: EntityManager,
  type: EntityTarget<R>,
  row: R,
  change: Partial<R>,
): Promise<void> {
  await tx.update(type, row.id, change as QueryDeepPartialEntity<R>);
  Object.assign(row, change);
}

export async function insert<R extends object>(tx: EntityManager, type: EntityTarget<R>, rows: R | R[]): Promise<void> {
  await tx.insert(type, rows as QueryDeepPartialEntity<R>);
}

/** The next number of a series in a year, without gaps: the counter's row is held until the thing that bears it is stored. */
export async function nextReference(tx: EntityManager, series: 'REQ' | 'PRT', at: Date): Promise<string> {
  const year = at.getUTCFullYear();
  const [row]: { last: number }[] = await tx.query(
    `insert into reference_counter (series, year, last) values ($1, $2, 1)
     on conflict (series, year) do update set last = reference_counter.last + 1 returning last`,
    [series, year],
  );
  return `${series}-${year}-${String(row?.last).padStart(4, '0')}`;
}

export async function clusterIdOf(tx: EntityManager, slug: string): Promise<string | null> {
  const [row]: { id: string }[] = await tx.query('select id from cluster where slug = $1', [slug]);
  return row?.id ?? null;
}

/** Suggestions an organisation has not answered yet: it is not flooded with more. */
export async function openSuggestionsOf(tx: EntityManager, organisationId: string): Promise<number> {
  const [row]: { open: number }[] = await tx.query(
    `select count(*)::int as open from match m join match_party p on p.match_id = m.id
     where p.organisation_id = $1 and m.state = 'suggested' and p.stance not in ('must', 'interested')`,
    [organisationId],
  );
  return row?.open ?? 0;
}

export async function nameOf(tx: EntityManager, memberId: string): Promise<string> {
  const [row]: { name: string }[] = await tx.query('select name from member where id = $1', [memberId]);
  return row?.name ?? '';
}
