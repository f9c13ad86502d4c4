import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import type { LinkTo } from '../shapes.ts';
import './nav.css';

export interface Tab extends LinkTo {
  current?: boolean | undefined;
  count?: ReactNode;
}

/** Views of one thing, each with its own address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
        {tab.label} {tab.count !== undefined && <span className="num">{tab.count}</span>}
      </a>
    ))}
  </nav>
);

export interface PagerProps {
  label: string;
  previous?: LinkTo | undefined;
  next?: LinkTo | undefined;
  /** Where the reader is: "21 to 40 of about 130". */
  here?: ReactNode;
}

/** Real links to the pages before and after. */
export const Pager = ({ label, previous, next, here }: PagerProps) => (
  <nav className="pager" aria-label={label}>
    {previous && (
      <a className="ilink" href={previous.href} rel="prev">
        <Icon name="back" size="s" /> <span>{previous.label}</span>
      </a>
    )}
    {here && <span className="small soft">{here}</span>}
    {next && (
      <a className="ilink" href={next.href} rel="next">
        <span>{next.label}</span> <Icon name="next" size="s" />
      </a>
    )}
  </nav>
);
