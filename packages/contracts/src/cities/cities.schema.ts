import { organisationKinds, organisationTypes, regions } from '@baraza/domain/cities';
import { z } from 'zod';
import { Citation, Id, Locale, Reading, Slug } from '../kernel/index.ts';

export const OrganisationKind = z.enum(organisationKinds).meta({ id: 'OrganisationKind' });
export const Region = z.enum(regions).meta({ id: 'Region' });

/** What the directory is narrowed to. `search` is found in a name in any language, accents or not. */
export const CityFilter = {
  theme: z.string().max(60).optional(),
  region: Region.optional(),
  kind: OrganisationKind.optional(),
  search: z.string().max(80).optional(),
};

export const CityLine = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    kind: OrganisationKind,
    country: z.string().nullable(),
    adminRegion: z.string().nullable(),
    themes: z.array(z.string()),
    strengths: z.int(),
    challenges: z.int(),
    focalPoint: z.boolean().describe('Somebody verified answers for it here'),
  })
  .meta({ id: 'CityLine' });
export type CityLine = z.output<typeof CityLine>;

export const Place = z
  .object({ slug: Slug, name: z.string(), kind: OrganisationKind, lat: z.number(), lon: z.number() })
  .meta({ id: 'Place' });
export type Place = z.output<typeof Place>;

/** A strength, a challenge or a lesson, with where it was said. */
export const CityFact = z
  .object({ text: Reading, tags: z.array(z.string()), citation: Citation })
  .meta({ id: 'CityFact' });
export type CityFact = z.output<typeof CityFact>;

export const CityView = z
  .object({
    slug: Slug,
    name: z.string(),
    names: z.partialRecord(Locale, z.string()),
    localName: z.object({ lang: z.string(), text: z.string() }).nullable(),
    kind: OrganisationKind,
    type: z.enum(organisationTypes).nullable(),
    country: z.string().nullable(),
    adminRegion: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    timeZone: z.string(),
    languages: z.array(z.string()),
    themes: z.array(z.string()),
    population: z
      .object({
        value: z.number(),
        rural: z.number().nullable(),
        atLeast: z.boolean(),
        year: z.int().nullable(),
        citation: Citation,
      })
      .nullable(),
    placeholder: z.boolean().describe('Entered from documents; nobody has been verified to speak for it yet'),
    focalPoint: z.boolean(),
    grounding: Reading.nullable().describe('Why it stands in the directory'),
    strengths: z.array(CityFact),
    challenges: z.array(CityFact),
    lessons: z.array(CityFact),
  })
  .meta({ id: 'CityView' });
export type CityView = z.output<typeof CityView>;
