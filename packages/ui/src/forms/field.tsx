import type { ComponentProps } from 'react';
import { describedBy, type EntryWords, ErrorLine, Hint } from './entry.tsx';

type Named<T> = Omit<T, 'id' | 'name' | 'className' | 'aria-describedby' | 'aria-invalid'>;

export type FieldProps = EntryWords & {
  name: string;
  /** By default the name; the error summary links to it. */
  id?: string | undefined;
} & (
    | ({ as?: 'input' } & Named<ComponentProps<'input'>>)
    | ({ as: 'textarea' } & Named<ComponentProps<'textarea'>>)
    | ({ as: 'select' } & Named<ComponentProps<'select'>>)
  );

/** A labelled control with its hint, error and counter, tied together by id. */
export function Field({ label, hint, error, counter, name, id = name, ...control }: FieldProps) {
  const wired = {
    id,
    name,
    className: 'field',
    'aria-describedby': describedBy(id, { label, hint, error, counter }),
    'aria-invalid': error ? (true as const) : undefined,
  };
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      <ErrorLine id={id}>{error}</ErrorLine>
      <Control {...control} {...wired} />
      {counter && (
        <span className="hint num" id={`${id}-counter`}>
          {counter}
        </span>
      )}
    </div>
  );
}

type ControlProps =
  | ({ as?: 'input' } & ComponentProps<'input'>)
  | ({ as: 'textarea' } & ComponentProps<'textarea'>)
  | ({ as: 'select' } & ComponentProps<'select'>);

/** dir="auto": people write in their own script, whatever the page's. */
function Control(control: ControlProps) {
  if (control.as === 'textarea') {
    const { as: _, ...props } = control;
    return <textarea dir="auto" rows={4} {...props} />;
  }
  if (control.as === 'select') {
    const { as: _, ...props } = control;
    return <select {...props} />;
  }
  const { as: _, ...props } = control;
  return <input dir={props.type === undefined || props.type === 'text' ? 'auto' : undefined} {...props} />;
}
