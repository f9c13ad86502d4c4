import type { FileType } from './file.types.ts';
import { fileTerms } from './files.terms.ts';

/** Directions and controls: what hides or reorders the letters of a name. Joiners stay, for Farsi and Hindi are read by them. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const reserved = /[<>:"|?*\\/]/g;

/**
 * A name as it may be shown and saved anywhere: without path, controls and marks of direction, and with the ending of what
 * the file is.
 */
export function fileName(given: string, type: FileType): string {
  const own = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = own.replace(unseen, '').replace(reserved, ' ').replace(/\s+/g, ' ').trim();
  const stem = clean.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').replace(/^[.\s]+|[.\s]+$/g, '');
  return `${clipped(stem) || 'file'}.${type}`;
}

/** Not longer than terms allow, and never cut within a letter. */
function clipped(stem: string): string {
  let clip = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(stem)) {
    if (clip.length + segment.length > fileTerms.nameLength) break;
    clip += segment;
  }
  return clip.trim();
}
