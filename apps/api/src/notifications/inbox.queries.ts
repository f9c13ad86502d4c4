import type { Locale } from '@baraza/domain/kernel';
import type { MailRhythm, Reason, Urgency } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';

/** What the sentence needs beside the thing: which part of it, and what is owed on it by when. */
export interface NotificationArgs {
  /** Leads to the part that is meant: `#post-12`. */
  readonly anchor?: string;
  /** A message key: `brokering.step.…` */
  readonly what?: string;
  readonly dueAt?: string;
  /** The member who owes it, by id: their name is looked up when it is shown. */
  readonly by?: string;
}

export interface StoredNotification {
  readonly id: string;
  readonly memberId: string;
  readonly reason: Reason;
  readonly kind: string;
  readonly subjectId: string;
  readonly args: NotificationArgs;
  readonly urgency: Urgency;
  readonly raisedAt: Date;
  readonly readAt: Date | null;
}
/** What was told of one thing, under the newest of it. */
export interface StoredGroup extends StoredNotification {
  readonly unread: boolean;
  readonly earlier: {
    readonly count: number;
    readonly notices: readonly (Pick<StoredNotification, 'reason' | 'args'> & { readonly raisedAt: string })[];
  };
}
export interface InboxPage {
  readonly view: 'all' | 'unread';
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const columns = `n.id, n.member_id as "memberId", n.reason, n.subject_kind as kind, n.subject_id as "subjectId", n.args, n.urgency,
  n.raised_at as "raisedAt", n.read_at as "readAt"`;

/** How many things there is something unread of. */
export async function unreadOf(db: DataSource | EntityManager, memberId: string): Promise<number> {
  const [row]: { n: number }[] = await db.query(
    `select count(*)::int as n from (
       select distinct subject_kind, subject_id from notification where member_id = $1 and read_at is null) thing`,
    [memberId],
  );
  return row?.n ?? 0;
}

const earlierShown = 10;

@Injectable()
export class InboxQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  unread(memberId: string): Promise<number> {
    return unreadOf(this.dataSource, memberId);
  }

  /** Each thing once, where the newest that was told of it stands; of the unread view, the newest unread. */
  async page(memberId: string, { view, cursor, limit }: InboxPage) {
    const after = decodeCursor(cursor, 2);
    const since = new Date(after?.[0] ?? Number.NaN);
    const from = Number.isNaN(since.getTime()) || !uuid.test(String(after?.[1])) ? null : after;
    const wanted = (n: string) => (view === 'unread' ? `and ${n}.read_at is null` : '');
    const ofTheSame = `o.member_id = n.member_id and o.subject_kind = n.subject_kind and o.subject_id = n.subject_id ${wanted('o')}`;
    const rows: StoredGroup[] = await this.dataSource.query(
      `select ${columns}, n.read_at is null or older.unread as unread,
         json_build_object('count', older.count, 'notices', coalesce(told.notices, '[]')) as earlier
       from (
         select * from notification n
         where n.member_id = $1 ${wanted('n')}
           and ($2::timestamptz is null or (n.raised_at, n.id) < ($2, $3::uuid))
           and not exists (select 1 from notification o where ${ofTheSame} and (o.raised_at, o.id) > (n.raised_at, n.id))
         order by n.raised_at desc, n.id desc limit $4
       ) n
       cross join lateral (select count(*)::int, coalesce(bool_or(o.read_at is null), false) as unread
         from notification o where ${ofTheSame} and o.id <> n.id) older
       cross join lateral (select json_agg(last) as notices from (
         select o.reason, o.args, o.raised_at as "raisedAt" from notification o where ${ofTheSame} and o.id <> n.id
         order by o.raised_at desc, o.id desc limit $5) last) told
       order by n.raised_at desc, n.id desc`,
      [memberId, from && since, from?.[1] ?? null, limit + 1, earlierShown],
    );
    return pageFrom(rows, limit, (row) => [row.raisedAt.toISOString(), row.id]);
  }

  async one(id: string): Promise<StoredNotification | undefined> {
    const [row]: StoredNotification[] = await this.dataSource.query(
      `select ${columns} from notification n where n.id = $1`,
      [id],
    );
    return row;
  }

  /** Names of members, by id. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; name: string }[] = await this.dataSource.query(
      'select id, name from member where id = any ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The latest news of a member's own stream that the answer holds. */
  async heard(memberId: string): Promise<number> {
    const [row]: { seq: number }[] = await this.dataSource.query('select seq from stream where name = $1', [
      `member:${memberId}`,
    ]);
    return row?.seq ?? 0;
  }

  async savePreferences(memberId: string, mail: MailRhythm, quiet: readonly Reason[]): Promise<void> {
    await this.dataSource.query(
      `insert into notification_preference (member_id, mail, quiet) values ($1, $2, $3)
       on conflict (member_id) do update set mail = excluded.mail, quiet = excluded.quiet`,
      [memberId, mail, quiet],
    );
  }

  /** Marks them as mailed in the transaction that writes the mail: both happen, or neither. */
  async mailed(ids: readonly string[], at: Date, post: (tx: EntityManager) => Promise<void>): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await post(tx);
      await tx.query('update notification set mailed_at = $2, visibility_checked_at = $2 where id = any ($1::uuid[])', [
        ids,
        at,
      ]);
    });
  }

  /** Members to whom something is to be sent once a day, with the zone of their mornings. */
  awaitingDaily(): Promise<{ id: string; timeZone: string; locale: Locale }[]> {
    return this.dataSource.query(
      `select m.id, coalesce(m.time_zone, 'UTC') as "timeZone", m.locale from member m
       where m.state = 'active' and exists (select 1 from notification n
         where n.member_id = m.id and n.read_at is null and n.mailed_at is null and 'digest' = any (n.channels))`,
    );
  }

  daily(memberId: string): Promise<StoredNotification[]> {
    return this.dataSource.query(
      `select ${columns} from notification n
       where n.member_id = $1 and n.read_at is null and n.mailed_at is null and 'digest' = any (n.channels)
       order by n.raised_at desc, n.id desc limit 200`,
      [memberId],
    );
  }
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
