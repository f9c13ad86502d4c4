import { partyOf, type RequestKind, tiesOf } from '@baraza/domain/brokering';
import { type Actor, belongsTo, type Locale } from '@baraza/domain/kernel';
import type { Described } from '../../platform/things.ts';

interface Asking {
  readonly id: string;
  readonly organisationId: string;
}
/** Those of a suggestion, by their names in the reader's language. */
export interface CircleSides {
  readonly request: Asking & { readonly kind: RequestKind };
  readonly parties: readonly { readonly organisationId: string; readonly name: string }[];
  readonly alsoAnswers: readonly Asking[];
}

/** What somebody in a ring or a triangle would get and would give, in one sentence; nothing to be said of a pair. */
export function circleNote(actor: Actor, locale: Locale, sides: CircleSides): NonNullable<Described['note']> | null {
  const { parties, alsoAnswers } = sides;
  const own = partyOf(actor, parties) ?? parties.find(({ organisationId }) => belongsTo(actor, organisationId));
  const [first, ...helping] = tiesOf(sides);
  if (!own || !first) return null;
  const nameOf = (id: string): string => parties.find(({ organisationId }) => organisationId === id)?.name ?? '';
  const names = new Intl.ListFormat(locale);
  if (alsoAnswers.length > 0) {
    const ties = [first, ...helping];
    const gets = ties.find(({ receiverId }) => receiverId === own.organisationId);
    const gives = ties.find(({ giverId }) => giverId === own.organisationId);
    const args = { giver: nameOf(gets?.giverId ?? ''), receiver: nameOf(gives?.receiverId ?? '') };
    return { key: 'brokering.circle.ring', args };
  }
  const [giver, receiver] = [nameOf(first.giverId), nameOf(first.receiverId)];
  const helper = names.format(helping.map(({ giverId }) => nameOf(giverId)));
  if (own.organisationId === first.receiverId) return { key: 'brokering.circle.asks', args: { giver, helper } };
  if (own.organisationId === first.giverId) return { key: 'brokering.circle.gives', args: { receiver, helper } };
  return { key: 'brokering.circle.helps', args: { giver, receiver } };
}
