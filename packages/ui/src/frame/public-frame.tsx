import type { ReactNode } from 'react';
import type { LinkTo } from '../shapes.ts';
import '../pieces/public.css';
import { Mark } from './mark.tsx';

export interface PublicFrameProps {
  words: { skip: string; site: string };
  brand: LinkTo;
  /** Links of the header; `far` ones leave on a phone. */
  links: readonly (LinkTo & { far?: boolean | undefined })[];
  banner?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of a page anybody may read without signing in. */
export function PublicFrame({ words, brand, links, banner, footer, children }: PublicFrameProps) {
  return (
    <div className="public">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header>
        <a className="brand" href={brand.href}>
          <Mark />
          <span>{brand.label}</span>
        </a>
        <nav aria-label={words.site}>
          {links.map(({ href, label, far }) => (
            <a key={href} className={far ? 'plain far' : 'plain'} href={href}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      {banner}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}
