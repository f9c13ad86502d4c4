import { type Actor, isMember, Refusal } from '../../kernel/index.ts';
import { brokeringTerms } from '../terms.ts';

/** A member keeps so many searches and no more; each is theirs alone. */
export function refuseUnlessMayKeep(actor: Actor, kept: number, { search } = brokeringTerms): void {
  if (!isMember(actor)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  const { most } = search;
  if (kept >= most) throw new Refusal('unmet-condition', 'brokering.refuse.enoughSearches', { most });
}
