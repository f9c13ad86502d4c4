import type { ReactNode } from 'react';
import './records.css';

/** Short lines, each under a word or a State: "Partly  Delivery rounds shared". */
export const Lines = ({ lines }: { lines: readonly { head: ReactNode; text: ReactNode }[] }) => (
  <ul className="lines">
    {lines.map(({ head, text }, index) => (
      <li key={typeof text === 'string' ? text : index}>
        {head} <span>{text}</span>
      </li>
    ))}
  </ul>
);

export interface LogEntry {
  date: ReactNode;
  dateTime?: string | undefined;
  text: ReactNode;
}

/** What happened, newest first. */
export const Log = ({ entries }: { entries: readonly LogEntry[] }) => (
  <ol className="lines">
    {entries.map(({ date, dateTime, text }, index) => (
      <li key={`${index} ${dateTime}`}>
        <time dateTime={dateTime}>{date}</time> <span>{text}</span>
      </li>
    ))}
  </ol>
);

export interface Milestone {
  /** A State. */
  state: ReactNode;
  text: ReactNode;
  lang?: string | undefined;
  date: ReactNode;
}

/** The agreed steps of an undertaking. */
export const Milestones = ({ milestones }: { milestones: readonly Milestone[] }) => (
  <ol className="miles">
    {milestones.map(({ state, text, lang, date }, index) => (
      <li key={typeof text === 'string' ? text : index}>
        {state}{' '}
        <span className="voice" lang={lang} dir={lang && 'auto'}>
          {text}
        </span>{' '}
        <span className="date">{date}</span>
      </li>
    ))}
  </ol>
);
