import { Select, useApi, useData, useI18n } from '../../platform/index.ts';
import { organisationsQuery } from './organisations.ts';

/** An organisation of the network, by its name in the reader's language. */
export function OrganisationSelect({
  name,
  label,
  hint,
  without = [],
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  without?: readonly string[];
  value?: string;
}) {
  const i18n = useI18n();
  const { items } = useData(organisationsQuery(useApi()));
  const options = items
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name: text }) => ({ value: id, label: text }));
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      value={value}
      options={[{ value: '', label: i18n.t('brokering.suggest.choose') }, ...options]}
    />
  );
}
