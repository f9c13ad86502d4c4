import { demand, Refusal } from '../kernel/index.ts';
import { type MemberTerms, memberTerms } from './members.terms.ts';

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Controls and formats, except the joiners that Persian, Hindi and Bengali names are spelled with. */
const unprintable = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const link = /:\/\/|@|\bwww\./i;

/** The name as it will be kept, or a refusal that names the field. In any script, at least one letter, no disguises. */
export function displayName(raw: string, terms: MemberTerms = memberTerms): string {
  const path = 'displayName';
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (!/\p{L}/u.test(name)) throw new Refusal('unmet-condition', 'members.refuse.nameNeedsLetter', {}, path);
  demand(!unprintable.test(name), 'members.refuse.nameHasDisguise', {}, path);
  demand(!link.test(name), 'members.refuse.nameIsAddress', {}, path);
  const { displayNameMax: max } = terms;
  demand([...characters.segment(name)].length <= max, 'members.refuse.nameTooLong', { max }, path);
  return name;
}
