import type { OrganisationKind } from '@baraza/domain/cities';
import type { Locale } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { demoPlaces } from './cities.demo-places.ts';

interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly language: string;
}
interface Said {
  readonly text: string;
  readonly tags?: readonly string[];
  readonly source: string;
  readonly place: string;
}
interface City {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly names: Readonly<Record<Locale, string>> & {
    readonly local: { readonly lang: string; readonly text: string };
  };
  readonly country: string;
  readonly adminRegion: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly population: {
    readonly value: number;
    readonly rural: number | null;
    readonly qualifier?: string;
    readonly year: number | null;
    readonly source: string;
    readonly place: string;
  } | null;
  readonly grounding: string;
  readonly placeholder: boolean;
  readonly strengths: readonly Said[];
  readonly challenges: readonly Said[];
  readonly lessons: readonly Said[];
}

/** The documents everything else cites, and the directory. First of all steps: other rooms' rows point here. */
export const citiesDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  await db.query(
    `insert into source (id, title, publisher, date, language)
     select id, title, publisher, date, language from json_to_recordset($1) as s(id text, title text, publisher text, date text, language text)`,
    [JSON.stringify(readContent<Source[]>('sources'))],
  );
  const cities = readContent<City[]>('cities');
  await db.query(
    `insert into organisation (id, slug, kind, type, names, local_name, country, admin_region, lat, lon, time_zone, population, languages, themes, placeholder, grounding)
     select id, slug, kind, type, names, local_name, country, admin_region, lat, lon, time_zone, population, languages, themes, placeholder, grounding
     from json_populate_recordset(null::organisation, $1)`,
    [JSON.stringify(cities.map(rowOf))],
  );
  await db.query(`insert into organisation_fact select * from json_populate_recordset(null::organisation_fact, $1)`, [
    JSON.stringify(cities.flatMap(factsOf)),
  ]);
};

function rowOf(city: City) {
  const { local, ...names } = city.names;
  const [type, timeZone, languages] = demoPlaces[city.id] ?? [];
  const { qualifier, ...population } = city.population ?? {};
  return {
    id: demoId('organisation', city.id),
    slug: city.id,
    kind: city.kind,
    type,
    names,
    local_name: local,
    country: city.country,
    admin_region: city.adminRegion,
    lat: city.lat,
    lon: city.lon,
    time_zone: timeZone,
    population: city.population && { ...population, atLeast: qualifier === 'more than' },
    languages,
    themes: [...new Set([...city.strengths, ...city.challenges].flatMap(({ tags = [] }) => tags))],
    placeholder: city.placeholder,
    grounding: written('en', city.grounding),
  };
}

const factsOf = (city: City) =>
  (
    [
      ['strength', city.strengths],
      ['challenge', city.challenges],
      ['lesson', city.lessons],
    ] as const
  ).flatMap(([kind, said]) =>
    said.map(({ text, tags = [], source, place }, position) => ({
      organisation_id: demoId('organisation', city.id),
      kind,
      position,
      tags,
      text: written('en', text),
      source_id: source,
      place,
    })),
  );
