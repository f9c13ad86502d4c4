import { autonyms, locales } from '@baraza/i18n';
import { Select, useWorld } from '../../platform/index.ts';

/** The language somebody writes in: their own, unless they say otherwise. */
export function LanguageSelect({ value, quiet }: { value?: string; quiet?: boolean }) {
  const { i18n, locale } = useWorld();
  return (
    <Select
      name="locale"
      label={quiet ? <span className="vh">{i18n.t('forums.language')}</span> : i18n.t('forums.language')}
      value={value ?? locale}
      options={locales.map((code) => ({ value: code, label: autonyms[code], lang: code }))}
    />
  );
}
