import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-paths.ts';
import type { LinkTo } from '../shapes.ts';
import './thread.css';

export interface PostProps {
  /** Its number in the thread, its anchor (`p3`) and what the number says: "Post 3". */
  number: string;
  id: string;
  label: string;
  /** An AuthorLine. */
  author: ReactNode;
  /** Where it is accepted: a Worked line. */
  worked?: ReactNode;
  /** UserText, Cite, Tongue. */
  children: ReactNode;
  /** Act buttons or forms around them. */
  acts?: ReactNode;
  /** One Act at the far corner: quote. */
  corner?: ReactNode;
}

/** A numbered paragraph of a thread. */
export const Post = ({ number, id, label, author, worked, children, acts, corner }: PostProps) => (
  <article className="post" id={id}>
    <a className="no" href={`#${id}`} aria-label={label}>
      {number}
    </a>
    <header>{author}</header>
    {worked}
    {children}
    {acts && <div className="acts">{acts}</div>}
    {corner && <div className="corner">{corner}</div>}
  </article>
);

export interface AuthorLineProps {
  name: ReactNode;
  /** For whom they speak, and when. */
  detail?: ReactNode;
  as?: 'h2' | 'h3' | 'p' | undefined;
}

/** Who wrote it. No picture. */
export const AuthorLine = ({ name, detail, as: As = 'h2' }: AuthorLineProps) => (
  <div className="author">
    <As>
      <bdi>{name}</bdi>
    </As>
    {detail && <p>{detail}</p>}
  </div>
);

/** An accepted answer: "Worked in our context: Brazil, 11 March". */
export const Worked = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <p className="ok">
    <Icon name="sq-check" />
    <span>
      <b>{label}</b> {children}
    </span>
  </p>
);

export interface ActProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName;
  label: ReactNode;
  count?: ReactNode;
  /** For what toggles. */
  pressed?: boolean | undefined;
  href?: string | undefined;
}

/** A small act under a post. A submit button unless it links; wrap it in a form. */
export function Act({ icon, label, count, pressed, href, ...button }: ActProps) {
  const content = (
    <>
      <Icon name={icon} />
      <span>{label}</span> {count !== undefined && <b>{count}</b>}
    </>
  );
  if (href)
    return (
      <a className="act" href={href}>
        {content}
      </a>
    );
  return (
    <button type="submit" {...button} className="act" aria-pressed={pressed}>
      {content}
    </button>
  );
}

/** Another's words, with whose they are. */
export const Cite = ({ children, source, lang }: { children: ReactNode; source: ReactNode; lang?: string }) => (
  <blockquote className="cite voice" lang={lang} dir={lang && 'auto'}>
    {children}
    <footer>{source}</footer>
  </blockquote>
);

/** Where the reader stopped last time. */
export const Unread = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p className="unread" id={id}>
    {children}
  </p>
);

export interface DigestProps {
  title: ReactNode;
  note?: ReactNode;
  /** Sentences that were confirmed by whom they quote. */
  confirmed?: { label: string; lines: readonly ReactNode[] } | undefined;
  /** A NextStep, while a sentence waits. */
  next?: ReactNode;
  children: ReactNode;
}

/** A consolidated reply. Cite posts in it with Cited. */
export function Digest({ title, note, confirmed, next, children }: DigestProps) {
  const id = useId();
  return (
    <section className="digest" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {note && <small> · {note}</small>}
      </h2>
      {children}
      {confirmed && (
        <ul className="signs" aria-label={confirmed.label}>
          {confirmed.lines.map((line, index) => (
            <li key={typeof line === 'string' ? line : index} className="state go">
              <Icon name="check" size="s" /> {line}
            </li>
          ))}
        </ul>
      )}
      {next}
    </section>
  );
}

/** A reference to a numbered post. */
export const Cited = ({ href, label }: LinkTo) => (
  <a className="fn" href={href}>
    {label}
  </a>
);
