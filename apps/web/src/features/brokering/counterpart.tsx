import type { Counterpart } from '@baraza/contracts/brokering';
import { organisationTypes, regions } from '@baraza/domain/cities';
import { sizeBands } from '@baraza/domain/matching';
import { Details } from '@baraza/ui';
import { Checkboxes, useI18n } from '../../platform/index.ts';
import { workingLanguages } from './choices.ts';

const wishes = ['must', 'prefer', 'avoid'] as const;
const matters = ['regions', 'sizes', 'languages', 'types'] as const;
type Matter = (typeof matters)[number];

/** How the values of each matter are called, and which there are. */
export function useMatters() {
  const i18n = useI18n();
  const of = <T extends string>(ids: readonly T[], nameOf: (id: T) => string) =>
    ids.map((id) => ({ value: id as string, label: nameOf(id) }));
  return {
    regions: of(regions, (id) => i18n.t(`region.${id}`)),
    sizes: of(sizeBands, (id) => i18n.t(`brokering.size.${id}`)),
    languages: of(workingLanguages, (code) => i18n.language(code)),
    types: of(organisationTypes, (id) => i18n.t(`organisation.kind.${id}`)),
  } satisfies Record<Matter, unknown>;
}

/** Whom the requester would like to hear from: all of it may stay open. */
export function CounterpartFields({ wishes: said }: { wishes: Counterpart | null }) {
  const i18n = useI18n();
  const choices = useMatters();
  return (
    <Details summary={i18n.t('brokering.counterpart.title')}>
      {wishes.map((wish) => (
        <Details
          key={wish}
          summary={i18n.t(`brokering.counterpart.${wish}`)}
          open={matters.some((matter) => (said?.[wish][matter].length ?? 0) > 0)}
        >
          <p className="hint">{i18n.t(`brokering.counterpart.${wish}Hint`)}</p>
          {matters.map((matter) => (
            <Checkboxes
              key={matter}
              name={`counterpart.${wish}.${matter}`}
              legend={i18n.t(`brokering.counterpart.${matter}`)}
              options={choices[matter]}
              chosen={said?.[wish][matter] ?? []}
            />
          ))}
        </Details>
      ))}
    </Details>
  );
}

/** The same as facts among the terms of a request. */
export function useCounterpartFacts(said: Counterpart | null) {
  const i18n = useI18n();
  const choices = useMatters();
  if (!said) return [];
  return wishes.flatMap((wish) => {
    const named = matters.flatMap((matter) =>
      said[wish][matter].map((id) => choices[matter].find(({ value }) => value === id)?.label ?? id),
    );
    return named.length > 0 ? [{ term: i18n.t(`brokering.counterpart.${wish}`), value: i18n.list(named) }] : [];
  });
}
