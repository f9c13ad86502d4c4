import type { Locale } from '@baraza/i18n';
import { translatorFor } from '@baraza/i18n/server';

export type Say = (key: string, args?: Record<string, string | number>) => string;

/** The same words the page shows in this language, without the marks that keep names apart from their surroundings. */
export const words = (locale: Locale): Say => {
  const i18n = translatorFor(locale);
  return (key, args) => i18n.say(key, args).replaceAll(/[\u2066-\u2069]/g, '');
};
