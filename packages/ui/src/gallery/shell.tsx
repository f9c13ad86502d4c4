import type { ReactNode } from 'react';
import { Footer, Frame, type IconName, LanguageSwitch, ThemeSwitch } from '../index.ts';
import { at, type Lang, words } from './words.ts';

const icons: readonly IconName[] = ['home', 'forums', 'requests', 'live', 'me', 'desk'];

interface ShellProps {
  lang: Lang;
  /** Index of the current place. */
  here: number;
  back?: boolean;
  layout?: 'page' | 'desk';
  banner?: ReactNode;
  children: ReactNode;
}

export function Shell({ lang, here, back, layout, banner, children }: ShellProps) {
  const w = words[lang];
  return (
    <Frame
      words={w.frame}
      brand={{ href: '/', label: 'Baraza' }}
      back={back ? { href: '/', label: at(w.places, here) } : undefined}
      places={icons.map((icon, index) => ({
        href: `/${icon}`,
        icon,
        label: at(w.places, index),
        count: [3, 0, 2, 0, 0, 6][index],
        counted: w.counted,
        current: index === here,
        wideOnly: index === 5,
      }))}
      acting={{ name: at(w.acting, 0), detail: at(w.acting, 1) }}
      layout={layout}
      banner={banner}
      footer={<Foot lang={lang} />}
    >
      {children}
    </Frame>
  );
}

export function Foot({ lang }: { lang: Lang }) {
  const w = words[lang];
  return (
    <Footer links={w.legal.map((label, index) => ({ href: `/legal/${index}`, label }))}>
      <LanguageSwitch
        label={w.language}
        current={lang}
        languages={[
          { code: 'ar', name: 'العربية', href: '?ar' },
          { code: 'zh', name: '中文', href: '?zh' },
          { code: 'en', name: 'English', href: '?en' },
          { code: 'fr', name: 'français', href: '?fr' },
          { code: 'pt', name: 'português', href: '?pt' },
          { code: 'ru', name: 'русский', href: '?ru' },
          { code: 'es', name: 'español', href: '?es' },
        ]}
      />
      <ThemeSwitch
        label={at(w.theme, 0)}
        current="auto"
        form={{ action: '/theme', name: 'theme' }}
        themes={['light', 'dark', 'auto'].map((value, index) => ({ value, label: at(w.theme, index + 1) }))}
      />
    </Footer>
  );
}
