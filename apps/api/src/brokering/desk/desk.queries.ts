import { type DeskCounts, type DeskView, deskViews, type Mine, type Workload } from '@baraza/contracts/brokering';
import { type Actor, isFocalPointOf } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { pageFrom } from '../../platform/database/cursor.ts';
import {
  idsInExpression,
  idsInMatch,
  idsInPartnership,
  presentExpressionCard,
  presentMatchCard,
  presentPartnershipCard,
} from '../case/cards.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { organisationsIn, stepJson, type View } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { impartialToRequest } from '../case/visible.ts';
import { ExpressionsQueries } from '../expressions/expressions.queries.ts';
import { MatchesQueries } from '../matches/matches.queries.ts';
import { PartnershipsQueries } from '../partnerships/partnerships.queries.ts';
import { RequestRow } from '../requests/request.row.ts';
import { RequestsQueries } from '../requests/requests.queries.ts';
import { type DeskRow, type OwedRow, presentDeskItem, presentOwed } from './desk.presenter.ts';
import { deskSql, type Filter, owedBy, viewCondition } from './desk.sql.ts';

const listed = 50;

/** Of what a step `s` is owed on, where it is this one. */
const idOf = (kind: string, what: string): string =>
  `case when s.what = 'brokering.step.${what}' then substr(s.subject, ${kind.length + 2})::uuid end`;

