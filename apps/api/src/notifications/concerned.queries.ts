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

/** Whom something in a forum, a cluster or a session concerns, where what happened does not say it itself. */
@Injectable()
export class Concerned {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
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
