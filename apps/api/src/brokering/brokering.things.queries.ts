import { answerableStates, signedOutcomeStates } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, type Line, lineOf, type StoredLine, sharing, type Wanted } from '../platform/finders.ts';
import { type Described, Things } from '../platform/things.ts';
import { type CircleSides, circleNote } from './case/circle-note.ts';
import { either, readerFacts } from './case/reader.ts';
import {
  impartialToRequest,
  visibleClarification,
  visibleExpression,
  visibleMatch,
  visiblePartnership,
  visibleRequest,
} from './case/visible.ts';

const nameOf = (alias: string, locale: string): string =>
  `coalesce(${alias}.names ->> ${locale}, ${alias}.names ->> 'en')`;
/** A draft may still be without a title; then it is called by its number. */
const titleOf = (locale: string): string => `case when r.title is not null then text_in(r.title, ${locale})
  else jsonb_build_object('sourceLocale', 'en', 'sourceText', r.ref, 'sourceHash', '', 'variants', '[]'::jsonb) end`;

/** Requests, expressions, matches, partnerships and results as other rooms speak of them. */
@Injectable()
export class BrokeringThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('request', (ids, asker) => this.requests({ ids, limit: ids.length }, asker));
    things.describe('clarification', (ids, asker) => this.clarifications(ids, asker));
    things.describe('expression', (ids, asker) => this.expressions(ids, asker));
    things.describe('match', (ids, asker) => this.matches(ids, asker));
    things.describe('partnership', (ids, asker) => this.partnerships({ ids, limit: ids.length }, asker));
    things.describe('outcome', (ids, asker) => this.outcomes(ids, asker));
    finders.offer('request', (wanted, asker) => this.requests(wanted, asker));
    finders.offer('partnership', (wanted, asker) => this.partnerships(wanted, asker));
  }

  private async requests(
    { ids, words = [], some = [], near, limit }: Wanted,
    { actor, locale }: Asker,
  ): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const where = [visibleRequest(actor, bound)];
    if (ids) where.push(`r.id = any (${$(ids)}::uuid[])`);
    else if (words.length > 0) where.push(holding('r.searched', words, bound));
    else if (some.length === 0)
      where.push('r.published_at is not null', `r.state = any (${$(answerableStates)}::text[])`);
    if (near) {
      const { belongs, clusters } = readerFacts(actor);
      const own = `${$(belongs)}::uuid[]`;
      where.push(`r.organisation_id <> all (${own})`);
      where.push(`(r.cluster_id = any (${$(clusters)}::uuid[])
        or exists (select 1 from organisation mine where mine.id = any (${own}) and mine.themes && r.themes))`);
    }
    const reader = $(locale);
    const shared = some.length > 0 ? sharing('r.searched', some, bound) : null;
    if (shared) where.push(shared.any);
    const newest = ids || shared || words.length > 0 ? 'r.published_at desc nulls last' : 'r.published_at desc';
    const rows: StoredLine[] = await this.dataSource.query(
      `select r.id, ${titleOf(reader)} as title, '/requests/' || r.ref as href, coalesce(r.published_at, r.created_at) as at,
         r.kind as form, r.state, r.ref, ${nameOf('o', reader)} as by, ${nameOf('c', reader)} as where, null as count${shared ? `, ${shared.hits} as hits` : ''}
       from request r join organisation o on o.id = r.organisation_id left join cluster c on c.id = r.cluster_id
       where ${where.join(' and ')} order by ${shared ? 'hits desc, ' : ''}${newest}, r.id desc limit ${$(limit)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('request', row, locale));
  }

  private async partnerships({ ids, words = [], limit }: Wanted, { actor, locale }: Asker): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const where = [visiblePartnership(actor, bound)];
    if (ids) where.push(`s.id = any (${$(ids)}::uuid[])`);
    if (words.length > 0)
      where.push(
        holding(
          `folded(s.ref || ' ' || (s.title ->> 'sourceText') || ' ' || (s.title -> 'variants')::text)`,
          words,
          bound,
        ),
      );
    const reader = $(locale);
    const rows: StoredLine[] = await this.dataSource.query(
      `select s.id, text_in(s.title, ${reader}) as title, '/partnerships/' || s.ref as href, coalesce(s.agreed_at, s.created_at) as at,
         null as form, s.state, s.ref, (select string_agg(${nameOf('o', reader)}, ' · ' order by pp.position)
           from partnership_party pp join organisation o on o.id = pp.organisation_id where pp.partnership_id = s.id) as by,
         null as where, null as count
       from partnership s where ${where.join(' and ')} order by s.created_at desc, s.id desc limit ${$(limit)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('partnership', row, locale));
  }

  /** What hangs on a request is called what the request is called. */
  private async expressions(ids: readonly string[], { actor, locale }: Asker): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const reader = $(locale);
    const rows: StoredLine[] = await this.dataSource.query(
      `select e.id, ${titleOf(reader)} as title, '/expressions/' || e.id as href, e.created_at as at, null as form, e.state, r.ref,
         ${nameOf('o', reader)} as by, null as where, null as count
       from expression e join request r on r.id = e.request_id join organisation o on o.id = e.organisation_id
       where e.id = any (${$(ids)}::uuid[]) and ${visibleExpression(actor, bound)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('expression', row, locale));
  }

  /** What was asked stays the asker’s own when the request is gone: then there is no page to lead to. */
  private async clarifications(ids: readonly string[], { actor, locale }: Asker): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const reader = $(locale);
    const own = $(readerFacts(actor).belongs);
    // Those who ask do not see one another, not even as brokers.
    const inside = either([
      impartialToRequest(actor, bound),
      `q.organisation_id = any(${own}::uuid[])`,
      `r.organisation_id = any(${own}::uuid[])`,
    ]);
    const rows: StoredLine[] = await this.dataSource.query(
      `select q.id, ${titleOf(reader)} as title, case when ${visibleRequest(actor, bound)} then '/requests/' || r.ref || '#questions' else '/inbox' end as href, q.created_at as at, null as form, q.state, r.ref,
         case when ${inside} then ${nameOf('o', reader)} end as by, null as where, null as count
       from clarification q join request r on r.id = q.request_id join organisation o on o.id = q.organisation_id
       where q.id = any (${$(ids)}::uuid[]) and ${visibleClarification(actor, bound)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('clarification', row, locale));
  }

  private async matches(ids: readonly string[], { actor, locale }: Asker): Promise<Described[]> {
    const bound = bind();
    const { $ } = bound;
    const reader = $(locale);
    const rows: (StoredLine & CircleSides)[] = await this.dataSource.query(
      `select m.id, ${titleOf(reader)} as title, '/matches/' || m.id as href, m.created_at as at, null as form, m.state, r.ref,
         json_build_object('id', r.id, 'organisationId', r.organisation_id, 'kind', r.kind) as request,
         (select json_agg(json_build_object('organisationId', mp.organisation_id, 'name', ${nameOf('o', reader)}) order by mp.position)
           from match_party mp join organisation o on o.id = mp.organisation_id where mp.match_id = m.id) as parties,
         coalesce((select json_agg(json_build_object('id', a.id, 'organisationId', a.organisation_id) order by x.position)
           from ring_request x join request a on a.id = x.request_id where x.match_id = m.id), '[]') as "alsoAnswers",
         (select string_agg(${nameOf('o', reader)}, ' · ' order by mp.position) from match_party mp
           join organisation o on o.id = mp.organisation_id where mp.match_id = m.id) as by, null as where, null as count
       from match m join request r on r.id = m.request_id
       where m.id = any (${$(ids)}::uuid[]) and ${visibleMatch(actor, bound)}`,
      [...bound.values],
    );
    return rows.map(({ request, parties, alsoAnswers, ...row }) => ({
      ...lineOf('match', row, locale),
      note: circleNote(actor, locale, { request, parties, alsoAnswers }),
    }));
  }

  /** What came of a partnership, once two sides stand behind it. */
  private async outcomes(ids: readonly string[], { actor, locale }: Asker): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const reader = $(locale);
    const rows: StoredLine[] = await this.dataSource.query(
      `select f.id, text_in(f.indicator, ${reader}) as title, '/partnerships/' || s.ref || '#outcome-' || f.id as href,
         f.countersigned_at as at, null as form, f.state, s.ref, ${nameOf('o', reader)} as by, null as where, null as count
       from outcome f join partnership s on s.id = f.partnership_id join organisation o on o.id = f.claimant_id
       where f.id = any (${$(ids)}::uuid[]) and f.state = any (${$(signedOutcomeStates)}::text[])
         and ${visiblePartnership(actor, bound)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('outcome', row, locale));
  }
}
