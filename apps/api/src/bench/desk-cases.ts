import { randomUUID } from 'node:crypto';
import type { DeskView } from '@baraza/contracts/brokering';
import { type Actor, visitor } from '@baraza/domain/kernel';
import type { Pool } from 'pg';
import { deskSql } from '../brokering/desk/desk.sql.ts';
import { encodeCursor } from '../platform/database/cursor.ts';
import { cookieOf } from './tools.ts';

export interface Broker {
  readonly id: string;
  readonly cookie: string;
  readonly actor: Actor;
}
export interface Case {
  readonly id: string;
  readonly ref: string;
  readonly version: number;
  /** Whose it is; where it is nobody's, somebody of the desk. */
  readonly broker: Broker;
}

/** Those at the desk, the lead brokers first. */
export async function brokersOf(pool: Pool): Promise<Broker[]> {
  const { rows } = await pool.query<{ id: string; roles: Actor['roles']; affiliations: Actor['affiliations'] }>(
    `select m.id, array_agg(r.role) as roles, (select json_agg(json_build_object('organisationId', a.organisation_id, 'role', a.role))
       from affiliation a where a.member_id = m.id) as affiliations
     from member m join member_role r on r.member_id = m.id where m.email like 'broker-%@bench.example'
     group by m.id order by count(*) desc, m.id`,
  );
  const brokers: Broker[] = [];
  for (const { id, roles, affiliations } of rows)
    brokers.push({
      id,
      cookie: await cookieOf(pool, id),
      actor: { ...visitor, kind: 'member', id, roles, affiliations },
    });
  return brokers;
}

/** A hundred such cases as they stand now, the same for everybody who measures. */
export async function casesOf(pool: Pool, brokers: readonly Broker[], where: string): Promise<Case[]> {
  const { rows } = await pool.query<{ id: string; ref: string; version: number; claimedBy: string | null }>(
    `select r.id, r.ref, r.version, r.claimed_by as "claimedBy" from request r join bench_case c on c.id = r.id where ${where} order by md5(r.ref) limit 105`,
  );
  if (rows.length < 105) throw new Error(`only ${rows.length} cases where ${where}`);
  return rows.map(({ claimedBy, ...row }) => ({
    ...row,
    broker: brokers.find(({ id }) => id === claimedBy) ?? (brokers[0] as Broker),
  }));
}

/** Where the middle of a view begins. */
export async function middleOf(pool: Pool, actor: Actor, view: DeskView): Promise<string | undefined> {
  const { sql, values } = deskSql({ actor, at: new Date() }, { view, limit: 100_000 });
  const { rows } = await pool.query<{ nextDueAt: Date; id: string }>(sql, [...values]);
  const middle = rows[Math.floor(rows.length / 2)];
  if (!middle) throw new Error(`nothing stands in the view ${view}`);
  return encodeCursor([middle.nextDueAt.toISOString(), middle.id]);
}

/** Organisations that nobody on this desk has been suggested to. */
export async function neverAsked(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from organisation where slug like 'bench-city-%' order by slug`,
  );
  return rows.map(({ id }) => id);
}

/** What any of these writes comes down to: the thing, the record of who did it, and the event, durably. */
export const bareWrite =
  (pool: Pool) =>
  async ({ id, broker }: Case): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('update request set last_activity_at = last_activity_at where id = $1', [id]);
      await client.query(
        `insert into brokering_move (subject, move, from_state, to_state, at, by_kind, by_id) values ($1, 'bare', 'x', 'x', now(), 'desk', $2)`,
        [`request:${id}`, broker.id],
      );
      await client.query(
        `insert into domain_event (stream, stream_seq, name, data, actor_kind, actor_id, at) values ($1, 1, 'bench.bare', '{}', 'member', $2, now())`,
        [`bench:${randomUUID()}`, broker.id],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  };
