import { finalRequestStates, type Standing } from '@baraza/domain/brokering';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { isOfSql } from './holders.queries.ts';
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

/** Whether somebody is of an organisation now. */
export async function belongsNow(
  tx: EntityManager,
  memberId: string,
  organisationId: string,
  at: Date,
): Promise<boolean> {
  const found: unknown[] = await tx.query(`select 1 where ${isOfSql('$1', 'array[$2]::uuid[]', '$3')}`, [
    memberId,
    organisationId,
    at,
  ]);
  return found.length > 0;
}

/**
 * Suggesting to the same organisation is done one after the other, whatever case it is for, so that of two at once the
 * second counts the first. Taken after the cases, all at once and in one order: nobody waits for each other's halves.
 */
export async function oneAtATime(tx: EntityManager, organisationIds: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('suggest:' || id, 0))
     from (select distinct id from unnest($1::text[]) id order by id) one`,
    [organisationIds],
  );
}

/**
 * What whoever of `asked` has most of has still to answer, now or when it is asked again, and the last no between two of `all`, or of all of them together.
 * Whoever decides by it has asked for them `oneAtATime`.
 */
export async function standingAmong(
  tx: EntityManager,
  all: readonly string[],
  asked: readonly string[] = all,
): Promise<Standing> {
  const [row]: Standing[] = await tx.query(
    `select
       (select coalesce(max(n), 0)::int from (select count(*) as n from match m join match_party p on p.match_id = m.id
         where p.organisation_id = any($1::uuid[]) and m.state = 'suggested' and p.stance in ('unseen', 'seen', 'not_now')
         group by p.organisation_id) each) as open,
       (select max(m.ended_at) from match m cross join lateral (
           select array_agg(p.organisation_id) as ids, bool_or(p.stance = 'no') as refused from match_party p where p.match_id = m.id) among
         where m.id in (select match_id from match_party where organisation_id = any($1::uuid[])) and among.refused
           and among.ids <@ $2::uuid[] and (cardinality(among.ids) = 2 or among.ids @> $2::uuid[])) as "refusedAt"`,
    [asked, all],
  );
  return row ?? { open: 0, refusedAt: null };
}

/** Hints of a member that no broker has decided on. */
export function waitingReferralsOf(
  tx: EntityManager,
  memberId: string | null,
): Promise<{ requestId: string; organisationId: string }[]> {
  return tx.query(
    `select m.request_id as "requestId", p.organisation_id as "organisationId" from match m
     join match_party p on p.match_id = m.id and p.position = 1 where m.referred_by = $1 and m.state = 'referred'`,
    [memberId],
  );
}

/** To whom an organisation has offered something unasked, where that is not over yet. */
export async function openOffersOf(tx: EntityManager, organisationId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select addressed_to as id from request where organisation_id = $1 and addressed_to is not null and state <> all ($2::text[])`,
    [organisationId, finalRequestStates],
  );
  return rows.map(({ id }) => id);
}

export async function nameOf(tx: EntityManager, memberId: string): Promise<string> {
  const [row]: { name: string }[] = await tx.query('select name from member where id = $1', [memberId]);
  return row?.name ?? '';
}
