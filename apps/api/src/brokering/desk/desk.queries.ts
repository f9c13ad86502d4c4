import type { DeskCounts, DeskItem, DeskView, Mine, OwedStep, SubjectKind } from '@baraza/contracts/brokering';
import { type RequestFacts, requestForms, requestMovesFor } from '@baraza/domain/brokering';
import { addDays, workingDaysBetween } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { type Bound, bind } from '../../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../../platform/database/cursor.ts';
import {
  idsInExpression,
  idsInMatch,
  idsInPartnership,
  presentExpressionCard,
  presentMatchCard,
  presentPartnershipCard,
} from '../case/cards.ts';
import { Organisations } from '../case/organisations.queries.ts';
import {
  organisationsIn,
  presentMoves,
  presentStep,
  reading,
  type StepJson,
  stepJson,
  type View,
} from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { impartialToRequest } from '../case/visible.ts';
import { ExpressionsQueries } from '../expressions/expressions.queries.ts';
import { MatchesQueries } from '../matches/matches.queries.ts';
import { PartnershipsQueries } from '../partnerships/partnerships.queries.ts';
import { RequestRow } from '../requests/request.row.ts';
import { RequestsQueries } from '../requests/requests.queries.ts';

const listed = 50;
const expiringDays = 30;

interface Filter {
  readonly view: DeskView;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
interface DeskRow {
  readonly id: string;
  readonly nextDueAt: Date;
  readonly brokerName: string | null;
  readonly step: StepJson;
  readonly kind: SubjectKind;
  readonly address: string;
  readonly silentSince: string;
}
interface OwedRow {
  readonly step: StepJson;
  readonly kind: SubjectKind;
  readonly address: string;
  readonly ref: string;
  readonly title: LocalizedText | null;
  readonly requesterId: string;
  readonly counterpartId: string | null;
}

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
      `select ${(['all', 'mine', 'triage', 'needs_info', 'silent', 'expiring'] as const).map(count).join(', ')}
       from request r where r.next_due_at is not null and ${impartialToRequest(asker.actor, p)}`,
      p.values,
    );
    return row as DeskCounts;
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
      ...owed.flatMap((row) => [row.requesterId, row.counterpartId, ...organisationsIn(row.step)]),
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

  /** How many steps wait for the reader, for the mark beside a place in the frame. */
  async owedCount({ actor }: Pick<Asker, 'actor'>): Promise<number> {
    const p = bind();
    const [row]: { owed: number }[] = await this.dataSource.query(
      `select count(*)::int as owed from brokering_step s where ${owedBy(actor, p)}`,
      p.values,
    );
    return row?.owed ?? 0;
  }

  private owed({ actor }: Asker, limit: number): Promise<OwedRow[]> {
    const p = bind();
    return this.dataSource.query(
      `select ${stepJson('s')} as step, s.kind, s.address, r.ref, r.title, r.organisation_id as "requesterId", s.counterpart_id as "counterpartId"
       from brokering_step s join request r on r.id = s.request_id
       where ${owedBy(actor, p)} order by s.due_at, s.subject limit ${p.$(limit)}`,
      p.values,
    );
  }

  private async heard(stream: string) {
    const [row]: { seq: number }[] = await this.dataSource.query('select seq from stream where name = $1', [stream]);
    return { stream, seq: row?.seq ?? 0 };
  }
}

/** SQL twin of `isOwedBy`: the member's own steps, and those of organisations they may take them for. */
export function owedBy(actor: Asker['actor'], p: Bound): string {
  const { id, acts } = readerFacts(actor);
  const focal = actor.affiliations.filter((a) => a.role === 'focal_point').map((a) => a.organisationId);
  return `((s.responsible_kind = 'member' and s.responsible_id = ${p.$(id)})
    or (s.responsible_kind = 'organisation' and s.seat is null and s.responsible_id = any(${p.$(acts)}::text[]))
    or (s.responsible_kind = 'organisation' and s.seat is not null and s.responsible_id = any(${p.$(focal)}::text[])))`;
}

function viewCondition(view: DeskView, { actor, at }: Asker, p: Bound): string {
  switch (view) {
    case 'all':
      return 'true';
    case 'mine':
      return `r.claimed_by = ${p.$(actor.id)}::uuid`;
    case 'triage':
      return `(r.state = 'submitted' and r.claimed_by is null)`;
    case 'needs_info':
      return `r.state = 'needs_info'`;
    case 'silent':
      return `exists (select 1 from brokering_step q where q.request_id = r.id and not q.private and (q.missed_at is not null or q.due_at <= ${p.$(at)}))`;
    case 'expiring':
      return `(r.state = 'published' and r.expires_at < ${p.$(addDays(at, expiringDays))})`;
  }
}

/** Cases by their most urgent step, without those in which the reader's own organisation is a party. */
export function deskSql(asker: Asker, { view, cursor, limit }: Filter) {
  const p = bind();
  const after = decodeCursor(cursor, 2);
  const conditions = [
    'r.next_due_at is not null',
    impartialToRequest(asker.actor, p),
    viewCondition(view, asker, p),
    after && `(r.next_due_at, r.id) > (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)`,
  ].filter(Boolean);
  const sql = `select r.id, r.next_due_at as "nextDueAt", (select b.name from member b where b.id = r.claimed_by) as "brokerName", first.*
    from request r cross join lateral (
      select ${stepJson('s')} as step, s.kind, s.address, s.silent_since as "silentSince" from brokering_step s
      where s.request_id = r.id and not s.private order by s.due_at, s.subject limit 1) first
    where ${conditions.join(' and ')} order by r.next_due_at, r.id limit ${p.$(limit + 1)}`;
  return { sql, values: p.values };
}

function presentDeskItem(row: DeskRow, request: RequestRow, view: View): DeskItem[] {
  const { actor, at, known, locale } = view;
  const step = presentStep(row.step, view, true);
  if (!step) return [];
  const calendar = row.step.kind === 'organisation' ? known.context.calendarOf(row.step.id) : known.context.desk;
  const silentSince = new Date(row.silentSince);
  return [
    {
      ref: request.ref,
      version: request.version,
      kind: request.kind,
      state: request.state,
      title: reading(request.title, locale),
      organisation: known.ref(request.organisationId, locale),
      broker: row.brokerName ? { name: row.brokerName, you: request.claimedBy === actor.id } : null,
      step,
      subject: { kind: row.kind, id: row.address },
      silentSince: silentSince.toISOString(),
      silentDays: workingDaysBetween(silentSince, at, calendar),
      moves: presentMoves('request', requestMovesFor(actor, request as RequestFacts, at), requestForms),
    },
  ];
}

function presentOwed(row: OwedRow, view: View): OwedStep {
  const step = presentStep(row.step, view, true);
  if (!step) throw new Error('a step that is owed is a step');
  const own = readerFacts(view.actor).belongs;
  const other = [row.counterpartId, row.requesterId].find((id) => id !== null && !own.includes(id)) ?? null;
  return {
    step,
    subject: { kind: row.kind, id: row.address },
    request: { ref: row.ref, title: reading(row.title, view.locale) },
    with: row.kind !== 'request' && other ? view.known.ref(other, view.locale) : null,
  };
}
