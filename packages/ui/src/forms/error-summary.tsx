import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import '../pieces/notice.css';

export interface ErrorSummaryProps {
  id?: string;
  title: ReactNode;
  /** `field` is the id (by default the name) of the control it leads to; without it the words stand alone. */
  errors: readonly { field?: string | undefined; text: ReactNode }[];
}

/**
 * Everything that is wrong with a form, leading to where it can be put right. Takes the focus when it appears; where the
 * server drew it, the browser gave it the focus with the page, and whoever has begun to mend is not called back.
 */
export function ErrorSummary({ id, title, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the attribute stands only in what the server drew: React gives it to no element of its own but controls
    if (!summary.current?.hasAttribute('autofocus')) summary.current?.focus();
  }, []);
  if (errors.length === 0) return null;
  return (
    <div id={id} className="notice error" role="alert" tabIndex={-1} autoFocus ref={summary}>
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
