import { Fragment, type ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './why.css';

export interface WhyProps {
  /** "Because". */
  because: ReactNode;
  /** Each clause links to its evidence. */
  clauses: readonly { text: ReactNode; href?: string | undefined }[];
  /** Between clauses and after the last, with their spaces: "; " and "." */
  separator?: string | undefined;
  end?: string | undefined;
  /** What speaks against it: "But: Brazil works in Portuguese." */
  but?: ReactNode;
}

/** Why two sides were put together. Never a score. */
export const Why = ({ because, clauses, separator = '; ', end = '.', but }: WhyProps) => (
  <p className="why plain">
    <Icon name="because" />
    <span>
      {because}{' '}
      {clauses.map(({ text, href }, index) => (
        <Fragment key={href ?? index}>
          {index > 0 && separator}
          {href ? <a href={href}>{text}</a> : text}
        </Fragment>
      ))}
      {end} {but && <span className="due">{but}</span>}
    </span>
  </p>
);
