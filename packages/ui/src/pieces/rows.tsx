import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import './rows.css';

export interface RowsProps {
  /** <li> elements. */
  children: ReactNode;
  /** Tighter, for a side column. */
  brief?: boolean | undefined;
  /** The order means something. */
  ordered?: boolean | undefined;
}

/** A list parted by hairlines. */
export const Rows = ({ children, brief, ordered }: RowsProps) => {
  const List = ordered ? 'ol' : 'ul';
  return <List className={cx('rows', brief && 'brief')}>{children}</List>;
};
