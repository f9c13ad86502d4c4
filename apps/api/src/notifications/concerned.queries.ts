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
         where m.id in (select id from match where request_id = $1 union all select match_id from ring_request where request_id = $1)
           and (m.ended_at is null or m.state = 'agreed')
       union select organisation_id from clarification where request_id = $1 and ended_at is null
       except select organisation_id from request where id = $1`,
      [requestId],
    );
  }

  /** Members who asked to hear of requests like this one; those it comes from know of it. */
  async searchersOf(requestId: string): Promise<string[]> {
    return this.ids(
      `select distinct s.member_id as id from saved_search s join request r on r.id = $1
       where (s.kinds = '{}' or r.kind = any (s.kinds)) and (s.themes = '{}' or s.themes && r.themes)
         and (s.sdgs = '{}' or s.sdgs && r.sdgs or (0 = any (s.sdgs) and r.sdgs = '{}'))
         and (s.modalities = '{}' or s.modalities && r.modalities) and (s.regions = '{}' or r.region = any (s.regions))
         and (s.languages = '{}' or s.languages && r.languages)
         and (s.cluster = '' or r.cluster_id = (select id from cluster where slug = s.cluster))
         and (s.organisation = '' or r.organisation_id = (select id from organisation where slug = s.organisation))
         and (s.words = '' or strpos(r.searched, folded(s.words)) > 0)
         and not exists (select 1 from affiliation a
           where a.member_id = s.member_id and a.organisation_id = r.organisation_id and a.state = 'active')`,
      [requestId],
    );
  }

  /** Everybody with a stake in a request. */
  async partiesOf(requestId: string): Promise<string[]> {
    return this.ids('select unnest(counterpart_ids || organisation_id) as id from request where id = $1', [requestId]);
  }

  /** Whose cases an organisation without a focal point has a part in; null among them: some are nobody's. */
  async brokersOfHeadless(organisationId: string): Promise<(string | null)[]> {
    const rows: { id: string | null }[] = await this.dataSource.query(
      `select c.id from (
         select claimed_by as id from request where organisation_id = $1 and submitted_at is not null and ended_at is null
         union select s.claimed_by from partnership s join partnership_party p on p.partnership_id = s.id
           where p.organisation_id = $1 and s.ended_at is null) c
       where not exists (select 1 from affiliation a where a.organisation_id = $1 and a.role = 'focal_point' and a.state = 'active')`,
      [organisationId],
    );
    return rows.map(({ id }) => id);
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

  /** One of the two offered it without having been asked. */
  async isOffered(matchId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from match where id = $1 and origin = 'unsolicited'`,
      [matchId],
    );
    return rows.length > 0;
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
