import type { ReactNode } from 'react';
import './state-path.css';

export interface PathStep {
  name: ReactNode;
  at: 'done' | 'now' | 'ahead';
  date?: ReactNode;
  dateTime?: string | undefined;
}

export interface StatePathProps {
  label: string;
  steps: readonly PathStep[];
  /** The same in one sentence; a phone shows only this and the ruler. */
  children: ReactNode;
}

/** Where a thing stands between its first and last state. */
export const StatePath = ({ label, steps, children }: StatePathProps) => (
  <div className="path">
    <ol aria-label={label}>
      {steps.map(({ name, at, date, dateTime }, index) => (
        <li key={`${index} ${at}`} className={at} aria-current={at === 'now' ? 'step' : undefined}>
          <b>{name}</b> {date && <time dateTime={dateTime}>{date}</time>}
        </li>
      ))}
    </ol>
    <p>{children}</p>
  </div>
);
