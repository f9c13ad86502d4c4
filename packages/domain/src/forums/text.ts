import { Refusal } from '../kernel/index.ts';

/** The text without surrounding space, or a refusal that names the field and the limit. Counts Unicode characters. */
export function textBetween(raw: string, min: number, max: number, path: string): string {
  const text = raw.normalize('NFC').trim();
  const length = [...text].length;
  if (length < min) throw new Refusal('unmet-condition', 'forums.refuse.tooShort', { min }, path);
  if (length > max) throw new Refusal('unmet-condition', 'forums.refuse.tooLong', { max, over: length - max }, path);
  return text;
}
