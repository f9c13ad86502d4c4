import type { ComponentProps, ReactNode } from 'react';
import '../pieces/thread.css';
import './form.css';

type Plain = Omit<ComponentProps<'form'>, 'className'>;

/** A form of entries, one under the other. Posts by default; the browser leaves judging to the server. */
export const Form = (form: Plain) => <form method="post" noValidate {...form} className="form" />;

/** A form of one text and its send button: a reply, a question. */
export const Composer = (form: Plain) => <form method="post" noValidate {...form} className="composer" />;

/** The buttons of a form; `note` says what will happen and to whom. */
export const FormActions = ({ children, note }: { children: ReactNode; note?: ReactNode }) => (
  <div className="actions">
    {children}
    {note && <span className="hint">{note}</span>}
  </div>
);

/** Two entries side by side where there is room. */
export const Pair = ({ children }: { children: ReactNode }) => <div className="pair">{children}</div>;

/** Words, and how much of it, in one row on any screen. */
export const Measured = ({ children }: { children: ReactNode }) => <div className="measured">{children}</div>;

/** Many short figures, each on a line with what it stands for. */
export const Figures = ({ children }: { children: ReactNode }) => <div className="figures">{children}</div>;

/** What the reader may do here: Move elements. */
export const Moves = ({ children }: { children: ReactNode }) => <div className="moves">{children}</div>;

/** One move: its button or form, and whom it tells. */
export const Move = ({ children, note }: { children: ReactNode; note?: ReactNode }) => (
  <div>
    {children}
    {note && <span className="hint">{note}</span>}
  </div>
);
