import type { Locale } from '../../../kernel/index.ts';

/** A thing cities speak of: in each language its usual names, separated by commas, and the themes it belongs to. */
export type Concept = Readonly<Record<Locale, string>> & { readonly themes: readonly string[] };
export type Concepts = Readonly<Record<string, Concept>>;
