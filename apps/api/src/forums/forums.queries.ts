import type { ThreadsQuery } from '@baraza/contracts/forums';
import type { SubscriptionLevel } from '@baraza/domain/forums';
import type { Actor, Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type Bound, bind } from '../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';
import { Streams } from '../platform/live/streams.ts';
import { authorJson, clusterJson, isUnread, markJoin, nameOf, unreadJson } from './forums.sql.ts';
import type { StoredForum, StoredLine } from './forums.stored.ts';
import { type Reads, readsOf } from './forums.visible.ts';

type Filter = z.output<typeof ThreadsQuery>;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const isSigned = ({ reach }: Reads): boolean => reach !== 'visitor';

/** A thread as a list names it. */
const lineJson = (reads: Reads, locale: string): string =>
  `json_build_object('no', t.no, 'type', t.type, 'state', t.state, 'title', text_in(t.title, ${locale}), 'posts', t.posts,
    'lastActivityAt', t.last_activity_at, 'forum', json_build_object('slug', c.slug, 'name', ${nameOf('c', locale)}),
    'author', ${authorJson('t', locale)}, 'mine', coalesce(t.author_id = ${reads.me}, false),
    'unread', ${isSigned(reads) ? unreadJson(reads.me) : 'null'})`;
const lineJoins = (reads: Reads): string => `
  join member m on m.id = t.author_id left join organisation o on o.id = t.on_behalf_of ${isSigned(reads) ? markJoin(reads.me) : ''}`;

/** A cluster as its forum, with what is in it for this reader. */
const forumJson = (reads: Reads, locale: string, more: Readonly<Record<string, string>> = {}): string =>
  clusterJson(locale, {
    kind: 'c.kind',
    seq: `coalesce((select s.seq from stream s where s.name = 'cluster:' || c.id), 0)`,
    threads: `(select count(*) from thread t where t.cluster_id = c.id and ${reads.thread})`,
    unread: isSigned(reads)
      ? `(select count(*) from (select 1 from thread t ${markJoin(reads.me)}
           where t.cluster_id = c.id and ${reads.thread} and ${isUnread(reads.me)} limit 100) unread)`
      : 'null',
    ...more,
  });

@Injectable()
export class ForumsQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, streams: Streams) {
    this.dataSource = dataSource;
    streams.allow('thread', (asker, id) => this.mayHear(id, asker.actor));
  }

  private async rows<Row>(text: string, { values }: Bound): Promise<Row[]> {
    return this.dataSource.query(text, [...values]);
  }

  async overview(actor: Actor, reader: Locale) {
    const bound = bind();
    const locale = `${bound.$(reader)}::text`;
    const reads = readsOf(actor, bound);
    const latest = `coalesce((select json_agg(l.line order by l.at desc, l.no desc) from (
        select ${lineJson(reads, locale)} as line, t.last_activity_at as at, t.no
        from thread t ${lineJoins(reads)} where t.cluster_id = c.id and ${reads.thread}
        order by t.last_activity_at desc, t.no desc limit 3) l), '[]')`;
    const rows = await this.rows<{ forum: StoredForum & { latest: StoredLine[] } }>(
      `select ${forumJson(reads, locale, { latest })} as forum
       from cluster c where c.state <> 'archived' and ${reads.cluster} order by c.position, c.slug limit 100`,
      bound,
    );
    return rows.map((row) => row.forum);
  }

  async forum(slug: string, actor: Actor, reader: Locale) {
    const bound = bind();
    const locale = `${bound.$(reader)}::text`;
    const reads = readsOf(actor, bound);
    const level = isSigned(reads)
      ? `(select s.level from subscription s where s.member_id = ${reads.me} and s.cluster_id = c.id)`
      : 'null';
    const [row] = await this.rows<{ forum: StoredForum & { level: SubscriptionLevel | null } }>(
      `select ${forumJson(reads, locale, { level })} as forum
       from cluster c where c.slug = ${bound.$(slug)} and ${reads.cluster}`,
      bound,
    );
    return row?.forum;
  }

  /** The last active first, by keyset. */
  async threads({ forum, state, type, language, only, cursor, limit }: Filter, actor: Actor, reader: Locale) {
    const bound = bind();
    const { $ } = bound;
    const locale = `${$(reader)}::text`;
    const reads = readsOf(actor, bound);
    const after = decodeCursor(cursor, 2);
    const sound = after && !Number.isNaN(Date.parse(String(after[0]))) && Number.isInteger(after[1]) ? after : null;
    const follows = `exists (select 1 from subscription s where s.member_id = ${reads.me} and s.level in ('follow', 'everything')
      and s.thread_id = t.id)`;
    const where = [
      reads.thread,
      forum && `t.cluster_id = (select f.id from cluster f where f.slug = ${$(forum)})`,
      state && `t.state = ${$(state)}`,
      type && `t.type = ${$(type)}`,
      language && `t.language = ${$(language)}`,
      only && !isSigned(reads) && 'false',
      only === 'unread' && isSigned(reads) && isUnread(reads.me),
      only === 'following' && isSigned(reads) && follows,
      sound && `(t.last_activity_at, t.no) < (${$(sound[0])}::timestamptz, ${$(sound[1])}::int)`,
    ];
    const rows = await this.rows<{ line: StoredLine }>(
      `select ${lineJson(reads, locale)} as line from thread t join cluster c on c.id = t.cluster_id ${lineJoins(reads)}
       where ${where.filter(Boolean).join(' and ')}
       order by t.last_activity_at desc, t.no desc limit ${$(limit + 1)}::int`,
      bound,
    );
    return pageFrom(
      rows.map((row) => row.line),
      limit,
      (line) => [line.lastActivityAt, line.no],
    );
  }

  /** What a post said before, the newest first; a caller has asked whether the post may be read. */
  async revisions(thread: string, post: number, { cursor, limit }: Pick<Filter, 'cursor' | 'limit'>) {
    const before = Number(decodeCursor(cursor, 1)?.[0] ?? 2_147_483_647);
    const rows: { revision: number; at: Date; html: LocalizedText }[] = await this.dataSource.query(
      `select r.revision, r.written_at as at, r.html from post p join post_revision r on r.post_id = p.id
       where p.thread_id = $1 and p.no = $2 and r.revision < $3 order by r.revision desc limit $4`,
      [thread, post, Number.isInteger(before) ? before : 0, limit + 1],
    );
    return pageFrom(rows, limit, (row) => [row.revision]);
  }

  private async mayHear(id: string, actor: Actor): Promise<boolean> {
    if (!uuid.test(id)) return false;
    const bound = bind();
    const reads = readsOf(actor, bound);
    const rows = await this.rows(
      `select 1 from thread t join cluster c on c.id = t.cluster_id where t.id = ${bound.$(id)}::uuid and ${reads.thread}`,
      bound,
    );
    return rows.length > 0;
  }
}
