import { qaTerms } from '@baraza/domain/qa';
import { autonyms, locales } from '@baraza/i18n';
import { Field, FormActions, Notice } from '@baraza/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import {
  ActionForm,
  FormProblem,
  MAIN_FORM,
  Select,
  Submit,
  TextInput,
  useForm,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import type { Board } from './board-state.ts';

const max = qaTerms.maxChars;

/** Where a question is written. Above it stands who will learn who asked. */
export function AskForm({ board: { code, identity, alias, asks, state } }: { board: Board }) {
  const { i18n, locale } = useWorld();
  const promise = <p className="small soft">{i18n.t(`qa.identity.${identity}`)}</p>;
  if (!asks) return <Closed phase={state.phase} mode={state.mode} />;
  return (
    <ActionForm id={MAIN_FORM} operation="qa.ask" params={{ code }} draft={`qa.ask.${code}`} offline className="form">
      {promise}
      <FormProblem />
      <Question />
      {identity !== 'anonymous' && (
        <TextInput
          name="alias"
          label={i18n.t('qa.alias')}
          hint={i18n.t('qa.aliasHint')}
          value={alias ?? ''}
          maxLength={80}
        />
      )}
      <Select
        name="locale"
        label={i18n.t('qa.language')}
        value={locale}
        options={locales.map((one) => ({ value: one, label: autonyms[one], lang: one }))}
      />
      <FormActions note={i18n.t(`qa.mode.${state.mode}`)}>
        <Submit>{i18n.t('kernel.send')}</Submit>
      </FormActions>
    </ActionForm>
  );
}

/** The box itself: it counts characters as the server does, and keeps the moment of writing for a line that is down. */
function Question() {
  const i18n = useI18n();
  const form = useForm();
  const given = form.valueOf('text') ?? '';
  const [length, setLength] = useState([...given].length);
  const written = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const owner = written.current?.form;
    const clear = () => setLength(0);
    owner?.addEventListener('reset', clear);
    return () => owner?.removeEventListener('reset', clear);
  }, []);
  const error = form.issueOf('text')?.message;
  const onInput = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
    setLength([...currentTarget.value.normalize('NFC').trim()].length);
    if (written.current) written.current.value = new Date().toISOString();
  };
  return (
    <>
      <input ref={written} type="hidden" name="writtenAt" />
      <Field
        as="textarea"
        id={`${form.id}-text`}
        name="text"
        rows={3}
        label={i18n.t('qa.ask')}
        hint={i18n.t('qa.askHint', { max })}
        defaultValue={given}
        onInput={onInput}
        aria-required
        {...(error && { error })}
        {...(length > 0 && {
          counter: length > max ? i18n.t('qa.over', { over: length - max }) : i18n.t('qa.left', { left: max - length }),
        })}
      />
    </>
  );
}

/** Why there is no box. */
function Closed({ phase, mode }: Pick<Board['state'], 'phase' | 'mode'>) {
  const i18n = useI18n();
  if (phase === 'scheduled') return <Notice title={i18n.t('qa.phase.scheduled')}>{i18n.t('qa.opens')}</Notice>;
  if (mode === 'moderators_only' && (phase === 'collecting' || phase === 'live'))
    return <Notice>{i18n.t('qa.refuse.moderatorsOnly')}</Notice>;
  return <Notice title={i18n.t(`qa.phase.${phase}`)}>{i18n.t('qa.refuse.closed')}</Notice>;
}
