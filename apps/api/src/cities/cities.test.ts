import { countriesOf, matches, type OrganisationKind, type Region, regions } from '@baraza/domain/cities';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { type House, openHouse, testSettings } from '../../test/harness.ts';
import { asSystem } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { citiesDemo } from './cities.demo.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await citiesDemo(house.app, testSettings);
});
afterAll(() => house.close());

const everyone = async (query: object = {}, locale = 'en') => {
  const api = house.visitor({ 'accept-language': locale });
  const slugs: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await api.cities.list({ query: { ...query, limit: 7, ...(cursor && { cursor }) } });
    slugs.push(...items.map(({ slug }) => slug));
    if (next === null) return slugs;
    cursor = next;
  }
};

describe('the directory', () => {
  it('holds the 47 organisations of the documents, counted by kind, each page following the last', async () => {
    const { counts, themes } = await house.visitor().cities.list({ query: {} });
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(47);
    expect(themes).toContain('ports');
    const slugs = await everyone();
    expect(slugs).toHaveLength(47);
    expect(new Set(slugs).size).toBe(47);
  });

  it.each(['en', 'fr', 'es', 'pt', 'ru', 'ar', 'zh'])('is sorted as a reader of %s expects', async (locale) => {
    const { items } = await house.visitor({ 'accept-language': locale }).cities.list({ query: { limit: 100 } });
    const names = items.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
    expect(await everyone({}, locale)).toEqual(items.map(({ slug }) => slug));
  });

  it('is narrowed exactly as the domain says', async () => {
    const rows = await house.db<{ slug: string; kind: OrganisationKind; country: string | null; themes: string[] }>(
      'select slug, kind, country, themes from organisation',
    );
    const filters = fc.record({
      theme: fc.constantFrom(null, 'ports', 'customs', 'payments', 'no-such-theme'),
      region: fc.constantFrom<Region | null>(null, ...regions),
      kind: fc.constantFrom<OrganisationKind | null>(null, 'city', 'county', 'region', 'institution'),
    });
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
        const wanted = rows.filter((row) => matches(filter, row)).map(({ slug }) => slug);
        expect((await everyone(query)).sort()).toEqual(wanted.sort());
        const { places } = await house.visitor().cities.places({ query });
        expect(places.map(({ slug }) => slug).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('gives every country to one region', () => {
    const all = regions.filter((region) => region !== 'global').flatMap(countriesOf);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(countriesOf('global'))).toEqual(new Set(all));
  });

  it.each([
    ['kolkata', 'kolkata'],
    ['Калькутта', 'kolkata'],
    ['加尔各答', 'kolkata'],
    ['কলকাতা', 'kolkata'],
    ['calcuta', 'kolkata'],
    ['quenia', 'kenya-focal'],
    ['QUÊNIA', 'kenya-focal'],
    ['هانغتشو', 'hangzhou'],
  ])('finds %s in whatever language and without its accents', async (search, slug) => {
    expect(await everyone({ search })).toContain(slug);
  });

  it('takes hostile words for what they are', async () => {
    expect(await everyone({ search: `%' or 1=1 --` })).toEqual([]);
    expect(await everyone({ search: '%' })).toEqual([]);
    const { items } = await house.visitor().cities.list({ query: { cursor: 'W10', limit: 1 } });
    expect(items).toHaveLength(1);
    await expect(house.visitor().cities.list({ query: { search: '\0' } })).rejects.toMatchObject({
      problem: { status: 422 },
    });
  });

  it('reads a page from the index of its language', async () => {
    await house.db(
      `insert into organisation (slug, kind, names, country) select 'o-' || n, 'city', json_build_object('en', 'Place ' || md5(n::text)), 'BJ' from generate_series(1, 5000) n`,
    );
    await house.db('analyze organisation');
    const plan = await house.db<{ 'QUERY PLAN': string }>(
      `explain select slug from organisation o where (coalesce(o.names ->> 'fr', o.names ->> 'en') collate "fr-x-icu", o.slug) > ('M', 'm')
       order by coalesce(o.names ->> 'fr', o.names ->> 'en') collate "fr-x-icu", o.slug limit 21`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using organisation_name_fr/);
    await house.db(`delete from organisation where slug like 'o-%'`);
  });
});

describe('a city', () => {
  it('says what it can offer and what it struggles with, each with its source', async () => {
    const city = await house.visitor({ 'accept-language': 'fr' }).cities.read({ params: { slug: 'kolkata' } });
    expect(city).toMatchObject({
      name: 'Calcutta (Kolkata)',
      country: 'IN',
      timeZone: 'Asia/Kolkata',
      focalPoint: false,
    });
    expect(city.strengths.length).toBeGreaterThan(0);
    for (const { text, citation } of [...city.strengths, ...city.challenges, ...city.lessons]) {
      expect(text).toMatchObject({ locale: 'en', source: null });
      expect(citation.title).not.toBe('');
      expect(citation.place).not.toBeNull();
    }
  });

  it('keeps a clock that exists', async () => {
    const zones = await house.db<{ zone: string }>('select distinct time_zone as zone from organisation');
    for (const { zone } of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    expect(zones.map(({ zone }) => zone)).not.toContain('UTC');
  });

  it('that is not there is not found', async () => {
    for (const slug of ['atlantis', '../etc', 'kolkata%27'])
      await expect(house.visitor().cities.read({ params: { slug } })).rejects.toMatchObject({
        problem: { status: 404 },
      });
  });

  it('stops being a placeholder when its first focal point is verified, once', async () => {
    const slug = 'kenya-focal';
    const id = await house.organisation(slug);
    const memberId = await house.member({ at: { [slug]: 'focal_point' } });
    const data = {
      affiliationId: memberId,
      memberId,
      organisationId: id,
      role: 'focal_point',
      move: 'verify',
      from: 'pending',
      to: 'active',
      verifiedBy: 'admin',
    };
    for (const _ of [1, 2]) {
      await house.app
        .get(UnitOfWork)
        .run(asSystem(house.clock.now()), ({ tell }) =>
          tell({ name: 'members.affiliation.moved', stream: `affiliation:${memberId}`, data }),
        );
      await house.deliver();
    }
    const settled = await house.db(`select 1 from domain_event where name = 'cities.organisation.settled'`);
    expect(settled).toHaveLength(1);
    expect(await house.visitor().cities.read({ params: { slug } })).toMatchObject({
      placeholder: false,
      focalPoint: true,
    });
  });
});

it('is loaded in one go, and an index serves each filter', async () => {
  const indexes = await house.app
    .get(DataSource)
    .query(`select indexname from pg_indexes where tablename = 'organisation'`);
  expect(indexes.map((i: { indexname: string }) => i.indexname)).toEqual(
    expect.arrayContaining(['organisation_country', 'organisation_themes', 'organisation_name_ar']),
  );
});
