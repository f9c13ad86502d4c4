import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { TextInput, useApi, useData, useI18n } from '../../platform/index.ts';
import { organisationsQuery } from './organisations.ts';

/** Long enough that a name is begun, short enough to be in time. */
const pause = 300;

/**
 * Any organisation of the network, by its name in any language. The list beside the words follows what is typed; without
 * script the whole name is typed, and the server says which ones it may be.
 */
export function OrganisationInput({
  name,
  label,
  hint,
  without = [],
}: {
  name: string;
  label: string;
  hint?: string;
  without?: readonly string[];
}) {
  const i18n = useI18n();
  const api = useApi();
  const list = useId();
  const around = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const box = around.current?.querySelector('input');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWords(box?.value.trim() ?? ''), pause);
    };
    box?.addEventListener('input', typed);
    return () => {
      clearTimeout(timer);
      box?.removeEventListener('input', typed);
    };
  }, []);
  const first = useData(organisationsQuery(api, ''));
  const { data = first } = useQuery({ ...organisationsQuery(api, words), enabled: words !== '' });
  return (
    <div ref={around}>
      <TextInput
        name={name}
        label={label}
        hint={hint ?? i18n.t('brokering.suggest.byName')}
        list={list}
        autoComplete="off"
        maxLength={300}
      />
      <datalist id={list}>
        {data.items
          .filter(({ id }) => !without.includes(id))
          .map(({ id, name: text }) => (
            <option key={id} value={text} />
          ))}
      </datalist>
    </div>
  );
}
