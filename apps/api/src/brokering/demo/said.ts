import type { Locale } from '@baraza/domain/kernel';

export type Said = readonly [language: Locale, words: string];
