import type { ReactNode } from 'react';
import './plate.css';

/** A language code on a plate. */
export const Plate = ({ children }: { children: string }) => (
  <span className="plate" aria-hidden="true">
    {children}
  </span>
);

/** A neutral tag: a theme, a cluster. */
export const Tag = ({ children, href }: { children: ReactNode; href?: string | undefined }) =>
  href ? (
    <a className="tag" href={href}>
      {children}
    </a>
  ) : (
    <span className="tag">{children}</span>
  );

/** A key to press; said by the words beside it. */
export const Kbd = ({ children }: { children: string }) => (
  <span aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
);
