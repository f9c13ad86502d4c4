import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import '../pieces/notice.css';

export interface ErrorSummaryProps {
  title: ReactNode;
  /** `field` is the id (by default the name) of the control it leads to; without it the words stand alone. */
  errors: readonly { field?: string | undefined; text: ReactNode }[];
}

/** Everything that is wrong with a form, leading to where it can be put right. Takes the focus when it appears. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  if (errors.length === 0) return null;
  return (
    <div className="notice error" role="alert" tabIndex={-1} ref={summary}>
      <Icon name="sq-cross" />
      <div>
        <h2>{title}</h2>
        <ul>
          {errors.map(({ field, text }, index) => (
            <li key={field ?? index}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
