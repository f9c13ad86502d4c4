import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { LinkTo } from '../shapes.ts';
import { type NextStepProps, Who } from './next-step.tsx';
import { Kbd } from './plate.tsx';
import './desk.css';

export interface QueueProps {
  title: ReactNode;
  /** "11 open, 6 need a broker". */
  count?: ReactNode;
  /** At the far end: the date. */
  note?: ReactNode;
  /** Where the list is, once a case was chosen from it: a narrow window shows one of the two, with this way back. */
  back?: LinkTo | undefined;
  /** QueueGroup elements. */
  children: ReactNode;
}

/** The list of a desk. Stands in Frame layout="desk" with OpenCase beside it and DeskFoot under both. */
export function Queue({ title, count, note, back, children }: QueueProps) {
  const id = useId();
  return (
    <section className={cx('queue', back && 'behind')} aria-labelledby={id}>
      <div className="head">
        {back && (
          <a className="ilink" href={back.href}>
            <Icon name="back" size="s" /> <span>{back.label}</span>
          </a>
        )}
        <h1 id={id}>
          {title} {count && <small>· {count}</small>}
        </h1>
        {note && <span className="soft">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** Cases under one heading: late, today, waiting on others. */
export const QueueGroup = ({ name, count, children }: { name: ReactNode; count?: ReactNode; children: ReactNode }) => (
  <>
    <h2 className="group">
      {name} <span>{count}</span>
    </h2>
    <ul>{children}</ul>
  </>
);

export interface QueueItemProps {
  href: string;
  current?: boolean | undefined;
  /** Date or hour, and what is left of it. */
  due: { date: ReactNode; left?: ReactNode; tone?: 'soon' | 'late' | undefined };
  title: ReactNode;
  lang?: string | undefined;
  who: ReactNode;
  tone?: NextStepProps['tone'];
  what: ReactNode;
  caseRef: string;
  /** How long the other side is silent, or who claimed it. */
  aside?: { icon: 'silent' | 'lock'; text: ReactNode; long?: boolean | undefined } | undefined;
}

/** One case in two lines. */
export const QueueItem = (props: QueueItemProps) => {
  const { href, current, due, title, lang, who, tone, what, caseRef, aside } = props;
  return (
    <li>
      <a className="case" href={href} aria-current={current ? 'true' : undefined}>
        <span className={cx('d', due.tone)}>
          <b>{due.date}</b> {due.left}
        </span>{' '}
        <span className="n" lang={lang} dir={lang && 'auto'}>
          {title}
        </span>{' '}
        <span className={cx('z', aside?.long && 'long')}>
          {aside && (
            <>
              <Icon name={aside.icon} size="s" /> {aside.text}
            </>
          )}
        </span>{' '}
        <span className="w">
          <Who tone={tone}>{who}</Who> {what}
        </span>{' '}
        <span className="ref">
          <bdi>{caseRef}</bdi>
        </span>
      </a>
    </li>
  );
};

export interface OpenCaseProps {
  /** Meta, then the title as h2, then its Tongue. */
  meta: ReactNode;
  title: ReactNode;
  lang?: string | undefined;
  tongue?: ReactNode;
  /** Buttons with their keys. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The case that is open beside the queue. */
export function OpenCase({ meta, title, lang, tongue, actions, children }: OpenCaseProps) {
  const id = useId();
  return (
    <section className="openside" aria-labelledby={id}>
      <div className="open">
        <header>
          <p className="meta">{meta}</p>
          <h2 id={id} lang={lang} dir={lang && 'auto'}>
            {title}
          </h2>
          {tongue}
        </header>
        {children}
      </div>
      {actions && <div className="decide">{actions}</div>}
    </section>
  );
}

/** Under the desk: KeyHints. */
export const DeskFoot = ({ children }: { children: ReactNode }) => <div className="keysrow">{children}</div>;

/** Which keys do what; for eyes, since the buttons carry the words. */
export const KeyHints = ({ hints }: { hints: readonly { keys: readonly string[]; does: ReactNode }[] }) => (
  <p className="keys">
    {hints.map(({ keys, does }) => (
      <span key={keys.join('')}>
        {keys.map((name) => (
          <Kbd key={name}>{name}</Kbd>
        ))}{' '}
        {does}
      </span>
    ))}
  </p>
);
