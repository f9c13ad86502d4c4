import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './figure.css';

export interface FigureProps {
  /** The number, already formatted. */
  value: string;
  /** Address of its passport, and what following it does: "790, see its passport". */
  href?: string | undefined;
  label?: string | undefined;
  /** Unit and what it counts. */
  children: ReactNode;
}

/** A figure that opens to its passport. */
export const Figure = ({ value, href, label, children }: FigureProps) => (
  <p className="figure">
    {href ? (
      <a className="fig" href={href} aria-label={label}>
        {value}
      </a>
    ) : (
      <span className="fig">{value}</span>
    )}{' '}
    <span>{children}</span>
  </p>
);

export interface PassportProps {
  id?: string | undefined;
  title: ReactNode;
  show: ReactNode;
  hide: ReactNode;
  open?: boolean | undefined;
  /** Facts and tables. */
  children: ReactNode;
  /** Two lines for machines, closing the sheet. */
  strip?: readonly string[] | undefined;
}

/** What a figure measures, counts, was divided by, comes from, and who signed it. */
export const Passport = ({ id, title, show, hide, open, children, strip }: PassportProps) => (
  <details className="pass bare" id={id} open={open}>
    <summary>
      <Icon name="passport" /> {title} <span className="show-hide show">{show}</span>
      <span className="show-hide hide">{hide}</span>
    </summary>
    <div>{children}</div>
    {strip && (
      <p className="mrz" aria-hidden="true">
        {strip.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    )}
  </details>
);
