import { Button, CheckboxGroup, type Choice, ErrorSummary, Field, RadioGroup } from '@baraza/ui';
import type { ReactNode } from 'react';
import { useI18n } from '../world.ts';
import { useForm } from './action-form.tsx';

interface Words {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value?: string | undefined;
  readonly required?: boolean;
}

/** What is common to all: the words that came back, what is wrong with them, an id of its own. */
function useEntry({ name, value }: Words) {
  const form = useForm();
  const error = form.issueOf(name)?.message;
  return { id: `${form.id}-${name}`, name, defaultValue: form.valueOf(name) ?? value, ...(error && { error }) };
}

type InputProps = Words & {
  readonly type?: string;
  readonly autoComplete?: string;
  /** Id of a datalist with suggestions. */
  readonly list?: string;
  readonly inputMode?: 'numeric' | 'email' | 'url';
  readonly maxLength?: number;
  readonly min?: string;
  readonly step?: string;
  readonly max?: string;
};
export function TextInput(props: InputProps) {
  const { value: _, required, ...rest } = props;
  return <Field {...rest} {...useEntry(props)} aria-required={required || undefined} />;
}

export function TextArea(
  props: Words & { readonly rows?: number; readonly maxLength?: number; readonly lang?: string },
) {
  const { value: _, required, ...rest } = props;
  return <Field as="textarea" {...rest} {...useEntry(props)} aria-required={required || undefined} />;
}

export function Select(
  props: Words & { readonly options: readonly { value: string; label: string; lang?: string }[] },
) {
  const { options, value: _, required, ...rest } = props;
  return (
    <Field as="select" {...rest} {...useEntry(props)} aria-required={required || undefined}>
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </Field>
  );
}

interface GroupWords {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly Choice[];
}
export function Checkboxes({ chosen, ...group }: GroupWords & { readonly chosen?: readonly string[] }) {
  const form = useForm();
  const error = form.issueOf(group.name)?.message;
  return <CheckboxGroup {...group} chosen={form.valuesOf(group.name) ?? chosen} {...(error && { error })} />;
}
export function Radios({ chosen, ...group }: GroupWords & { readonly chosen?: string }) {
  const form = useForm();
  const error = form.issueOf(group.name)?.message;
  return <RadioGroup {...group} chosen={form.valueOf(group.name) ?? chosen} {...(error && { error })} />;
}

/** What the server said, above the form: each fault leads to its field. */
export function FormProblem() {
  const i18n = useI18n();
  const { id, problem } = useForm();
  if (!problem) return null;
  const issues = problem.issues ?? [];
  const errors = issues.map((issue) => {
    const name = issue.path.replace(/^(body|query|params)\./, '');
    return { field: `${id}-${name}`, text: issue.message };
  });
  const title =
    issues.length > 0
      ? i18n.t('kernel.form.summary', { count: issues.length })
      : i18n.say(`kernel.problem.${problem.code}`);
  const words = problem.detail || i18n.t('kernel.offline');
  return (
    <div id={`${id}-problem`} tabIndex={-1}>
      <ErrorSummary title={title} errors={errors.length > 0 ? errors : [{ text: words }]} />
    </div>
  );
}

/** Sends the form it stands in; `name` and `value` say which of several buttons it was. */
export function Submit({
  children,
  kind = 'go',
  name,
  value,
  hotkey,
}: {
  children: ReactNode;
  kind?: 'go' | 'plain' | 'link';
  name?: string;
  value?: string;
  hotkey?: string;
}) {
  const { busy } = useForm();
  return (
    <Button kind={kind} busy={busy} {...(name && { name, value })} {...(hotkey && { hotkey })}>
      {children}
    </Button>
  );
}

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);
