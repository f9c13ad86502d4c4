import type { Locale } from '../kernel/index.ts';
import type { Clause, Evidence, Suggestion } from './explain.ts';
import type { Lexicon } from './terms/index.ts';
import type { Feature } from './weights.ts';

/** What stands in a sentence: words as they are, or names that the reader's catalogue has, listed. */
export type Said = string | number | { readonly names: readonly string[]; readonly of: NameKind };
/** Where the names are looked up: `theme.<id>`, `modality.<id>`, `region.<id>`, `matching.wish.<id>`, … or by Intl. */
export type NameKind = 'theme' | 'modality' | 'region' | 'language' | 'wish' | 'group' | 'text';

/** The sentence of each feature; a concept has four, by which side it is on and whether both call it the same. */
export const becauseKeys = {
  concept: 'matching.because.concept',
  conceptAcross: 'matching.because.conceptAcross',
  sought: 'matching.because.sought',
  soughtAcross: 'matching.because.soughtAcross',
  theme: 'matching.because.theme',
  word: 'matching.because.word',
  goal: 'matching.because.goal',
  target: 'matching.because.target',
  modality: 'matching.because.modality',
  reciprocity: 'matching.because.reciprocity',
  language: 'matching.because.language',
  hours: 'matching.because.hours',
  region: 'matching.because.region',
  size: 'matching.because.size',
  preference: 'matching.because.preference',
  reliability: 'matching.because.reliability',
  acquaintance: 'matching.because.acquaintance',
  balance: 'matching.because.balance',
} as const;
export type BecauseKey = (typeof becauseKeys)[keyof typeof becauseKeys];

/** One clause for a reader: a key of the catalogues, what stands in it, and what it rests on. */
export interface Because {
  readonly key: BecauseKey;
  readonly args: Readonly<Record<string, Said>>;
  readonly feature: Feature;
  readonly points: number;
  readonly evidence: readonly Evidence[];
}

const names = (of: NameKind, list: readonly string[]): Said => ({ names: list, of });
const text = (list: readonly string[]): Said => names('text', list);

/** A goal need not be named beside its own target. */
export const exactest = (goals: readonly string[]): string[] =>
  goals.filter((goal) => !goals.some((other) => other.startsWith(`${goal}.`)));

type Speak = (clause: Clause, nameOf: (concept: string) => string) => Readonly<Record<string, Said>>;

const speak: Readonly<Record<Exclude<Feature, 'concept'>, Speak>> = {
  theme: ({ about }) => ({ themes: names('theme', about) }),
  word: ({ about }) => ({ words: text(about) }),
  goal: ({ about }) => ({ goals: text(exactest(about)) }),
  modality: ({ about }) => ({ ways: names('modality', about) }),
  // Concepts are named by the lexicon; themes alone where no concept was found.
  reciprocity: ({ about }, nameOf) => {
    const of = (letter: string): string[] => about.flatMap((key) => (key.startsWith(letter) ? [key.slice(2)] : []));
    const found = of('c:');
    return { things: found.length > 0 ? text(found.map(nameOf)) : names('theme', of('t:')) };
  },
  language: ({ about }) => ({ languages: names('language', about) }),
  hours: ({ about: [hours] }) => ({ hours: Number(hours) }),
  region: ({ about }) => ({ region: names('region', about) }),
  size: () => ({}),
  preference: ({ about }) => ({ wishes: names('wish', about) }),
  reliability: ({ about: [answered, asked] }) => ({ answered: Number(answered), asked: Number(asked) }),
  acquaintance: () => ({}),
  balance: ({ about }) => ({ groups: names('group', about) }),
};

/** The words of the record that says it best; the concept's own name where it was only ticked. */
const foundIn = ({ evidence }: Clause): string | null =>
  evidence.flatMap((one) => ('as' in one && one.as ? [one.as] : []))[0] ?? null;

function aboutConcept(clause: Clause, nameOf: (concept: string) => string): Pick<Because, 'key' | 'args'> {
  const term = nameOf(clause.about[0] ?? '');
  const asked = clause.asked ?? term;
  const found = foundIn(clause) ?? term;
  const sought = clause.evidence.some(({ kind }) => kind === 'challenge');
  if (asked.toLowerCase() === found.toLowerCase())
    return { key: sought ? becauseKeys.sought : becauseKeys.concept, args: { term } };
  return { key: sought ? becauseKeys.soughtAcross : becauseKeys.conceptAcross, args: { term, asked, found } };
}

/** A target both work towards says more than its goal. */
const keyOf = ({ feature, about }: Clause): Feature | 'target' =>
  feature === 'goal' && about.some((goal) => goal.includes('.')) ? 'target' : feature;

/** Why this partner, clause by clause, the weightiest first, to be said in `locale`. */
export function because(suggestion: Suggestion, lexicon: Lexicon, locale: Locale): Because[] {
  const nameOf = (concept: string): string => lexicon.nameOf(concept, locale);
  return suggestion.clauses.map((clause) => {
    const { feature, points, evidence } = clause;
    const said =
      feature === 'concept'
        ? aboutConcept(clause, nameOf)
        : { key: becauseKeys[keyOf(clause)], args: speak[feature](clause, nameOf) };
    return { ...said, feature, points, evidence };
  });
}
