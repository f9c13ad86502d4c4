import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import './details.css';

export interface DetailsProps {
  id?: string | undefined;
  summary: ReactNode;
  open?: boolean | undefined;
  children: ReactNode;
}

/** More, for who wants it. */
export const Details = ({ id, summary, open, children }: DetailsProps) => (
  <details id={id} className="more bare" open={open}>
    <summary>
      <Icon name="down" size="s" /> <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
);
