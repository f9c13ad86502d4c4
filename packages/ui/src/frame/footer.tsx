import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import type { LinkTo } from '../shapes.ts';
import '../pieces/nav.css';

/** A row of the footer: what switches, then what the law wants. */
export function Footer({ children, links }: { children?: ReactNode; links?: readonly LinkTo[] | undefined }) {
  return (
    <div className="footer">
      {children}
      {links && (
        <p className="switches">
          {links.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

export interface SwitchForm {
  /** Where choosing posts to; without it every choice must be a link. */
  action: string;
  /** Name of the posted field. */
  name: string;
  /** Hidden inputs that go with it. */
  hidden?: ReactNode;
}

export interface Language {
  code: string;
  /** The language named in itself. */
  name: string;
  /** The same page in that language. */
  href?: string | undefined;
}

export interface LanguageSwitchProps {
  label: string;
  languages: readonly Language[];
  current: string;
  form?: SwitchForm | undefined;
}

/** Each language named in itself; links to the same page, or buttons that post the choice. */
export function LanguageSwitch({ label, languages, current, form }: LanguageSwitchProps) {
  return (
    <SwitchRow label={label} icon="lang" form={form}>
      {languages.map(({ code, name, href }) => {
        const shared = { lang: code, 'aria-current': code === current ? ('true' as const) : undefined };
        return href ? (
          <a key={code} {...shared} href={href} hrefLang={code}>
            {name}
          </a>
        ) : (
          <button key={code} {...shared} type="submit" name={form?.name} value={code}>
            {name}
          </button>
        );
      })}
    </SwitchRow>
  );
}

export interface ThemeSwitchProps {
  label: string;
  themes: readonly { value: string; label: ReactNode }[];
  current: string;
  form: SwitchForm;
}

/** Light, dark or as the device; each a button that posts the choice. */
export function ThemeSwitch({ label, themes, current, form }: ThemeSwitchProps) {
  return (
    <SwitchRow label={label} icon="sun" form={form}>
      {themes.map((theme) => (
        <button
          key={theme.value}
          type="submit"
          name={form.name}
          value={theme.value}
          aria-current={theme.value === current ? 'true' : undefined}
        >
          {theme.label}
        </button>
      ))}
    </SwitchRow>
  );
}

interface SwitchRowProps {
  label: string;
  icon: 'lang' | 'sun';
  form: SwitchForm | undefined;
  children: ReactNode;
}

function SwitchRow({ label, icon, form, children }: SwitchRowProps) {
  const row = (
    <>
      <Icon name={icon} size="s" />
      {children}
    </>
  );
  return form ? (
    <form className="switches" method="post" action={form.action} aria-label={label}>
      {form.hidden}
      {row}
    </form>
  ) : (
    <nav className="switches" aria-label={label}>
      {row}
    </nav>
  );
}
