import type { ReactNode } from 'react';
import './needs.css';

export interface NeedLine {
  key?: string | undefined;
  text: ReactNode;
  lang?: string | undefined;
  /** A State. */
  state: ReactNode;
  /** Who covers it, or that nobody does yet. */
  by?: ReactNode;
}

/** The lines of a need, numbered, each with how far it is covered. */
export const Needs = ({ lines }: { lines: readonly NeedLine[] }) => (
  <ol className="needs">
    {lines.map(({ key, text, lang, state, by }, index) => (
      <li key={key ?? index}>
        <p className="voice" lang={lang} dir={lang && 'auto'}>
          {text}
        </p>
        {state}
        {by && <p className="by">{by}</p>}
      </li>
    ))}
  </ol>
);
