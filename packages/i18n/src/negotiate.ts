import { isLocale, type Locale, locales } from '@baraza/domain/kernel';

/** The language of ours a reader likes best, by RFC 9110 `Accept-Language`: qualities first, then the order they came in. */
export const negotiate = (acceptLanguage: string | undefined): Locale => {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: range.split('-')[0], q: quality ? Number(quality.slice(2)) || 0 : 1 };
  });
  const refused = new Set(wishes.filter(({ q }) => q === 0).map(({ language }) => language));
  const acceptable = locales.filter((locale) => !refused.has(locale));
  for (const { language } of wishes.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)) {
    if (isLocale(language)) return language;
    if (language === '*' && acceptable[0]) return acceptable[0];
  }
  return 'en';
};
