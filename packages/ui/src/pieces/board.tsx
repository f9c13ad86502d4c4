import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import { Bar } from './bar.tsx';
import './board.css';

export interface PhaseProps {
  children: ReactNode;
  /** Ink while live, grey before and after. */
  live?: boolean | undefined;
}

/** What is happening now, on a dark tag: on air, collecting, closed. */
export const Phase = ({ children, live = true }: PhaseProps) => (
  <span className={cx('air', !live && 'quiet')}>
    <Icon name="live" size="s" /> {children}
  </span>
);

export interface OnAirProps {
  label: ReactNode;
  question: ReactNode;
  lang?: string | undefined;
  /** Who asked, who answers. */
  detail?: ReactNode;
  /** A Tongue. */
  children?: ReactNode;
}

/** The question on air; changes are read out when the reader pauses. */
export function OnAir({ label, question, lang, detail, children }: OnAirProps) {
  const id = useId();
  return (
    <section className="onair" aria-labelledby={id} aria-live="polite">
      <h2 id={id}>
        <Phase>{label}</Phase>
      </h2>
      <p className="q" lang={lang} dir={lang && 'auto'}>
        {question}
      </p>
      {detail && <p className="small soft">{detail}</p>}
      {children}
    </section>
  );
}

/** The list of questions, in the order they stand. */
export const Questions = ({ children }: { children: ReactNode }) => <ol className="asks">{children}</ol>;

export interface QuestionRowProps {
  /** A VoteButton, or a form around it, or Votes. */
  vote: ReactNode;
  question: ReactNode;
  lang?: string | undefined;
  detail?: ReactNode;
  id?: string | undefined;
  children?: ReactNode;
}

/** One question with its votes. */
export const QuestionRow = ({ vote, question, lang, detail, id, children }: QuestionRowProps) => (
  <li id={id}>
    {vote}
    <div>
      <p className="q" lang={lang} dir={lang && 'auto'}>
        {question}
      </p>
      {detail && <p className="small soft">{detail}</p>}
      {children}
    </div>
  </li>
);

export interface VoteButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Formatted count. */
  votes: string;
  /** "Vote: 33 votes". */
  label: string;
  pressed: boolean;
}

/** Give or take back a vote. A submit button: wrap it in a form. */
export const VoteButton = ({ votes, label, pressed, ...button }: VoteButtonProps) => (
  <button type="submit" {...button} className="vote" aria-pressed={pressed} aria-label={label}>
    <Icon name={pressed ? 'voted' : 'vote'} />
    <span>{votes}</span>
  </button>
);

/** Votes nobody can change here: one's own question, an answered one. */
export const Votes = ({ votes, label }: { votes: string; label: string }) => (
  <p className="vote">
    <Icon name="vote" />
    <span aria-hidden="true">{votes}</span>
    <span className="vh">{label}</span>
  </p>
);

/** What is the reader's own, on the pen's wash. */
export function Mine({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="mine" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export interface PollProps {
  legend: ReactNode;
  name: string;
  options: readonly { value: string; label: ReactNode; share?: number | undefined; shown?: string | undefined }[];
  chosen?: string | undefined;
  disabled?: boolean | undefined;
}

/** A poll: radios with, once shared, how many chose what (`share` 0 to 1, `shown` formatted). */
export const Poll = ({ legend, name, options, chosen, disabled }: PollProps) => (
  <fieldset className="poll" disabled={disabled}>
    <legend>
      <b>{legend}</b>
    </legend>
    {options.map(({ value, label, share, shown }) => (
      <label key={value} className="opt">
        <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
        <span>{label}</span>
        {shown && <span className="num">{shown}</span>}
        {share !== undefined && <Bar share={share} />}
      </label>
    ))}
  </fieldset>
);
