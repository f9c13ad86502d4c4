import { readFileSync } from 'node:fs';
import { regionOf } from '../../src/cities/index.ts';
import type { Locale } from '../../src/kernel/index.ts';
import {
  createLexicon,
  type GlossaryEntry,
  groupsOf,
  type Holder,
  type Lexicon,
  noWish,
  type OnRecord,
  type Passage,
  read,
  type Seeker,
  sizeOf,
  type ThemeLabel,
} from '../../src/matching/index.ts';
import type { LabelledNeed } from '../../src/matching/labels/index.ts';
import { stem } from '../../test/stemmer.ts';

/** The demo community's content as organisations that may be suggested, and the labelled needs as requests. */

interface Said {
  readonly text: string;
  readonly tags?: readonly string[];
}
interface City {
  readonly id: string;
  readonly country: string;
  readonly lon: number;
  readonly population: { readonly value: number } | null;
  readonly strengths: readonly Said[];
  readonly lessons: readonly Said[];
  readonly challenges: readonly Said[];
}
interface Story {
  readonly id: string;
  readonly members: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly challenge: string;
  readonly solution: string;
  readonly lessons: readonly string[];
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
}
interface Request {
  readonly id: string;
  readonly type: 'need' | 'offer';
  readonly lang: Locale;
  readonly title: string;
  readonly summary: string;
  readonly postedBy: { readonly member: string };
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
}

const content = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../apps/api/content/${name}.json`, import.meta.url), 'utf8')) as T;

/** Working languages the content does not name: the official ones among the seven. */
const languages: Readonly<Record<string, readonly string[]>> = {
  CN: ['zh', 'en'],
  HK: ['zh', 'en'],
  BJ: ['fr'],
  BR: ['pt'],
  BY: ['ru'],
  AM: ['ru'],
  KZ: ['ru'],
  KG: ['ru'],
  RU: ['ru'],
  ET: ['en', 'fr', 'ar'],
  CH: ['en', 'fr', 'es'],
  US: ['en', 'fr', 'es'],
};

const english = (text: string, part: Passage['part']): Passage => ({ locale: 'en', text, part });

export interface World {
  readonly lexicon: Lexicon;
  readonly holders: readonly Holder[];
  /** Themes of what each has on record, for the plain overlap of tags. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
}

export function readWorld(): World {
  const cities = content<City[]>('cities');
  const stories = content<Story[]>('stories');
  const requests = content<Request[]>('requests');
  const lexicon = createLexicon(stem, content<GlossaryEntry[]>('glossary'), content<ThemeLabel[]>('themes'));

  const said = (city: City, kind: 'strength' | 'lesson' | 'challenge', list: readonly Said[]): OnRecord[] =>
    list.map(({ text, tags = [] }, i) => ({
      kind,
      id: `${city.id}/${kind}/${i + 1}`,
      reading: read(lexicon, { passages: [english(text, 'headline')], themes: tags, sdgs: [], modalities: [] }),
    }));
  const told = ({ id, members, themes, sdgs, ...story }: Story, by: string): OnRecord => ({
    kind: members[0] === by ? 'story' : 'part',
    id,
    reading: read(lexicon, {
      passages: [
        english(story.title, 'headline'),
        english(story.summary, 'headline'),
        english(story.solution, 'body'),
        ...story.lessons.map((text) => english(text, 'body')),
        english(story.challenge, 'aside'),
      ],
      themes,
      sdgs: sdgs.map(String),
      modalities: [],
    }),
  });
  const posted = ({ id, lang, title, summary, themes, sdgs }: Request): OnRecord => ({
    kind: 'request',
    id,
    reading: read(lexicon, {
      passages: [
        { locale: lang, text: title, part: 'headline' },
        { locale: lang, text: summary, part: 'body' },
      ],
      themes,
      sdgs: sdgs.map(String),
      modalities: [],
    }),
  });
  const openOf = (id: string, type: Request['type']): OnRecord[] =>
    requests.filter((request) => request.postedBy.member === id && request.type === type).map(posted);

  const holders = cities.map(
    (city): Holder => ({
      organisationId: city.id,
      type: null,
      country: city.country,
      region: regionOf(city.country),
      utcOffset: Math.round(city.lon / 15) * 60,
      size: sizeOf(city.population?.value ?? null),
      languages: languages[city.country] ?? ['en'],
      groups: groupsOf(city.country),
      gives: [
        ...said(city, 'strength', city.strengths),
        ...said(city, 'lesson', city.lessons),
        ...stories.filter(({ members }) => members.includes(city.id)).map((story) => told(story, city.id)),
        ...openOf(city.id, 'offer'),
      ],
      wants: [...said(city, 'challenge', city.challenges), ...openOf(city.id, 'need')],
      history: { asked: 0, answered: 0, introductions: [] },
      openSuggestions: 0,
      exposure: 0,
    }),
  );
  const tags = new Map(
    cities.map(({ id, strengths }) => [
      id,
      new Set([
        ...strengths.flatMap((strength) => strength.tags ?? []),
        ...stories.filter(({ members }) => members.includes(id)).flatMap(({ themes }) => themes),
        ...requests.filter((r) => r.postedBy.member === id && r.type === 'offer').flatMap(({ themes }) => themes),
      ]),
    ]),
  );
  return { lexicon, holders, tags };
}

export const seekerOf = (need: LabelledNeed, lexicon: Lexicon): Seeker => ({
  ...need.asker,
  id: String(need.id),
  kind: 'need',
  organisationId: `asker-${need.id}`,
  type: 'city_gov',
  size: null,
  asks: read(lexicon, {
    passages: [
      { locale: need.locale, text: need.title, part: 'headline' },
      { locale: need.locale, text: need.wanted, part: 'headline' },
    ],
    themes: need.themes,
    sdgs: need.sdgs.map(String),
    modalities: need.modalities,
  }),
  brings: {},
  must: noWish,
  prefer: noWish,
  third: null,
  avoid: noWish,
  counterpartIds: [],
  refusals: [],
});
