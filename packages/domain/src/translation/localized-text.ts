import type { Locale } from '../kernel/index.ts';

/** How a variant came to be, and whether it may still be shown as what the author says today. */
export const variantStates = ['pending', 'ready', 'failed', 'stale', 'withdrawn'] as const;
export type VariantState = (typeof variantStates)[number];

export interface Variant {
  readonly locale: Locale;
  readonly text: string;
  readonly kind: 'human' | 'machine' | 'machine_reviewed';
  readonly engine: string | null;
  /** Hash of the source this was made from; another source makes it stale. */
  readonly sourceHash: string;
  readonly state: VariantState;
  readonly by: string | null;
  readonly at: string;
}

/** Text a person wrote, in the language they wrote it in, with what others made of it. */
export interface LocalizedText {
  readonly sourceLocale: Locale;
  readonly sourceText: string;
  readonly sourceHash: string;
  readonly variants: readonly Variant[];
}

/** What a reader gets: one text, and where it came from. `source` is null when it is read as written. */
export interface Reading {
  readonly text: string;
  readonly locale: Locale;
  readonly source: { readonly text: string; readonly locale: Locale } | null;
  readonly kind: 'source' | Variant['kind'];
  readonly engine: string | null;
  readonly stale: boolean;
  readonly at: string | null;
}

/** FNV-1a over UTF-16 units, 2 × 32 bit: tells texts apart, keeps no secret. */
export function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

export const written = (sourceLocale: Locale, sourceText: string): LocalizedText => ({
  sourceLocale,
  sourceText,
  sourceHash: hashOf(sourceText),
  variants: [],
});

/** A new source: every variant of the old one is stale from this moment, and is kept for its reviser. */
export function edited(
  text: LocalizedText,
  sourceText: string,
  sourceLocale: Locale = text.sourceLocale,
): LocalizedText {
  const sourceHash = hashOf(sourceText);
  if (sourceHash === text.sourceHash && sourceLocale === text.sourceLocale) return text;
  const variants = text.variants
    .filter((v) => v.locale !== sourceLocale)
    .map((v) => (v.sourceHash === sourceHash || v.state === 'withdrawn' ? v : { ...v, state: 'stale' as const }));
  return { sourceLocale, sourceText, sourceHash, variants };
}

/** Adds or replaces a variant. One made from an earlier source arrives stale; a human one is never replaced by a machine's. */
export function translated(
  text: LocalizedText,
  variant: Omit<Variant, 'state'> & { state?: VariantState },
): LocalizedText {
  if (variant.locale === text.sourceLocale) return text;
  const known = text.variants.find((v) => v.locale === variant.locale);
  const fresh = variant.sourceHash === text.sourceHash;
  if (known && known.kind === 'human' && variant.kind === 'machine' && known.state === 'ready') return text;
  const state = fresh ? (variant.state ?? 'ready') : 'stale';
  return { ...text, variants: [...text.variants.filter((v) => v.locale !== variant.locale), { ...variant, state }] };
}

/** The item is hidden or deleted: no variant of it may be shown anywhere any more. */
export const withdrawn = (text: LocalizedText): LocalizedText => ({
  ...text,
  variants: text.variants.map((v) => ({ ...v, text: '', state: 'withdrawn' as const })),
});

/** The text for a reader of `locale`: a ready variant, else a stale one with its mark, else the source. */
export function readIn(text: LocalizedText, locale: Locale): Reading {
  const source = { text: text.sourceText, locale: text.sourceLocale };
  const variant = locale === text.sourceLocale ? undefined : text.variants.find((v) => v.locale === locale);
  if (!variant || (variant.state !== 'ready' && variant.state !== 'stale'))
    return { ...source, source: null, kind: 'source', engine: null, stale: false, at: null };
  const stale = variant.state === 'stale' || variant.sourceHash !== text.sourceHash;
  return { text: variant.text, locale, source, kind: variant.kind, engine: variant.engine, stale, at: variant.at };
}
