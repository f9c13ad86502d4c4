import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Something that people work on, and whose speakers hear of it. */
interface WorkedOn {
  readonly kind: 'match' | 'partnership';
  readonly id: string;
  readonly organisationIds: readonly string[];
}

/** How far what came of a request is followed, and how many of these things are looked at: enough for any real chain. The newest and the nearest come first. */
const deepest = 4;
const most = 100;

const sidesOf = (kind: 'check_in' | 'meeting', open: string): string =>
  `select side ->> 'organisationId' as id from ${kind} cross join jsonb_array_elements(sides) side where id = $1 and ${open}`;
/** What all sides are asked at once, and who of them has not answered. */
const unanswered = {
  'brokering.step.answerSuggestion': `select organisation_id as id from match_party where match_id = $1 and stance in ('unseen', 'seen')`,
  'brokering.step.acceptPartnership':
    'select organisation_id as id from partnership_party where partnership_id = $1 and accepted_at is null',
  'brokering.step.checkIn': sidesOf('check_in', `jsonb_typeof(side -> 'answer') = 'null'`),
  'brokering.step.answerMeeting': sidesOf('meeting', `side ->> 'delegate' is null`),
} as const;
type AskedOfAll = keyof typeof unanswered;
export const isAskedOfAll = (what: string): what is AskedOfAll => what in unanswered;

/** Who has a stake in a case, where what happened does not say it itself. */
@Injectable()
export class Stakes {
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

  /** The broker who looks after a partnership: of its case, unless one of those named in it is their own. */
  async lookingAfter(partnershipId: string): Promise<string | null> {
    const [id] = await this.ids('select claimed_by as id from partnership where id = $1', [partnershipId]);
    return id ?? null;
  }

  partnersIn(partnershipId: string): Promise<string[]> {
    return this.ids('select organisation_id as id from partnership_party where partnership_id = $1', [partnershipId]);
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

  /** The parties that have not done what all were asked at once; `subject`: `match:…`, `check_in:…`. */
  unansweredOn(what: AskedOfAll, subject: string): Promise<string[]> {
    return this.ids(unanswered[what], [subject.slice(subject.indexOf(':') + 1)]);
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

  /** What is owed on a thing now, and by when; nothing once it has ended. */
  async stepOn({ kind, id }: { readonly kind: string; readonly id: string }) {
    const [row]: { what: string; dueAt: Date }[] = await this.dataSource.query(
      'select what, due_at as "dueAt" from brokering_step where subject = $1',
      [`${kind}:${id}`],
    );
    return row && { what: row.what, dueAt: row.dueAt.toISOString() };
  }

  /** Work that a request began and that outlives it: partnerships, and rings in the cases of others; its parties without its owner. */
  workedOn(requestId: string): Promise<WorkedOn[]> {
    return this.dataSource.query(
      `with ring as (select match_id from ring_request where request_id = $1),
       worked as (
         select 'partnership' as kind, s.id, array_agg(p.organisation_id) as "organisationIds", s.last_activity_at as at
         from partnership s join partnership_party p on p.partnership_id = s.id
         where s.ended_at is null and s.agreed_at is not null and (s.request_id = $1 or s.match_id in (select match_id from ring))
           and p.organisation_id <> (select organisation_id from request where id = $1)
         group by s.id
         union all
         select 'match', m.id, array_agg(p.organisation_id), m.last_activity_at
         from match m join match_party p on p.match_id = m.id
         where m.id in (select match_id from ring) and m.state in ('introduced', 'scoping')
           and p.organisation_id <> (select organisation_id from request where id = $1)
         group by m.id
       )
       select kind, id, "organisationIds" from worked order by at desc, id limit ${most}`,
      [requestId],
    );
  }

  /** Organisations whose question about a request was answered; who still waits is told of the question. */
  askersOf(requestId: string): Promise<string[]> {
    return this.ids(
      `select organisation_id as id from clarification where request_id = $1 and state = 'answered'
       group by organisation_id order by max(last_activity_at) desc, organisation_id limit ${most}`,
      [requestId],
    );
  }

  /** Who wrote what a request came of, and what came of it: threads, questions, stories. */
  authorsAround(requestId: string): Promise<string[]> {
    return this.ids(
      `with recursive after (kind, id, depth) as (
         select 'request', $1::text, 0
         union
         select e.to_kind, e.to_id, a.depth + 1 from after a
         join lineage_edge e on e.from_kind = a.kind and e.from_id = a.id and e.retracted_at is null and e.relation <> 'cites'
         where a.depth < ${deepest}
       ), before as (
         select e.from_kind as kind, e.from_id as id from lineage_edge e
         where e.to_kind = 'request' and e.to_id = $1::text and e.retracted_at is null and e.relation <> 'cites'
         order by e.at desc, e.id limit ${most}
       ), led as (select kind, id from after group by kind, id order by min(depth), kind, id limit ${most}),
       things as (select kind, id from before union select kind, id from led)
       select author_id as id from thread where id in (select things.id::uuid from things where kind = 'thread')
       union select author_id from story where author_id is not null and id in (select things.id::uuid from things where kind = 'story')
       union select asker_id from question where asker_id is not null and id in (select things.id::uuid from things where kind = 'question')`,
      [requestId],
    );
  }

  private async ids(sql: string, values: readonly unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(sql, [...values]);
    return rows.map(({ id }) => id);
  }
}
