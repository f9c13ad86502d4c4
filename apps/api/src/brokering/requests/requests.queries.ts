import type { RequestCard, RequestFacets, RequestView } from '@baraza/contracts/brokering';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { pageFrom } from '../../platform/database/cursor.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { idsInMatch, idsInPartnership } from '../case/cards.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { organisationsIn } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { ExpressionsQueries } from '../expressions/expressions.queries.ts';
import { type CardRow, presentCard, presentRequest, type RequestShape } from './request.presenter.ts';
import { cardColumns, facetsSql, listSql, type RequestFilter, requestSql } from './requests.sql.ts';

type Db = Pick<EntityManager, 'query'>;

@Injectable()
export class RequestsQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  private readonly expressions: ExpressionsQueries;
  constructor(dataSource: DataSource, organisations: Organisations, expressions: ExpressionsQueries) {
    this.dataSource = dataSource;
    this.organisations = organisations;
    this.expressions = expressions;
  }

  /** The page of a request: one statement, and a second one for the expressions a member may see. */
  async read(asker: Asker, ref: string, db: Db = this.dataSource): Promise<RequestView> {
    const { sql, values } = requestSql(asker, ref);
    const [shape]: RequestShape[] = await db.query(sql, values);
    if (!shape) throw notFound();
    const known = await this.organisations.know(
      [
        shape.organisationId,
        ...readerFacts(asker.actor).acts,
        ...shape.path.map((step) => step.onBehalfOf),
        ...organisationsIn(shape.step),
        ...shape.questions.flatMap((question) => [question.organisationId, ...organisationsIn(question.step)]),
        ...shape.matches.flatMap(idsInMatch),
        shape.addressedTo,
        ...(shape.file?.screenings ?? []).map(({ organisationId }) => organisationId),
        ...shape.partnerships.flatMap(idsInPartnership),
      ],
      db,
    );
    const view = { ...asker, known };
    const expressions = asker.actor.id ? await this.expressions.newestOf(asker, shape, known, db) : [];
    return presentRequest(shape, expressions, view);
  }

  async list(asker: Asker, filter: RequestFilter): Promise<{ items: RequestCard[]; next: string | null }> {
    const { sql, values } = listSql(asker, filter);
    const rows: CardRow[] = await this.dataSource.query(sql, values);
    const page = pageFrom(rows, filter.limit, (row) => [(row.publishedAt as Date).toISOString(), row.id]);
    return { items: await this.cards(asker, page.items), next: page.next };
  }

  async facets(asker: Asker, filter: RequestFilter): Promise<RequestFacets> {
    const { sql, values } = facetsSql(asker, filter);
    const [found]: [RequestFacets] = await this.dataSource.query(sql, [...values]);
    return found;
  }

  /** Requests of the organisations the reader acts for, and those they wrote, whatever their state. */
  async ofReader(asker: Asker, limit: number): Promise<RequestCard[]> {
    const { acts, belongs, id } = readerFacts(asker.actor);
    const rows: CardRow[] = await this.dataSource.query(
      `select ${cardColumns} from request r left join brokering_step s on s.subject = 'request:' || r.id
       where r.organisation_id = any($1::uuid[]) or r.author_id = $2 and r.organisation_id = any($3::uuid[]) order by r.created_at desc, r.id desc limit $4`,
      [acts, id, belongs, limit],
    );
    return this.cards(asker, rows);
  }

  private async cards(asker: Asker, rows: readonly CardRow[]): Promise<RequestCard[]> {
    const known = await this.organisations.know(
      rows.flatMap((row) => [row.organisationId, ...organisationsIn(row.step)]),
    );
    return rows.map((row) => presentCard(row, { ...asker, known }));
  }
}
