import type { PartnershipCard, PartnershipView } from '@baraza/contracts/brokering';
import { partnershipPolicy } from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { filesJson } from '../../files/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { bind } from '../../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../../platform/database/cursor.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import {
  idsInPartnership,
  type PartnershipCardJson,
  partnershipCardJson,
  presentPartnershipCard,
} from '../case/cards.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { isOf, organisationsIn, pathJson, stepOf } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { visiblePartnership, visibleRequest } from '../case/visible.ts';
import { partnershipFacts } from './partnership.moves.ts';
import { type PartnershipShape, presentPartnership } from './partnership.presenter.ts';
import { PartnershipPartyRow, PartnershipRow } from './partnership.row.ts';
import { contentsOf } from './partnership-contents.queries.ts';

interface Filter {
  readonly state: readonly string[];
  readonly theme: readonly string[];
  readonly organisation?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class PartnershipsQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  constructor(dataSource: DataSource, organisations: Organisations) {
    this.dataSource = dataSource;
    this.organisations = organisations;
  }

  async read(asker: Asker, ref: string, manager: EntityManager = this.dataSource.manager): Promise<PartnershipView> {
    const p = bind();
    const [shape]: PartnershipShape[] = await manager.query(
      `select s.id, coalesce((select seq from stream where name = 'partnership:' || s.id), 0) as seq,
         ${stepOf('partnership', 's.id')} as step,
         ${filesJson('partnership', 's.id')} as files,
         ${pathJson(`'partnership:' || s.id`)} as path,
         (select json_build_object('ref', r.ref, 'title', r.title, 'expected', r.expected_outcomes)
           from request r where r.id = s.request_id and ${visibleRequest(asker.actor, p)}) as request
       from partnership s where s.ref = ${p.$(ref)} and ${visiblePartnership(asker.actor, p)}`,
      p.values,
    );
    if (!shape) throw notFound();
    const row = await manager.findOneByOrFail(PartnershipRow, { id: shape.id });
    const parties = await manager.find(PartnershipPartyRow, {
      where: { partnershipId: row.id },
      order: { position: 'ASC' },
    });
    const file = { row, parties };
    const inside = can(partnershipPolicy, asker.actor, 'readFile', partnershipFacts(file));
    const contents = await contentsOf(manager, row.id, inside);
    const known = await this.organisations.know(
      [
        ...parties.map((party) => party.organisationId),
        ...organisationsIn(shape.step),
        ...shape.path.map((step) => step.onBehalfOf),
        ...contents.organisationIds,
      ],
      manager,
    );
    const view = { ...asker, known };
    return presentPartnership(file, shape, contents.present(file, view), view);
  }

  async list(asker: Asker, filter: Filter): Promise<{ items: PartnershipCard[]; next: string | null }> {
    const p = bind();
    const after = decodeCursor(filter.cursor, 2);
    const conditions = [
      visiblePartnership(asker.actor, p),
      filter.state.length > 0 && `s.state = any(${p.$(filter.state)}::text[])`,
      filter.theme.length > 0 && `s.themes && ${p.$(filter.theme)}::text[]`,
      filter.organisation &&
        `s.id in (select pp.partnership_id from partnership_party pp join organisation o on o.id = pp.organisation_id where o.slug = ${p.$(filter.organisation)})`,
      after && `(s.created_at, s.id) < (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)`,
    ].filter(Boolean);
    const rows: { id: string; createdAt: Date; card: PartnershipCardJson }[] = await this.dataSource.query(
      `select s.id, s.created_at as "createdAt", ${partnershipCardJson()} as card from partnership s
       where ${conditions.join(' and ')} order by s.created_at desc, s.id desc limit ${p.$(filter.limit + 1)}`,
      p.values,
    );
    const page = pageFrom(rows, filter.limit, (row) => [row.createdAt.toISOString(), row.id]);
    const cards = page.items.map((row) => row.card);
    const known = await this.organisations.know(cards.flatMap(idsInPartnership));
    const items = cards.map((card) =>
      presentPartnershipCard(card, { ...asker, known }, isOf(asker.actor, card.organisationIds)),
    );
    return { items, next: page.next };
  }

  async ofReader(asker: Asker, limit: number): Promise<PartnershipCardJson[]> {
    const { belongs } = readerFacts(asker.actor);
    const rows: { card: PartnershipCardJson }[] = await this.dataSource.query(
      `select ${partnershipCardJson()} as card from partnership s
       where s.id in (select partnership_id from partnership_party where organisation_id = any($1::uuid[])) order by s.created_at desc, s.id desc limit $2`,
      [belongs, limit],
    );
    return rows.map((row) => row.card);
  }
}
