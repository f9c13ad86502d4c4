import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import './stale.css';

export interface StaleMarkProps {
  /** "as of 09:40, 2 hours ago". */
  children: ReactNode;
  dateTime?: string | undefined;
  /** Old enough to mind. */
  old?: boolean | undefined;
}

/** How old what is shown is. */
export const StaleMark = ({ children, dateTime, old }: StaleMarkProps) => (
  <span className={cx('stale', old && 'old')}>
    <Icon name="clock" size="s" /> <time dateTime={dateTime}>{children}</time>
  </span>
);
