import { Refusal } from '../../kernel/index.ts';

/** One paragraph of plain words, or a refusal that names the field and the limit. Counts Unicode characters. */
export function plainText(raw: string, max: number, path: string): string {
  const text = raw.normalize('NFC').trim();
  const length = [...text].length;
  if (length === 0) throw new Refusal('unmet-condition', 'qa.refuse.empty', {}, path);
  if (length > max) throw new Refusal('unmet-condition', 'qa.refuse.tooLong', { max, over: length - max }, path);
  return text;
}
