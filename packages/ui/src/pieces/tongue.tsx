import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import { Plate } from './plate.tsx';
import './tongue.css';

export interface TongueProps {
  /** Language it was written in: 'fr'. */
  from: string;
  /** Language it is shown in; absent when shown as written. */
  to?: string | undefined;
  /** The whole sentence, for screen readers: "Written in French, shown in English." */
  sentence: string;
  /** Who or what translated, how old; or "As written". */
  note?: ReactNode;
  /** The other text (a UserText). With it the whole line is a button. */
  children?: ReactNode;
  show?: ReactNode;
  hide?: ReactNode;
  open?: boolean | undefined;
}

/** The language line: never a translation without its original one press away. */
export function Tongue({ from, to, sentence, note, children, show, hide, open }: TongueProps) {
  const line = (
    <>
      <Icon name="lang" /> <Plate>{code(from)}</Plate>{' '}
      {to && (
        <>
          <Icon name="arrow" size="s" /> <Plate>{code(to)}</Plate>{' '}
        </>
      )}
      <span className="vh">{sentence} </span>
      {note}
    </>
  );
  if (!children) return <p className="tongue">{line}</p>;
  return (
    <details className="original bare" open={open}>
      <summary className="tongue">
        {line} {note && <span className="no-print">· </span>}
        <span className="show-hide show">{show}</span>
        <span className="show-hide hide">{hide}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}

const code = (language: string) => (language.split('-')[0] ?? language).toUpperCase();
