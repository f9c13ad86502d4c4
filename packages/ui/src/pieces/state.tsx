import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { Square, Tone } from '../shapes.ts';

export interface StateProps {
  tone?: Tone | undefined;
  square: Square;
  children: ReactNode;
}

/** A state: colour, word and square together, never one alone. */
export const State = ({ tone, square, children }: StateProps) => (
  <span className={cx('state', tone)}>
    <Icon name={`sq-${square}`} size="s" /> {children}
  </span>
);
