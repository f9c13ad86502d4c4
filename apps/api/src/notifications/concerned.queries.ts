import type { SubscriptionLevel } from '@baraza/domain/forums';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Followers {
  readonly threadAuthorId: string;
  readonly quotedAuthorId: string | null;
  readonly listeners: readonly {
    readonly memberId: string;
    readonly thread: SubscriptionLevel | null;
    readonly cluster: SubscriptionLevel | null;
  }[];
}

/** Whom something concerns, where what happened does not say it itself. */
@Injectable()
export class Concerned {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async isApproved(requestId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'select 1 from request where id = $1 and approved_by is not null',
      [requestId],
    );
    return rows.length > 0;
  }

  /** Organisations that wait for something on a request: those who answered it, were suggested for it or asked about it. */
  async waitingOn(requestId: string): Promise<string[]> {
    return this.ids(
      `select organisation_id as id from expression where request_id = $1 and sent_at is not null and ended_at is null
       union select p.organisation_id from match m join match_party p on p.match_id = m.id
         where m.request_id = $1 and (m.ended_at is null or m.state = 'agreed')
       union select organisation_id from clarification where request_id = $1 and ended_at is null
       except select organisation_id from request where id = $1`,
      [requestId],
    );
  }

  /** Everybody with a stake in a request. */
  async partiesOf(requestId: string): Promise<string[]> {
    return this.ids('select unnest(counterpart_ids || organisation_id) as id from request where id = $1', [requestId]);
  }

  /** The brokers who had a hand in declining a request: they do not judge it again. */
  async declinersOf(requestId: string): Promise<string[]> {
    return this.ids(`select jsonb_array_elements_text(decline -> 'by') as id from request where id = $1`, [requestId]);
  }

  /** The parties of a suggestion that have not answered it. */
  async unansweredIn(matchId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select organisation_id as id from match_party where match_id = $1 and stance in ('unseen', 'seen') order by position`,
      [matchId],
    );
    return rows.map(({ id }) => id);
  }

  authorOfExpression(id: string): Promise<string[]> {
    return this.ids('select author_id as id from expression where id = $1', [id]);
  }

  authorOfPost(id: string): Promise<string[]> {
    return this.ids('select author_id as id from post where id = $1', [id]);
  }

  /** Everybody who has a level here, who began the thread, and who is quoted. */
  async followers(postId: string): Promise<Followers | undefined> {
    const [row]: Followers[] = await this.dataSource.query(
      `select t.author_id as "threadAuthorId", q.author_id as "quotedAuthorId",
         (select coalesce(json_agg(json_build_object('memberId', l.id, 'thread', st.level, 'cluster', sc.level)), '[]')
          from (select t.author_id as id union select q.author_id where q.id is not null
                union select s.member_id from subscription s where s.thread_id = t.id or s.cluster_id = t.cluster_id) l
          left join subscription st on st.member_id = l.id and st.thread_id = t.id
          left join subscription sc on sc.member_id = l.id and sc.cluster_id = t.cluster_id) as listeners
       from post p join thread t on t.id = p.thread_id left join post q on q.id = p.quote_post_id where p.id = $1`,
      [postId],
    );
    return row;
  }

  /** Who follows a thread, and its author unless they muted it. */
  following(threadId: string): Promise<string[]> {
    return this.ids(
      `select t.author_id as id from thread t where t.id = $1
       union select s.member_id from subscription s where s.thread_id = $1 and s.level in ('follow', 'everything')
       except select s.member_id from subscription s where s.thread_id = $1 and s.level = 'muted'`,
      [threadId],
    );
  }

  /** Who began a thread, and who has ever resolved it. */
  settlersOf(threadId: string): Promise<string[]> {
    return this.ids(
      `select author_id as id from thread where id = $1::uuid
       union select actor_id from domain_event
         where stream = 'thread:' || $1::text and name = 'forums.thread.resolved' and actor_id is not null`,
      [threadId],
    );
  }

  moderatorsOf(clusterId: string): Promise<string[]> {
    return this.ids('select member_id as id from cluster_member where cluster_id = $1 and moderates', [clusterId]);
  }

  async ofQuestion(id: string): Promise<{ askerId: string | null; ownerId: string | null } | undefined> {
    const [row]: { askerId: string | null; ownerId: string | null }[] = await this.dataSource.query(
      'select asker_id as "askerId", owner_id as "ownerId" from question where id = $1',
      [id],
    );
    return row;
  }

  /** Whoever asked something for a session under their name. */
  askersOf(sessionId: string): Promise<string[]> {
    return this.ids(
      `select distinct q.asker_id as id from question q join board b on b.id = q.board_id
       where b.session_id = $1 and q.asker_id is not null`,
      [sessionId],
    );
  }

  private async ids(sql: string, values: readonly unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(sql, [...values]);
    return rows.map(({ id }) => id);
  }
}
