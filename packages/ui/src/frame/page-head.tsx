import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

export interface PageHeadProps {
  title: ReactNode;
  /** Language of the title when it is not the page's. */
  lang?: string | undefined;
  /** The line above: kind, ref, state. Each child becomes one item. */
  meta?: ReactNode;
  /** A paragraph in the voice of who wrote it. */
  lead?: ReactNode;
  /** A title of 25px instead of 29: boards, forms. */
  mid?: boolean | undefined;
  children?: ReactNode;
}

/** The head of a page: meta line, h1, lead. */
export const PageHead = ({ title, lang, meta, lead, mid, children }: PageHeadProps) => (
  <header className="page-head">
    {meta && <Meta>{meta}</Meta>}
    <h1 className={mid ? 'mid' : undefined} lang={lang} dir={lang && 'auto'}>
      {title}
    </h1>
    {lead && <p className="voice lede">{lead}</p>}
    {children}
  </header>
);

/** A small soft line of facts, 12px apart; wrap each fact in an element. */
export const Meta = ({ children }: { children: ReactNode }) => <p className="meta">{children}</p>;

/** A ref such as REQ-2026-0142: isolated, never broken. */
export const Ref = ({ children }: { children: string }) => (
  <span className="ref">
    <bdi>{children}</bdi>
  </span>
);

export interface TitleProps {
  children: ReactNode;
  href?: string | undefined;
  lang?: string | undefined;
  size?: 's' | undefined;
  as?: 'p' | 'h2' | 'h3' | undefined;
}

/** The title of a thing in a list, in the voice of who wrote it. */
export const Title = ({ children, href, lang, size, as: As = 'h3' }: TitleProps) => (
  <As className={cx('title', size)} lang={lang} dir={lang && 'auto'}>
    {href ? (
      <a className="plain" href={href}>
        {children}
      </a>
    ) : (
      children
    )}
  </As>
);
