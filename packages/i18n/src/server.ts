import type { Locale } from '@baraza/domain/kernel';
import { catalogues } from './generated/all.ts';
import { createTranslator, type Translator } from './translator.ts';

const made = new Map<string, Translator>();

/** Every room of every language, in memory: for mail, refusals and pages rendered on the server. */
export const translatorFor = (locale: Locale, timeZone = 'UTC'): Translator => {
  const id = `${locale} ${timeZone}`;
  let translator = made.get(id);
  if (!translator) {
    translator = createTranslator(locale, catalogues[locale], timeZone);
    made.set(id, translator);
  }
  return translator;
};
