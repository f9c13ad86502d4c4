import { autonyms, locales } from '@baraza/i18n';
import { Icon } from '@baraza/ui';
import type { MouseEvent } from 'react';
import { useWorld } from './world.ts';

/** The id of the form whose words go along when the language changes without script; one a page, the page's main text. */
export const MAIN_FORM = 'main-form';

/** Each language named in itself. Without script the page's main form rides along, so that nothing typed is lost. */
export function LanguageSwitch({ here, mainForm }: { here: string; mainForm?: boolean | undefined }) {
  const { i18n, locale, switchLocale } = useWorld();
  const change = (event: MouseEvent, to: (typeof locales)[number]) => {
    event.preventDefault();
    void switchLocale(to).catch(() => location.reload());
  };
  return (
    <form className="switches" method="post" action="/language" aria-label={i18n.t('kernel.language.label')}>
      <input type="hidden" name="_page" value={here} />
      <Icon name="lang" size="s" />
      {locales.map((to) => (
        <button
          key={to}
          type="submit"
          lang={to}
          name="_language"
          value={to}
          aria-current={to === locale ? 'true' : undefined}
          {...(mainForm && { form: MAIN_FORM, formAction: '/language', formNoValidate: true })}
          onClick={(event) => change(event, to)}
        >
          {autonyms[to]}
        </button>
      ))}
    </form>
  );
}
