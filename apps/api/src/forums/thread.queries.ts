import type { Actor, Locale } from '@baraza/domain/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { bind } from '../platform/database/bind.ts';
import { POOL } from '../platform/database/pool.ts';
import { clusterJson, markJoin, postJoins, postJson, threadJson, unreadJson } from './forums.sql.ts';
import type { StoredPage } from './forums.stored.ts';
import { readsOf } from './forums.visible.ts';

interface Wanted {
  readonly no: number;
  readonly from: number;
  readonly limit: number;
}
type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] };

/**
 * A thread with one page of its posts, everything a reader may see of it in one statement. Where the page begins is found
 * through (thread, number); nothing is counted and nothing is skipped over.
 */
export function threadStatement({ no, from, limit }: Wanted, actor: Actor, reader: Locale): Statement {
  const bound = bind();
  const { $ } = bound;
  const locale = `${$(reader)}::text`;
  const reads = readsOf(actor, bound);
  const { reach, me } = reads;
  const own =
    reach === 'visitor'
      ? `'unread', null, 'level', null`
      : `'unread', ${unreadJson(me)}, 'level', (select s.level from subscription s where s.member_id = ${me} and s.thread_id = t.id)`;
  const text = `select json_build_object(
    'thread', ${threadJson(locale)},
    'cluster', ${clusterJson(locale)},
    'seq', coalesce((select s.seq from stream s where s.name = 'thread:' || t.id), 0),
    ${own},
    'posts', coalesce((
      select json_agg(${postJson(reads, locale)} order by p.no)
      from (select * from post where thread_id = t.id and no >= ${$(from)}::int order by no limit ${$(limit)}::int) p ${postJoins}
    ), '[]')) as page
    from thread t join cluster c on c.id = t.cluster_id ${reach === 'visitor' ? '' : markJoin(me)}
    where t.no = ${$(no)}::int and ${reads.thread}`;
  return { name: `forums.thread.${reach}`, text, values: [...bound.values] };
}

/** The hot read of the forums: PostgreSQL plans it once a connection. */
@Injectable()
export class ThreadQueries {
  private readonly pool: Pool;
  constructor(@Inject(POOL) pool: Pool) {
    this.pool = pool;
  }

  /** Undefined where there is no such thread, or not for this reader. */
  async read(wanted: Wanted, actor: Actor, locale: Locale): Promise<StoredPage | undefined> {
    const { rows } = await this.pool.query<{ page: StoredPage }>(threadStatement(wanted, actor, locale));
    return rows[0]?.page;
  }

  /** The same inside a transaction, to answer with what was just written. */
  async readIn(tx: EntityManager, wanted: Wanted, actor: Actor, locale: Locale): Promise<StoredPage | undefined> {
    const { text, values } = threadStatement(wanted, actor, locale);
    const [row]: { page: StoredPage }[] = await tx.query(text, values);
    return row?.page;
  }
}
