import { type Locale, locales } from '../../src/kernel/index.ts';
import {
  groupsOf,
  type Holder,
  type Lexicon,
  noWish,
  type OnRecord,
  type Reading,
  type RecordKind,
  read,
  type Seeker,
  sizeBands,
} from '../../src/matching/index.ts';
import { concepts } from '../../src/matching/terms/concepts/index.ts';

/** A made-up community of any size, always the same one: names of concepts strewn among words without meaning. */

const themes = [...new Set(Object.values(concepts).flatMap((concept) => concept.themes))];
const ids = Object.keys(concepts);
const syllables = ['ka', 'lo', 'mi', 'ren', 'tu', 'sa', 'vi', 'no', 'pel', 'dar', 'ge', 'zu'];
const countries = ['BJ', 'LA', 'FJ', 'KZ', 'CN', 'BR', 'IN', 'KE', 'DE', 'VN', 'PE', 'MA'];

export interface Crowd {
  readonly seekers: readonly Seeker[];
  readonly holders: readonly Holder[];
  readonly texts: number;
  readonly readingSeconds: number;
}

export function crowd(lexicon: Lexicon, requests: number, organisations: number): Crowd {
  let state = 20_261_122;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const some = <T>(list: readonly T[], n: number): T[] => Array.from({ length: n }, () => one(list));
  const word = (): string => some(syllables, 2 + below(2)).join('');
  const text = (locale: Locale, words: number): string =>
    Array.from({ length: words }, () => {
      if (below(8) > 0) return word();
      return one(concepts[one(ids)]?.[locale].split(', ') ?? []);
    }).join(locale === 'zh' ? '' : ' ');

  let texts = 0;
  let readingSeconds = 0;
  const reading = (locale: Locale, headline: number, body: number): Reading => {
    const written = {
      passages: [
        { locale, text: text(locale, headline), part: 'headline' },
        { locale, text: text(locale, body), part: 'body' },
      ],
      themes: [...new Set(some(themes, 2))],
      sdgs: [...new Set(some(['1', '5', '8', '9', '11', '12', '17'], 2))],
      modalities: ['training', 'peer_exchange'],
    } as const;
    texts += 1;
    const start = performance.now();
    const topics = read(lexicon, written);
    readingSeconds += (performance.now() - start) / 1000;
    return topics;
  };
  const records = (id: string, locale: Locale, kinds: readonly RecordKind[]): OnRecord[] =>
    kinds.map((kind, i) => ({
      kind,
      id: `${id}/${i}`,
      reading: kind === 'story' ? reading(locale, 30, 300) : reading(locale, 20, 0),
    }));
  const profile = (organisationId: string, locale: Locale) => ({
    organisationId,
    type: 'city_gov' as const,
    country: one(countries),
    region: one(['africa', 'asia', 'americas'] as const),
    utcOffset: 60 * (below(20) - 8),
    size: one(sizeBands),
    languages: [...new Set([locale, 'en'])],
  });

  const holders = Array.from({ length: organisations }, (_, i): Holder => {
    const locale = one(locales);
    const id = `organisation-${String(i).padStart(5, '0')}`;
    const about = profile(id, locale);
    return {
      ...about,
      groups: groupsOf(about.country),
      gives: records(id, locale, ['strength', 'strength', 'strength', 'lesson', 'story', 'request']),
      wants: records(id, locale, ['challenge', 'challenge']),
      history: { asked: below(6), answered: below(3), introductions: [] },
      openSuggestions: below(6),
      exposure: below(12),
    };
  });
  const seekers = Array.from({ length: requests }, (_, i): Seeker => {
    const locale = one(locales);
    return {
      ...profile(`organisation-${String(below(organisations)).padStart(5, '0')}`, locale),
      id: `request-${String(i).padStart(5, '0')}`,
      kind: one(['need', 'need', 'need', 'offer', 'exchange'] as const),
      asks: reading(locale, 40, 80),
      brings: reading(locale, 0, 30),
      must: noWish,
      third: null,
      prefer: { ...noWish, regions: [one(['africa', 'asia'] as const)] },
      avoid: noWish,
      counterpartIds: [],
      refusals: [],
    };
  });
  return { seekers, holders, texts, readingSeconds };
}
