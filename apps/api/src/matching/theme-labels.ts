import { themeIds } from '@baraza/domain/brokering';
import { type Locale, locales } from '@baraza/domain/kernel';
import type { ThemeLabel } from '@baraza/domain/matching';
import { translatorFor } from '@baraza/i18n/server';

/** The themes as the pages call them, so that whoever writes the name of one is understood. */
export const themeLabels = (): ThemeLabel[] => {
  const translators = locales.map((locale) => [locale, translatorFor(locale)] as const);
  return themeIds.map((id) => ({
    id,
    label: Object.fromEntries(translators.map(([locale, { t }]) => [locale, t(`theme.${id}`)])) as Record<
      Locale,
      string
    >,
  }));
};