/** What waits for somebody: for the desk, and for a member and their organisations. */
@Injectable()
export class DeskQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  private readonly requests: RequestsQueries;
  private readonly expressions: ExpressionsQueries;
  private readonly matches: MatchesQueries;
  private readonly partnerships: PartnershipsQueries;
  constructor(
    dataSource: DataSource,
    organisations: Organisations,
    requests: RequestsQueries,
    expressions: ExpressionsQueries,
    matches: MatchesQueries,
    partnerships: PartnershipsQueries,
  ) {
    this.dataSource = dataSource;
    this.organisations = organisations;
    this.requests = requests;
    this.expressions = expressions;
    this.matches = matches;
    this.partnerships = partnerships;
  }

  async queue(asker: Asker, filter: Filter) {
    const { sql, values } = deskSql(asker, filter);
    const rows: DeskRow[] = await this.dataSource.query(sql, values);
    const page = pageFrom(rows, filter.limit, (row) => [row.nextDueAt.toISOString(), row.id]);
    const requests = await this.dataSource.manager.findBy(RequestRow, { id: In(page.items.map((row) => row.id)) });
    const known = await this.organisations.know([
      ...requests.map((request) => request.organisationId),
      ...page.items.flatMap((row) => organisationsIn(row.step)),
    ]);
    const byId = new Map(requests.map((request) => [request.id, request]));
    const items = page.items.flatMap((row) => {
      const request = byId.get(row.id);
      return request ? presentDeskItem(row, request, { ...asker, known }) : [];
    });
    return { items, next: page.next, heard: await this.heard('desk:all') };
  }

  async counts(asker: Asker): Promise<DeskCounts> {
    const p = bind();
    const count = (view: DeskView) => `count(*) filter (where ${viewCondition(view, asker, p)})::int as "${view}"`;
    const [row]: DeskCounts[] = await this.dataSource.query(
      `select ${deskViews.map(count).join(', ')}
       from request r where r.next_due_at is not null and ${impartialToRequest(asker.actor, p)}`,
      p.values,
    );
    return row as DeskCounts;
  }

  /** Every broker, with what they hold: cases in all, steps that are theirs to take now, and those that are late. */
  async workload({ actor, at }: Asker): Promise<Workload> {
    const brokers: Workload['brokers'] = await this.dataSource.query(
      `select b.id, b.name, b.id = $2 as you,
         (select count(*)::int from request r where r.claimed_by = b.id and r.next_due_at is not null) as cases,
         count(s.subject)::int as steps, count(s.subject) filter (where s.due_at <= $1 or s.missed_at is not null)::int as late
       from member b left join brokering_step s on s.responsible_kind = 'member' and s.responsible_id = b.id::text and not s.private
       where b.state = 'active' and exists (select 1 from member_role r where r.member_id = b.id and r.role in ('broker', 'lead_broker')
           and (r.valid_until is null or r.valid_until > $1))
       group by b.id order by steps desc, b.name`,
      [at, actor.id],
    );
    return { brokers };
  }

  async mine(asker: Asker): Promise<Mine> {
    const { actor } = asker;
    const { acts } = readerFacts(actor);
    const owed = await this.owed(asker, listed);
    const requests = await this.requests.ofReader(asker, listed);
    const expressions = await this.expressions.ofReader(asker, listed);
    const matches = await this.matches.ofReader(asker, listed);
    const partnerships = await this.partnerships.ofReader(asker, listed);
    const known = await this.organisations.know([
      ...owed.flatMap((row) => [row.requesterId, row.counterpartId, row.answersFor, ...organisationsIn(row.step)]),
      ...expressions.flatMap(idsInExpression),
      ...matches.flatMap(idsInMatch),
      ...partnerships.flatMap(idsInPartnership),
    ]);
    const view: View = { ...asker, known };
    const heard = [];
    for (const id of acts) heard.push(await this.heard(`desk:${id}`));
    return {
      heard,
      owed: owed.map((row) => presentOwed(row, view)),
      requests,
      expressions: expressions.map((card) => presentExpressionCard(card, view)),
      matches: matches.map((card) => presentMatchCard(card, view)),
      partnerships: partnerships.map((card) => presentPartnershipCard(card, view, true)),
    };
  }

  /** How many steps wait for a broker: in their cases, and in those that nobody holds. */
  async waitingFor(actor: Actor): Promise<number> {
    const p = bind();
    const theirs = `s.responsible_kind = 'member' and s.responsible_id = ${p.$(actor.id)}`;
    const anybodys = `s.responsible_kind = 'role' and s.responsible_id = any(${p.$(actor.roles)}::text[])`;
    const [row]: { waiting: number }[] = await this.dataSource.query(
      `select count(*)::int as waiting from brokering_step s join request r on r.id = s.request_id
       where not s.private and ((${theirs}) or (${anybodys})) and ${impartialToRequest(actor, p)}`,
      [...p.values],
    );
    return row?.waiting ?? 0;
  }

  /** The clock of what asks all sides at once is one, and yet each of them owes its own answer. */
  private owed({ actor }: Asker, limit: number): Promise<OwedRow[]> {
    const p = bind();
    const { acts } = readerFacts(actor);
    const answersFor = acts.filter((id) => isFocalPointOf(actor, id));
    return this.dataSource.query(
      `select ${stepJson('s')} as step, s.kind, s.address, r.ref, r.title, r.organisation_id as "requesterId", s.counterpart_id as "counterpartId",
         answers.organisation_id as "answersFor",
         s.missed_kind = 'organisation' and s.missed_id = any(${p.$(acts)}::text[]) and s.responsible_kind <> 'organisation' as overdue
       from brokering_step s join request r on r.id = s.request_id
       left join lateral (
         select mp.organisation_id, mp.position from match_party mp
           where s.what = 'brokering.step.answerSuggestion' and s.subject = 'match:' || mp.match_id
             and mp.stance in ('unseen', 'seen') and mp.organisation_id = any(${p.$(acts)}::uuid[])
         union all
         select pp.organisation_id, pp.position from partnership_party pp
           where s.what = 'brokering.step.acceptPartnership' and s.subject = 'partnership:' || pp.partnership_id
             and pp.accepted_at is null and pp.organisation_id = any(${p.$(answersFor)}::uuid[])
         union all
         select (side ->> 'organisationId')::uuid, nth::int from check_in ci cross join jsonb_array_elements(ci.sides) with ordinality sides(side, nth)
           where ci.id = ${idOf('check_in', 'checkIn')} and jsonb_typeof(side -> 'answer') = 'null'
             and side ->> 'organisationId' = any(${p.$(acts)}::text[])
         union all
         select (side ->> 'organisationId')::uuid, nth::int from meeting mt cross join jsonb_array_elements(mt.sides) with ordinality sides(side, nth)
           where mt.id = ${idOf('meeting', 'answerMeeting')} and side ->> 'delegate' is null
             and side ->> 'organisationId' = any(${p.$(acts)}::text[])
         order by position limit 1) answers on true
       where ${owedBy(actor, p)} or answers.organisation_id is not null
         or (s.missed_kind = 'organisation' and s.missed_id = any(${p.$(acts)}::text[]))
       order by coalesce(s.missed_at, s.due_at), s.subject limit ${p.$(limit)}`,
      p.values,
    );
  }

  private async heard(stream: string) {
    const [row]: { seq: number }[] = await this.dataSource.query('select seq from stream where name = $1', [stream]);
    return { stream, seq: row?.seq ?? 0 };
  }
}
