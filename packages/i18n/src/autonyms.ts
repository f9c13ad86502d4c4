import type { Locale } from '@baraza/domain/kernel';

/** Each language in its own words and script: how a reader who cannot read this page finds theirs. Never translated. */
export const autonyms: Readonly<Record<Locale, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
  ar: 'العربية',
  zh: '中文',
};
