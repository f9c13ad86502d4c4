import { Refusal } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bind } from '../../platform/database/bind.ts';
import { holding } from '../../platform/finders.ts';

/** An organisation as somebody names it. */
interface Named {
  readonly organisationId?: string | undefined;
  readonly organisation?: string | undefined;
}
export type Chosen<N extends Named> = Omit<N, keyof Named> & { readonly organisationId: string };

const shown = 5;

/** Which organisation is meant: any of the network, by its name in any language, with or without accents. */
@Injectable()
export class NamedOrganisations {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** `at`: where in the form it stands, so that the refusal stands there too. */
  async choose<N extends Named>(
    { organisationId, organisation, ...rest }: N,
    locale: string,
    at = '',
  ): Promise<Chosen<N>> {
    return {
      ...rest,
      organisationId: organisationId ?? (await this.idOf(organisation ?? '', locale, `${at}organisation`)),
    };
  }

  private async idOf(name: string, locale: string, path: string): Promise<string> {
    if (name === '') throw new Refusal('unmet-condition', 'brokering.refuse.organisationMissing', {}, path);
    const p = bind();
    const found: { id: string; name: string; same: boolean }[] = await this.dataSource.query(
      `select o.id, coalesce(o.names ->> ${p.$(locale)}, o.names ->> 'en', o.slug) as name,
         exists (select 1 from jsonb_each_text(o.names) n where folded(n.value) = folded(${p.$(name)}))
           or coalesce(folded(o.local_name ->> 'text') = folded(${p.$(name)}), false) as same
       from organisation o where ${holding('o.searched', [name], p)} order by same desc, name, o.id limit ${p.$(shown + 1)}`,
      [...p.values],
    );
    const same = found.filter((one) => one.same);
    if (same.length === 1 && same[0]) return same[0].id;
    if (found.length === 0) throw new Refusal('unmet-condition', 'brokering.refuse.noSuchOrganisation', { name }, path);
    const names = (same.length > 1 ? same : found).slice(0, shown).map((one) => one.name);
    throw new Refusal('unmet-condition', 'brokering.refuse.whichOrganisation', { names: names.join(' · ') }, path);
  }
}
