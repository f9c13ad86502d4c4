import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './form.css';

/** What stands around a control. */
export interface EntryWords {
  label: ReactNode;
  /** What to write, before it is written. */
  hint?: ReactNode;
  /** What to do, after it went wrong. */
  error?: ReactNode;
  /** How much room is left: "120 of 500 characters". */
  counter?: ReactNode;
}

/** The ids that tie a control to its words. */
export const describedBy = (id: string, { hint, error, counter }: EntryWords): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`, counter && `${id}-counter`].filter(Boolean).join(' ') || undefined;

export const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children ? (
    <span className="hint" id={`${id}-hint`}>
      {children}
    </span>
  ) : null;

export const ErrorLine = ({ id, children }: { id: string; children: ReactNode }) =>
  children ? (
    <p className="wrong" id={`${id}-error`}>
      <Icon name="warn" size="s" />
      <span>{children}</span>
    </p>
  ) : null;
