import type { ReactNode } from 'react';
import { Details } from '../pieces/details.tsx';
import type { LinkTo } from '../shapes.ts';
import '../pieces/nav.css';
import { Button } from './button.tsx';

export interface FiltersProps {
  /** "Filter · 2 on". */
  summary: ReactNode;
  /** Where the GET form leads; the address holds every filter. */
  action: string;
  submit: ReactNode;
  /** Link that takes every filter away. */
  clear?: LinkTo | undefined;
  open?: boolean | undefined;
  /** Field and group elements. */
  children: ReactNode;
}

/** Filters of a list: closed until wanted, plain addresses. */
export const Filters = ({ summary, action, submit, clear, open, children }: FiltersProps) => (
  <div className="filters">
    <Details summary={summary} open={open}>
      <form action={action}>
        {children}
        <div className="btns">
          <Button>{submit}</Button>
          {clear && (
            <Button kind="link" href={clear.href}>
              {clear.label}
            </Button>
          )}
        </div>
      </form>
    </Details>
  </div>
);
