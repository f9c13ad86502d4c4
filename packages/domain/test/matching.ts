import fc from 'fast-check';
import { type Locale, locales } from '../src/kernel/index.ts';
import {
  type CountryGroup,
  createLexicon,
  type Holder,
  noWish,
  type OnRecord,
  type Reading,
  type RecordKind,
  read,
  type Seeker,
  sizeBands,
  type Written,
} from '../src/matching/index.ts';
import { concepts } from '../src/matching/terms/concepts/index.ts';
import { stem } from './stemmer.ts';

export const now = new Date('2026-11-22T08:00:00Z');
export const lexicon = createLexicon(stem);

/** What a text and ticked boxes are about. */
export const about = (locale: Locale, text: string, ticked: Partial<Written> = {}): Reading =>
  read(lexicon, {
    passages: text === '' ? [] : [{ locale, text, part: 'headline' }],
    themes: [],
    sdgs: [],
    modalities: [],
    ...ticked,
  });

export const aRecord = (id: string, reading: Reading, kind: RecordKind = 'strength'): OnRecord => ({
  id,
  kind,
  reading,
});

export const aHolder = (organisationId: string, change: Partial<Holder> = {}): Holder => ({
  organisationId,
  type: 'city_gov',
  country: 'CN',
  region: 'asia',
  utcOffset: 480,
  size: 'large',
  languages: ['zh', 'en'],
  groups: [],
  gives: [],
  wants: [],
  history: { asked: 0, answered: 0, introductions: [] },
  openSuggestions: 0,
  exposure: 0,
  ...change,
});

export const aSeeker = (id: string, change: Partial<Seeker> = {}): Seeker => ({
  id,
  kind: 'need',
  organisationId: 'kisumu',
  type: 'city_gov',
  country: 'KE',
  region: 'africa',
  utcOffset: 180,
  size: 'medium',
  languages: ['en'],
  asks: {},
  brings: {},
  must: noWish,
  prefer: noWish,
  avoid: noWish,
  third: 'partner',
  counterpartIds: [],
  refusals: [],
  ...change,
});

const things = Object.keys(concepts).slice(0, 24);
const themes = ['logistics', 'customs', 'sme-finance', 'talent', 'tourism', 'payments'];

/** A few concepts named in one language, with a word that is no name, a theme or two and goals. */
const readings: fc.Arbitrary<Reading> = fc
  .record({
    locale: fc.constantFrom(...locales),
    names: fc.uniqueArray(fc.constantFrom(...things), { minLength: 1, maxLength: 4 }),
    themes: fc.uniqueArray(fc.constantFrom(...themes), { maxLength: 2 }),
    sdgs: fc.uniqueArray(fc.constantFrom('8', '9', '9.3', '17'), { maxLength: 2 }),
    modalities: fc.uniqueArray(fc.constantFrom('training', 'twinning', 'study_visit'), { maxLength: 2 }),
    word: fc.constantFrom('', '', 'pandals', 'Pandal', 'quinoa'),
  })
  .map(({ locale, names, word, ...ticked }) =>
    about(locale, [...names.map((id) => concepts[id]?.[locale].split(', ')[0]), word].join('. '), ticked),
  );

const profiles = {
  region: fc.constantFrom('africa', 'asia', 'global'),
  utcOffset: fc.constantFrom(-180, 0, 180, 480),
  size: fc.constantFrom(null, ...sizeBands),
  languages: fc.subarray(['en', 'fr', 'zh']),
} as const;
const records = (kinds: readonly RecordKind[]): fc.Arbitrary<OnRecord[]> =>
  fc
    .array(fc.record({ kind: fc.constantFrom(...kinds), reading: readings }), { maxLength: 3 })
    .map((list) => list.map((one, i) => ({ ...one, id: `${one.kind}-${i}` })));
const groups: fc.Arbitrary<CountryGroup[]> = fc.subarray(['ldc', 'lldc', 'sids']);

export const holders = (organisationId: string): fc.Arbitrary<Holder> =>
  fc
    .record({
      ...profiles,
      groups,
      gives: records(['strength', 'lesson', 'story', 'request', 'profile']),
      wants: records(['challenge', 'request']),
      exposure: fc.nat(9),
      openSuggestions: fc.nat(6),
      asked: fc.nat(5),
      agreed: fc.boolean(),
    })
    .map(({ asked, agreed, ...facts }) =>
      aHolder(organisationId, {
        ...facts,
        history: {
          asked,
          answered: Math.floor(asked / 2),
          introductions: agreed ? [{ organisationId: 'kisumu', at: now, agreed }] : [],
        },
      }),
    );

export const seekers = (id: string): fc.Arbitrary<Seeker> =>
  fc
    .record({
      ...profiles,
      kind: fc.constantFrom('need', 'offer', 'exchange'),
      asks: readings,
      brings: readings,
      prefer: fc.constantFrom(noWish, { ...noWish, regions: ['asia' as const], languages: ['zh'] }),
      avoid: fc.constantFrom(noWish, { ...noWish, sizes: ['metropolis' as const] }),
    })
    .map((facts) => aSeeker(id, facts));
