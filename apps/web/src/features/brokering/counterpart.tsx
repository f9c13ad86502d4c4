import type { Counterpart } from '@baraza/contracts/brokering';
import { Details } from '@baraza/ui';
import { Checkboxes, useI18n } from '../../platform/index.ts';
import { organisationTypeIds, regionIds, sizeIds } from './choices.ts';

const wishes = ['must', 'prefer', 'avoid'] as const;

/** Whom the requester would like to hear from: all of it may stay open. */
export function CounterpartFields({ wishes: said }: { wishes: Counterpart | null }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.counterpart.title')}>
      <Checkboxes
        name="counterpart.regions"
        legend={i18n.t('brokering.filter.region')}
        options={regionIds.map((id) => ({ value: id, label: i18n.t(`region.${id}`) }))}
        chosen={said?.regions ?? []}
      />
      <Checkboxes
        name="counterpart.sizes"
        legend={i18n.t('brokering.counterpart.sizes')}
        options={sizeIds.map((id) => ({ value: id, label: i18n.t(`brokering.size.${id}`) }))}
        chosen={said?.sizes ?? []}
      />
      {wishes.map((wish) => (
        <Checkboxes
          key={wish}
          name={`counterpart.${wish}`}
          legend={i18n.t(`brokering.counterpart.${wish}`)}
          options={organisationTypeIds.map((id) => ({ value: id, label: i18n.t(`organisation.kind.${id}`) }))}
          chosen={said?.[wish] ?? []}
        />
      ))}
    </Details>
  );
}

/** The same as facts among the terms of a request. */
export function useCounterpartFacts(said: Counterpart | null) {
  const i18n = useI18n();
  if (!said) return [];
  return [
    said.regions.length > 0 && {
      term: i18n.t('brokering.counterpart.regions'),
      value: i18n.list(said.regions.map((id) => i18n.t(`region.${id}`))),
    },
    said.sizes.length > 0 && {
      term: i18n.t('brokering.counterpart.sizes'),
      value: i18n.list(said.sizes.map((id) => i18n.t(`brokering.size.${id}`))),
    },
    ...wishes.map(
      (wish) =>
        said[wish].length > 0 && {
          term: i18n.t(`brokering.counterpart.${wish}`),
          value: i18n.list(said[wish].map((id) => i18n.t(`organisation.kind.${id}`))),
        },
    ),
  ].filter((fact) => fact !== false);
}
