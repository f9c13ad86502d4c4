import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import type { Clock, LinkTo } from '../shapes.ts';
import { Clocks, TwoClocks } from './clocks.tsx';
import './next-step.css';

export interface NextStepProps {
  /** Who must act, and how the tag stands: pen for the reader, grey for others, red when late. */
  who: ReactNode;
  tone?: 'you' | 'other' | 'late' | undefined;
  /** What must be done; a link when it is the reader's. */
  what: ReactNode;
  href?: string | undefined;
  /** "by <strong>Wed 25 March</strong>", as one phrase. */
  when?: ReactNode;
  clocks?: readonly Clock[] | undefined;
  /** What is left of the time: "in 3 working days", "2 days late". */
  left?: ReactNode;
  /** Three working days or fewer: `left` stands in the due colour. */
  soon?: boolean | undefined;
  /** After the dates: "Benin said: interested". */
  note?: ReactNode;
}

/** Who acts next, what, by when. */
export function NextStep({ clocks, note, ...step }: NextStepProps) {
  return (
    <div className="next">
      <WhoWhat {...step} />
      {(step.when || step.left || note) && (
        <div className="when">
          <Icon name={step.tone === 'late' ? 'warn' : 'clock'} size="s" />
          {step.when && <span>{step.when}</span>}
          {clocks && <TwoClocks clocks={clocks} />}
          <Left {...step} />
          {note && <span>{note}</span>}
        </div>
      )}
    </div>
  );
}

export interface NextStepBandProps extends NextStepProps {
  heading: ReactNode;
  /** A link to the .ics of this deadline. */
  calendar?: LinkTo | undefined;
  children?: ReactNode;
}

/** The page's own next step, under the 3px rule. */
export function NextStepBand({ heading, clocks, calendar, note, children, ...step }: NextStepBandProps) {
  return (
    <Band heading={heading}>
      <div className="next">
        <WhoWhat {...step} />
        {(step.when || step.left) && (
          <div className="when">
            {step.when && <span>{step.when}</span>}
            <Left {...step} />
          </div>
        )}
      </div>
      {clocks && <Clocks clocks={clocks} />}
      {calendar && <CalendarLink {...calendar} />}
      {note && <p className="small soft">{note}</p>}
      {children}
    </Band>
  );
}

/** The one thing that matters most now: one per column. */
export function Band({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="band" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

/** The .ics of a moment. */
export const CalendarLink = ({ href, label }: LinkTo) => (
  <p className="small no-print">
    <a className="ilink" href={href}>
      <Icon name="ics" size="s" /> <span>{label}</span>
    </a>
  </p>
);

/** The pointing tag alone. */
export const Who = ({ tone, children }: { tone?: NextStepProps['tone']; children: ReactNode }) => (
  <span className={cx('who', tone !== 'other' && tone)}>{children}</span>
);

const WhoWhat = ({ who, tone, what, href }: NextStepProps) => (
  <>
    <Who tone={tone}>{who}</Who>{' '}
    {href ? (
      <a className="what" href={href}>
        {what}
      </a>
    ) : (
      <span className="what">{what}</span>
    )}
  </>
);

const Left = ({ left, tone, soon }: NextStepProps) =>
  left ? <span className={tone === 'late' ? 'left stop' : soon ? 'left due' : undefined}>{left}</span> : null;
