import type { ChangeEventHandler, ReactNode } from 'react';
import { describedBy, type EntryWords, ErrorLine, Hint } from './entry.tsx';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

interface GroupProps extends Omit<EntryWords, 'label' | 'counter'> {
  name: string;
  /** By default the name: for two groups of one name on a page. */
  id?: string | undefined;
  legend: ReactNode;
  options: readonly Choice[];
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
}

export interface RadioGroupProps extends GroupProps {
  chosen?: string | undefined;
}

export interface CheckboxGroupProps extends GroupProps {
  chosen?: readonly string[] | undefined;
}

/** One of several. The first choice carries the name as its id, so that the error summary can lead there. */
export const RadioGroup = ({ chosen, ...group }: RadioGroupProps) => (
  <Group {...group} type="radio" chosen={chosen === undefined ? [] : [chosen]} />
);

/** Any of several; posted under one name. */
export const CheckboxGroup = ({ chosen = [], ...group }: CheckboxGroupProps) => (
  <Group {...group} type="checkbox" chosen={chosen} />
);

/** More than this stand side by side where there is room. */
const many = 9;

type AnyGroupProps = GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] };

const Group = ({ type, name, id = name, legend, hint, error, options, chosen, onChange }: AnyGroupProps) => (
  <fieldset className="entry" aria-describedby={describedBy(id, { label: legend, hint, error })}>
    <legend>{legend}</legend>
    <Hint id={id}>{hint}</Hint>
    <ErrorLine id={id}>{error}</ErrorLine>
    <div className={options.length > many ? 'choices' : undefined}>
      {options.map((option, index) => (
        <ChoiceLine
          key={option.value}
          {...option}
          type={type}
          name={name}
          id={index === 0 ? id : `${id}-${option.value}`}
          invalid={Boolean(error)}
          chosen={chosen.includes(option.value)}
          onChange={onChange}
        />
      ))}
    </div>
  </fieldset>
);

export interface CheckboxProps extends Omit<EntryWords, 'counter'> {
  name: string;
  value?: string | undefined;
  checked?: boolean | undefined;
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
}

/** One box: agreed or not. */
export const Checkbox = ({ name, label, hint, error, value = 'on', checked, onChange }: CheckboxProps) => (
  <div className="entry">
    <ErrorLine id={name}>{error}</ErrorLine>
    <ChoiceLine
      type="checkbox"
      id={name}
      name={name}
      value={value}
      label={label}
      hint={hint}
      invalid={Boolean(error)}
      error={error ? `${name}-error` : undefined}
      chosen={checked ?? false}
      onChange={onChange}
    />
  </div>
);

interface ChoiceLineProps extends Choice {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  invalid: boolean;
  error?: string | undefined;
  chosen: boolean;
  onChange: ChangeEventHandler<HTMLInputElement> | undefined;
}

function ChoiceLine({ id, label, hint, invalid, error, chosen, ...input }: ChoiceLineProps) {
  const described = [hint && `${id}-choice`, error].filter(Boolean).join(' ') || undefined;
  return (
    <label className="choice" htmlFor={id}>
      <input
        {...input}
        id={id}
        defaultChecked={chosen}
        aria-invalid={invalid && input.type === 'checkbox' ? true : undefined}
        aria-describedby={described}
      />
      <span>
        {label}
        {hint && (
          <span className="hint" id={`${id}-choice`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
