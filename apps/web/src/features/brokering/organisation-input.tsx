import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { TextInput, useApi, useData, useI18n } from '../../platform/index.ts';
import { organisationsQuery } from '../members/index.ts';
import { useAfterPause } from './use-after-pause.ts';

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
  const [words, typed] = useAfterPause('', pause);
  const first = useData(organisationsQuery(api, ''));
  const { data = first } = useQuery({ ...organisationsQuery(api, words), enabled: words !== '' });
  return (
    <div onInput={({ target }) => target instanceof HTMLInputElement && typed(target.value.trim())}>
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
