import { brokeringTerms } from '../brokering/index.ts';
import { addDays } from '../kernel/index.ts';
import { type Holder, noWish, type Profile, type Seeker, type Wish } from './facts.ts';

/** Why an organisation is never suggested to a request, however well it fits. */
export const exclusions = ['own', 'counterpart', 'refused', 'busy', 'avoid', 'must'] as const;
export type Exclusion = (typeof exclusions)[number];

export const { refusalDays, openSuggestionsEach: mostOpenSuggestions } = brokeringTerms.match;

const has: Readonly<Record<keyof Wish, (wish: Wish, profile: Profile) => boolean>> = {
  regions: ({ regions }, { region }) => regions.includes(region),
  sizes: ({ sizes }, { size }) => size !== null && sizes.includes(size),
  types: ({ types }, { type }) => type !== null && types.includes(type),
  languages: ({ languages }, profile) => profile.languages.some((language) => languages.includes(language)),
};
const wishes = Object.keys(has) as readonly (keyof Wish)[];

export const wishedIn = (wish: Wish): (keyof Wish)[] => wishes.filter((of) => wish[of].length > 0);
/** Which of the things wished for it has. */
export const granted = (wish: Wish, profile: Profile): (keyof Wish)[] => wishes.filter((of) => has[of](wish, profile));

export function exclusionOf(seeker: Seeker, holder: Holder, now: Date): Exclusion | null {
  const id = holder.organisationId;
  if (id === seeker.organisationId) return 'own';
  if (seeker.counterpartIds.includes(id)) return 'counterpart';
  if (seeker.refusals.some(({ organisationId, at }) => organisationId === id && now < addDays(at, refusalDays)))
    return 'refused';
  if (holder.openSuggestions >= mostOpenSuggestions) return 'busy';
  if (seeker.avoid !== noWish && granted(seeker.avoid, holder).length > 0) return 'avoid';
  const lacks = (of: keyof Wish): boolean => seeker.must[of].length > 0 && !has[of](seeker.must, holder);
  return seeker.must !== noWish && wishes.some(lacks) ? 'must' : null;
}
