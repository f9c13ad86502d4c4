import { granted, wishedIn } from './exclude.ts';
import type { Holder, Profile, Seeker } from './facts.ts';
import { similarity } from './size.ts';
import type { Fit } from './weights.ts';

/** How one thing about two organisations fits. */
interface FitTerms {
  /** Between 0 and 1, and larger with the fact than without. */
  readonly value: (seeker: Seeker, holder: Holder) => number;
  /** The fact of the holder's profile that it rests on. */
  readonly fact: 'languages' | 'utcOffset' | 'region' | 'size' | 'wishes' | 'history';
  /** What to name in the sentence. */
  readonly about: (seeker: Seeker, holder: Holder) => readonly string[];
}
export type Fact = FitTerms['fact'];

const officeDay = 8;
const minutesOfDay = 24 * 60;

/** Hours of an eight-hour office day that two clocks share. */
export function sharedHours(a: Pick<Profile, 'utcOffset'>, b: Pick<Profile, 'utcOffset'>): number {
  const apart = Math.abs(a.utcOffset - b.utcOffset) % minutesOfDay;
  return Math.max(0, officeDay - Math.min(apart, minutesOfDay - apart) / 60);
}

/** Before it has been asked often, an organisation's rate of answers is drawn towards nothing. */
const doubt = 3;

const nothing = (): readonly string[] => [];

export const fitTable: Readonly<Record<Fit, FitTerms>> = {
  language: {
    value: (seeker, { languages }) => (seeker.languages.some((language) => languages.includes(language)) ? 1 : 0),
    fact: 'languages',
    about: (seeker, { languages }) => seeker.languages.filter((language) => languages.includes(language)),
  },
  hours: {
    value: (seeker, holder) => sharedHours(seeker, holder) / officeDay,
    fact: 'utcOffset',
    about: (seeker, holder) => [String(Math.floor(sharedHours(seeker, holder)))],
  },
  region: {
    value: (seeker, { region }) => (region === seeker.region && region !== 'global' ? 1 : 0),
    fact: 'region',
    about: (_, { region }) => [region],
  },
  size: {
    value: (seeker, { size }) => similarity(seeker.size, size),
    fact: 'size',
    about: nothing,
  },
  preference: {
    value: ({ prefer }, holder) => {
      const wished = wishedIn(prefer).length;
      return wished === 0 ? 0 : granted(prefer, holder).length / wished;
    },
    fact: 'wishes',
    about: ({ prefer }, holder) => granted(prefer, holder),
  },
  reliability: {
    value: (_, { history: { asked, answered } }) => answered / (asked + doubt),
    fact: 'history',
    about: (_, { history: { asked, answered } }) => [String(answered), String(asked)],
  },
  acquaintance: {
    value: (seeker, { history: { introductions } }) =>
      introductions.some(({ organisationId, agreed }) => agreed && organisationId === seeker.organisationId) ? 1 : 0,
    fact: 'history',
    about: nothing,
  },
};
