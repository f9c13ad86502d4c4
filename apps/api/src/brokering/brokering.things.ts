import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { Finders, holding, lineOf, type StoredLine, type Wanted } from '../platform/finders.ts';
import { type Described, Things } from '../platform/things.ts';
import { Params } from './case/reader.ts';
import { visibleExpression, visibleMatch, visiblePartnership, visibleRequest } from './case/visible.ts';

type Stored = Pick<Described, 'id' | 'href' | 'at'> & { readonly title: LocalizedText };
const described = (row: Stored, { locale }: Asker): Described =>
  lineOf('', { ...row, form: null, state: null, ref: null, by: null, where: null, count: null }, locale);

/** What can be answered, and what only was: lists show the former. */
const open = `r.state in ('published', 'in_matching', 'in_partnering')`;
/** A draft may still be without a title; then it is called by its number. */
const title = `coalesce(r.title, jsonb_build_object('sourceLocale', 'en', 'sourceText', r.ref, 'sourceHash', '', 'variants', '[]'::jsonb))`;

/** Requests and what hangs on them as other rooms speak of them. */
@Injectable()
export class BrokeringThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('request', (ids, asker) => this.requests({ ids, limit: ids.length }, asker));
    things.describe('expression', (ids, asker) => this.expressions(ids, asker));
    things.describe('match', (ids, asker) => this.matches(ids, asker));
    things.describe('partnership', (ids, asker) => this.partnerships(ids, asker));
    finders.offer('request', (wanted, asker) => this.requests(wanted, asker));
  }

  private async requests({ ids, words = [], near, limit }: Wanted, { actor, locale }: Asker) {
    const p = new Params();
    const where = [visibleRequest(actor, p)];
    if (ids) where.push(`r.id = any (${p.of(ids)}::uuid[])`);
    else if (words.length === 0) where.push(open);
    if (words.length > 0) where.push(holding('r.searched', words, { $: (value) => p.of(value) }));
    if (near) {
      const mine = p.of(actor.affiliations.map((a) => a.organisationId));
      where.push(`not r.organisation_id = any (${mine}::uuid[])
        and (r.cluster_id = any (${p.of(actor.clusterIds)}::uuid[])
          or r.themes && array(select unnest(o.themes) from organisation o where o.id = any (${mine}::uuid[])))`);
    }
    const rows: StoredLine[] = await this.dataSource.query(
      `select r.id, ${title} as title, '/requests/' || r.ref as href, coalesce(r.published_at, r.created_at) as at,
         r.kind as form, r.state, r.ref, coalesce(o.names ->> ${p.of(locale)}, o.names ->> 'en') as by, null as where, null as count
       from request r join organisation o on o.id = r.organisation_id
       where ${where.join(' and ')} order by ${ids || words.length > 0 ? 'coalesce(r.published_at, r.created_at)' : 'r.published_at'} desc, r.id desc limit ${p.of(limit)}`,
      p.values,
    );
    return rows.map((row) => lineOf('request', row, locale));
  }

  private async expressions(ids: readonly string[], asker: Asker) {
    const p = new Params();
    const rows: Stored[] = await this.dataSource.query(
      `select e.id, ${title} as title, '/expressions/' || e.id as href, e.created_at as at
       from expression e join request r on r.id = e.request_id
       where e.id = any (${p.of(ids)}::uuid[]) and ${visibleExpression(asker.actor, p)}`,
      p.values,
    );
    return rows.map((row) => described(row, asker));
  }

  private async matches(ids: readonly string[], asker: Asker) {
    const p = new Params();
    const rows: Stored[] = await this.dataSource.query(
      `select m.id, ${title} as title, '/matches/' || m.id as href, m.created_at as at
       from match m join request r on r.id = m.request_id
       where m.id = any (${p.of(ids)}::uuid[]) and ${visibleMatch(asker.actor, p)}`,
      p.values,
    );
    return rows.map((row) => described(row, asker));
  }

  private async partnerships(ids: readonly string[], asker: Asker) {
    const p = new Params();
    const rows: Stored[] = await this.dataSource.query(
      `select s.id, s.title, '/partnerships/' || s.ref as href, s.created_at as at
       from partnership s where s.id = any (${p.of(ids)}::uuid[]) and ${visiblePartnership(asker.actor, p)}`,
      p.values,
    );
    return rows.map((row) => described(row, asker));
  }
}
