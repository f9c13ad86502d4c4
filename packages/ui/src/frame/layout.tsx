import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import '../pieces/cols.css';

export interface SplitProps {
  /** First at every width: PageHead, StatePath. */
  lead: ReactNode;
  /** The next step: beside the title when there is room, right after it on a phone. */
  early?: ReactNode;
  /** The rest of the side column; after the rest of the page on a phone. */
  side?: ReactNode;
  /** After everything at every width: what is pressed when all of it is read. */
  last?: ReactNode;
  children?: ReactNode;
}

/** A page with a side column from 72em; below that one column in the order lead, early, children, side, last. */
export const Split = ({ lead, early, side, last, children }: SplitProps) => (
  <div className={cx('split', Boolean(last) && 'ended')}>
    <div className="main stack">
      <div className="lead stack">{lead}</div>
      {children}
    </div>
    {(early || side) && (
      <div className="side stack">
        {early && <div className="early stack">{early}</div>}
        {side}
      </div>
    )}
    {last && <div className="last">{last}</div>}
  </div>
);

/** Things one under the other, 32px apart. */
export const Stack = ({ children }: { children: ReactNode }) => <div className="stack">{children}</div>;

export interface ColsProps {
  wide?: 'start' | 'end' | undefined;
  children: ReactNode;
}

/** Two columns from 62em. */
export const Cols = ({ wide, children }: ColsProps) => (
  <div className={cx('cols', wide && `wide-${wide}`)}>{children}</div>
);

export interface SectionProps {
  title: ReactNode;
  /** Small words after the title: "1 of 3 covered". */
  note?: ReactNode;
  /** The title is for screen readers only. */
  quiet?: boolean | undefined;
  /** Without the hairline above. */
  open?: boolean | undefined;
  id?: string | undefined;
  children: ReactNode;
}

/** A titled part of a page, opened by one hairline. */
export function Section({ title, note, quiet, open, id, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={open ? 'part' : 'sec'} id={id} aria-labelledby={heading}>
      <h2 id={heading} className={quiet ? 'vh' : undefined}>
        {title}
        {note && <small> · {note}</small>}
      </h2>
      {children}
    </section>
  );
}
