import type { ReactNode } from 'react';
import './empty.css';

export interface EmptyProps {
  /** What belongs here. */
  title: ReactNode;
  children?: ReactNode;
  /** The first step: a Button. */
  action?: ReactNode;
}

/** An empty place that says what belongs there and offers the first step. */
export const Empty = ({ title, children, action }: EmptyProps) => (
  <div className="empty">
    <p className="title">{title}</p>
    {children && <p className="soft">{children}</p>}
    {action && <div className="btns">{action}</div>}
  </div>
);
