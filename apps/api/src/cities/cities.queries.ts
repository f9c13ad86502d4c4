import type { CityLine, Place } from '@baraza/contracts/cities';
import type { Citation } from '@baraza/contracts/kernel';
import { countriesOf, type OrganisationKind, type OrganisationType, type Region } from '@baraza/domain/cities';
import type { Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { type Bound, bind } from '../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';

export interface DirectoryFilter {
  readonly theme?: string | undefined;
  readonly region?: Region | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly search?: string | undefined;
}
export interface DirectoryPage extends DirectoryFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface StoredFact {
  readonly kind: 'strength' | 'challenge' | 'lesson';
  readonly text: LocalizedText;
  readonly tags: string[];
  readonly citation: Citation;
}
/** An organisation as it is stored, with its name in one language and what the documents say of it. */
export interface StoredCity {
  readonly slug: string;
  readonly name: string;
  readonly names: Partial<Record<Locale, string>>;
  readonly localName: { readonly lang: string; readonly text: string } | null;
  readonly kind: OrganisationKind;
  readonly type: OrganisationType | null;
  readonly country: string | null;
  readonly adminRegion: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly timeZone: string;
  readonly languages: string[];
  readonly themes: string[];
  readonly population: {
    readonly value: number;
    readonly rural: number | null;
    readonly atLeast: boolean;
    readonly year: number | null;
    readonly citation: Citation;
  } | null;
  readonly placeholder: boolean;
  readonly focalPoint: boolean;
  readonly grounding: LocalizedText | null;
  readonly facts: readonly StoredFact[];
}

const focalPoint = (
  at: string,
): string => `exists (select 1 from affiliation a where a.organisation_id = o.id and a.role = 'focal_point'
  and a.state = 'active' and (a.valid_until is null or a.valid_until > ${at}))`;
/** The name a reader of this language sees, as the index of that language has it. Locales are ours, never the asker's words. */
const nameIn = (locale: Locale): string => `coalesce(o.names ->> '${locale}', o.names ->> 'en')`;

/** The SQL twin of the domain's `matches`, and the search; `kind` apart, because the counts leave it out. */
function narrowed({ theme, region, search }: DirectoryFilter, $: Bound['$']): string {
  const conditions = ['true'];
  if (theme) conditions.push(`o.themes @> array[${$(theme)}]`);
  if (region === 'global') conditions.push(`(o.country is null or o.country <> all(${$(countriesOf(region))}))`);
  else if (region) conditions.push(`o.country = any(${$(countriesOf(region))})`);
  if (search?.trim()) conditions.push(`strpos(o.searched, folded(${$(search.trim())})) > 0`);
  return conditions.join(' and ');
}
const ofKind = (kind: OrganisationKind | undefined, $: Bound['$']): string => (kind ? `o.kind = ${$(kind)}` : 'true');

@Injectable()
export class CitiesQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** One page by name as this language sorts it, the counts by kind under the same filter, and every theme in use. */
  async list({ cursor, limit, ...filter }: DirectoryPage, { locale, at }: Pick<Asker, 'locale' | 'at'>) {
    const { $, values } = bind();
    const where = narrowed(filter, $);
    const after = decodeCursor(cursor, 2);
    const name = `${nameIn(locale)} collate "${locale}-x-icu"`;
    const start = after ? `(${name}, o.slug) > (${$(after[0])}, ${$(after[1])})` : 'true';
    const page = `select o.id, o.slug, ${nameIn(locale)} as name, o.kind, o.country, o.admin_region as "adminRegion", o.themes,
        (select count(*)::int from organisation_fact f where f.organisation_id = o.id and f.kind = 'strength') as strengths,
        (select count(*)::int from organisation_fact f where f.organisation_id = o.id and f.kind = 'challenge') as challenges,
        ${focalPoint(`${$(at)}::timestamptz`)} as "focalPoint"
      from organisation o where ${where} and ${ofKind(filter.kind, $)} and ${start}
      order by ${name}, o.slug limit ${$(limit + 1)}`;
    const [row]: [{ items: CityLine[]; counts: Partial<Record<OrganisationKind, number>>; themes: string[] }] =
      await this.dataSource.query(
        `select
           (select coalesce(json_agg(p), '[]') from (${page}) p) as items,
           (select coalesce(json_object_agg(k.kind, k.n), '{}') from (
             select o.kind, count(*)::int as n from organisation o where ${where} group by o.kind) k) as counts,
           (select coalesce(json_agg(t.theme order by t.theme), '[]') from (
             select distinct unnest(themes) as theme from organisation) t) as themes`,
        [...values],
      );
    const { items, next } = pageFrom(row.items, limit, (line) => [line.name, line.slug]);
    return {
      items,
      next,
      counts: { city: 0, county: 0, region: 0, institution: 0, ...row.counts },
      themes: row.themes,
    };
  }

  places(filter: DirectoryFilter, locale: Locale): Promise<Place[]> {
    const { $, values } = bind();
    return this.dataSource.query(
      `select o.slug, ${nameIn(locale)} as name, o.kind, o.lat, o.lon from organisation o
       where ${narrowed(filter, $)} and ${ofKind(filter.kind, $)} and o.lat is not null and o.lon is not null
       order by o.lon, o.slug limit 1000`,
      [...values],
    );
  }

  async read(slug: string, { locale, at }: Pick<Asker, 'locale' | 'at'>): Promise<StoredCity | undefined> {
    const [city]: StoredCity[] = await this.dataSource.query(
      `select o.slug, ${nameIn(locale)} as name, o.names, o.local_name as "localName", o.kind, o.type, o.country,
         o.admin_region as "adminRegion", o.lat, o.lon, o.time_zone as "timeZone", o.languages, o.themes, o.placeholder, o.grounding,
         o.population || jsonb_build_object('citation', citation(o.population ->> 'source', o.population ->> 'place')) as population,
         ${focalPoint('$2')} as "focalPoint",
         (select coalesce(json_agg(json_build_object('kind', f.kind, 'text', f.text, 'tags', f.tags,
             'citation', citation(f.source_id, f.place)) order by f.kind, f.position), '[]')
           from organisation_fact f where f.organisation_id = o.id) as facts
       from organisation o where o.slug = $1`,
      [slug, at],
    );
    return city;
  }
}
