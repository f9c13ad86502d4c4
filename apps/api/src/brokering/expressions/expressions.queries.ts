import type { ExpressionView, Message } from '@baraza/contracts/brokering';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { filesJson } from '../../files/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../../platform/database/cursor.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type ExpressionCardJson, expressionCardJson } from '../case/cards.ts';
import { messagesOf } from '../case/messages.queries.ts';
import { type Known, Organisations } from '../case/organisations.queries.ts';
import { organisationsIn, presentMessage, stepOf } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { visibleExpression, visibleRequest } from '../case/visible.ts';
import { RequestRow } from '../requests/request.row.ts';
import { type Answered, type ExpressionShape, messagesShown, presentExpression } from './expression.presenter.ts';

type Db = Pick<EntityManager, 'query'>;
const columns = `e.id, e.version, e.state, e.state_since as "stateSince", e.last_activity_at as "lastActivityAt", e.end_reason as "endReason",
  e.ended_by as "endedBy", e.ended_at as "endedAt", e.end_note as "endNote", e.created_at as "createdAt", e.request_id as "requestId",
  e.organisation_id as "organisationId", e.author_id as "authorId", e.locale, e.message, e.we_bring as "weBring", e.conditions,
  e.earliest_start::text as "earliestStart", e.languages, e.covers, e.sent_at as "sentAt", e.accepted_by as "acceptedBy",
  coalesce((select seq from stream where name = 'expression:' || e.id), 0) as seq,
  ${stepOf('expression', 'e.id')} as step,
  (select m.id from match m where m.expression_id = e.id) as "matchId",
  ${filesJson('expression', 'e.id')} as files,
  coalesce((select json_agg(last order by last.seq desc) from (
    select t.id, t.author_id as "authorId", a.name as author, t.organisation_id as "organisationId", t.text, t.at, t.seq
    from brokering_message t join member a on a.id = t.author_id where t.expression_id = e.id order by t.seq desc limit ${messagesShown + 1}) last), '[]') as messages`;

const embedded = 20;

@Injectable()
export class ExpressionsQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  constructor(dataSource: DataSource, organisations: Organisations) {
    this.dataSource = dataSource;
    this.organisations = organisations;
  }

  async read(asker: Asker, id: string, manager: EntityManager = this.dataSource.manager): Promise<ExpressionView> {
    const p = bind();
    const [shape]: ExpressionShape[] = await manager.query(
      `select ${columns} from expression e join request r on r.id = e.request_id
       where e.id = ${p.$(id)} and ${visibleExpression(asker.actor, p)}`,
      p.values,
    );
    if (!shape) throw notFound();
    const request = await manager.findOneByOrFail(RequestRow, { id: shape.requestId });
    const [view] = await this.present(asker, request, [shape], await this.organisations.know([], manager));
    return view as ExpressionView;
  }

  /** The newest that the reader may see, for the page of the request. */
  async newestOf(asker: Asker, request: Answered, known: Known, db: Db): Promise<ExpressionView[]> {
    const { sql, values } = pageSql(asker, request.id, embedded, undefined);
    const rows: ExpressionShape[] = await db.query(sql, values);
    return this.present(asker, request, rows.slice(0, embedded), known);
  }

  async page(asker: Asker, ref: string, limit: number, cursor: string | undefined) {
    const p = bind();
    const [visible]: { id: string }[] = await this.dataSource.query(
      `select r.id from request r where r.ref = ${p.$(ref)} and ${visibleRequest(asker.actor, p)}`,
      p.values,
    );
    if (!visible) throw notFound();
    const request = await this.dataSource.manager.findOneByOrFail(RequestRow, { id: visible.id });
    const { sql, values } = pageSql(asker, request.id, limit, cursor);
    const rows: ExpressionShape[] = await this.dataSource.query(sql, values);
    const page = pageFrom(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
    return {
      items: await this.present(asker, request, page.items, await this.organisations.know()),
      next: page.next,
    };
  }

  /** What the two sides wrote before they were introduced. */
  async messages(asker: Asker, id: string, limit: number, cursor: string | undefined) {
    const p = bind();
    const visible: unknown[] = await this.dataSource.query(
      `select 1 from expression e join request r on r.id = e.request_id
       where e.id = ${p.$(id)} and ${visibleExpression(asker.actor, p)}`,
      p.values,
    );
    if (visible.length === 0) throw notFound();
    const page = await messagesOf(this.dataSource.manager, 'expression', id, limit, cursor);
    const known = await this.organisations.know(page.items.map((message) => message.organisationId));
    const items: Message[] = page.items.map((message) => presentMessage(message, { ...asker, known }, false));
    return { items, next: page.next };
  }

  /** Those that the reader or theirs have sent or are writing. */
  async ofReader(asker: Asker, limit: number): Promise<ExpressionCardJson[]> {
    const { acts, belongs, id } = readerFacts(asker.actor);
    const rows: { card: ExpressionCardJson }[] = await this.dataSource.query(
      `select ${expressionCardJson()} as card from expression e join request r on r.id = e.request_id
       where e.organisation_id = any($1::uuid[]) or e.author_id = $2 and e.organisation_id = any($3::uuid[]) order by e.created_at desc, e.id desc limit $4`,
      [acts, id, belongs, limit],
    );
    return rows.map((row) => row.card);
  }

  private async present(
    asker: Asker,
    request: Answered,
    rows: readonly ExpressionShape[],
    known: Known,
  ): Promise<ExpressionView[]> {
    await known.learn([
      request.organisationId,
      ...rows.flatMap((row) => [
        row.organisationId,
        ...organisationsIn(row.step),
        ...row.messages.map((message) => message.organisationId),
      ]),
    ]);
    return rows.map((row) => presentExpression(row, request, { ...asker, known }));
  }
}

function pageSql({ actor }: Asker, requestId: string, limit: number, cursor: string | undefined) {
  const p = bind();
  const after = decodeCursor(cursor, 2);
  const sql = `select ${columns} from expression e join request r on r.id = e.request_id
    where e.request_id = ${p.$(requestId)} and ${visibleExpression(actor, p)}
    ${after ? `and (e.created_at, e.id) < (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)` : ''}
    order by e.created_at desc, e.id desc limit ${p.$(limit + 1)}`;
  return { sql, values: p.values };
}
