import { Button, CheckboxGroup, type Choice, ErrorSummary, Field, RadioGroup } from '@baraza/ui';
import { type ReactNode, useRef } from 'react';
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

/** What somebody else has made of these words meanwhile, beside those that were typed over the earlier ones. */
function useHint({ name, value = '', hint }: Words): ReactNode {
  const i18n = useI18n();
  const form = useForm();
  const first = useRef(value);
  const isStale = form.problem?.code === 'stale-version';
  if (!isStale || value === '' || value === (form.valueOf(name) ?? first.current)) return hint;
  return (
    <>
      {hint} <bdi>{i18n.t('kernel.form.nowSays', { text: value })}</bdi>
    </>
  );
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
  return <Field {...rest} {...useEntry(props)} hint={useHint(props)} aria-required={required || undefined} />;
}

/** Of any length, as far as the browser goes: it would cut off what is pasted and say nothing. The server says what is too long. */
export function TextArea(props: Words & { readonly rows?: number; readonly lang?: string }) {
  const { value: _, required, ...rest } = props;
  return (
    <Field as="textarea" {...rest} {...useEntry(props)} hint={useHint(props)} aria-required={required || undefined} />
  );
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

/** A choice of one file. The browser never gives it back, so after a refusal it is chosen anew. */
export function FileInput(props: Words & { readonly accept: readonly string[] }) {
  const { value: _, required, accept, ...rest } = props;
  const { defaultValue: __, ...entry } = useEntry(props);
  return <Field {...rest} {...entry} type="file" accept={accept.join(',')} aria-required={required || undefined} />;
}

interface GroupWords {
  readonly name: string;
  readonly id?: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly Choice[];
}
function useGroup({ name, id }: GroupWords) {
  const form = useForm();
  const error = form.issueOf(name)?.message;
  return { id: id ?? `${form.id}-${name}`, ...(error && { error }) };
}
export function Checkboxes({ chosen, ...group }: GroupWords & { readonly chosen?: readonly string[] }) {
  return <CheckboxGroup {...group} {...useGroup(group)} chosen={useForm().valuesOf(group.name) ?? chosen} />;
}
export function Radios({ chosen, ...group }: GroupWords & { readonly chosen?: string }) {
  return <RadioGroup {...group} {...useGroup(group)} chosen={useForm().valueOf(group.name) ?? chosen} />;
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
  return <ErrorSummary id={`${id}-problem`} title={title} errors={errors.length > 0 ? errors : [{ text: words }]} />;
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
