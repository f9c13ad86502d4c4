import type { Offering } from '@baraza/contracts/brokering';
import { finalRequestStates, mayOffer } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { refs } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';

/** Who of the reader's organisations may offer another one something that it did not ask for. */
@Injectable()
export class OfferingQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  constructor(dataSource: DataSource, organisations: Organisations) {
    this.dataSource = dataSource;
    this.organisations = organisations;
  }

  async of(asker: Asker, slug: string): Promise<Offering> {
    const { actor, locale } = asker;
    const { acts } = readerFacts(actor);
    const [found]: { id: string; offers: { from: string; to: string }[] }[] = await this.dataSource.query(
      `select o.id, coalesce((select json_agg(json_build_object('from', r.organisation_id, 'to', r.addressed_to)) from request r
         where r.organisation_id = any($2::uuid[]) and r.addressed_to is not null and r.state <> all ($3::text[])), '[]') as offers
       from organisation o where o.slug = $1`,
      [slug, acts, finalRequestStates],
    );
    if (!found) throw notFound();
    const { id: organisationId, offers } = found;
    const known = await this.organisations.know([organisationId, ...acts]);
    const may = (from: string): boolean => {
      const open = offers.flatMap((offer) => (offer.from === from ? [offer.to] : []));
      return mayOffer(from, { organisationId, open }, actor, known.context);
    };
    const view = { ...asker, known };
    return { organisation: known.ref(organisationId, locale), offerAs: refs(acts.filter(may), view) };
  }
}
