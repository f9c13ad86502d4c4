import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import './chain.css';

export interface ChainLink {
  icon: IconName;
  /** What it is and when: "Thread, 10 February". */
  kind: ReactNode;
  title?: ReactNode;
  href?: string | undefined;
  lang?: string | undefined;
  /** How it leads to the next one: "led to". */
  relation?: ReactNode;
  /** 'here' is this page, 'ahead' is not there yet. */
  at?: 'past' | 'here' | 'ahead' | undefined;
}

/** How this began: a line of linked steps. Vertical; `wide` lies down where there is room. */
export const Chain = ({ links, wide }: { links: readonly ChainLink[]; wide?: boolean | undefined }) => (
  <ol className={cx('chain', wide && 'wide')}>
    {links.map((link, index) => (
      <li key={link.href ?? index} className={link.at} aria-current={link.at === 'here' ? 'true' : undefined}>
        <span className="bead">
          <Icon name={link.icon} />
        </span>
        <div>
          <span className="kind">{link.kind}</span>
          {link.href ? (
            <a href={link.href} lang={link.lang} dir={link.lang && 'auto'}>
              {link.title}
            </a>
          ) : (
            link.title && <span className="t">{link.title}</span>
          )}
          {link.relation && <span className="rel">{link.relation}</span>}
        </div>
      </li>
    ))}
  </ol>
);
