import type { RequestFacets } from '@baraza/contracts/brokering';
import { modalities, themeIds } from '@baraza/domain/brokering';
import { regions } from '@baraza/domain/cities';
import { CheckboxGroup, Field, Filters } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { sdgIds, workingLanguages } from './choices.ts';

export const requestStates = ['published', 'in_matching', 'in_partnering', 'on_hold', 'closed', 'expired'] as const;
const filters = ['theme', 'region', 'sdg', 'modality', 'language', 'state', 'organisation', 'cluster', 'unmet', 'q'];
const kept = ['kind', 'organisation', 'cluster', 'unmet'];

/** Every filter in the address, so that a list can be sent to somebody; behind each choice, how many it would leave. */
export function RequestFilters({ search, facets }: { search: URLSearchParams; facets: RequestFacets }) {
  const i18n = useI18n();
  const on = filters.reduce((sum, name) => sum + search.getAll(name).filter(Boolean).length, 0);
  const counted = (label: string, count = 0) => i18n.t('brokering.filter.counted', { label, count });
  /** What would leave nothing is not offered, unless it is chosen. */
  const choice = (name: Facet, label: string, ids: readonly (string | number)[], nameOf: (id: string) => string) => {
    const chosen = search.get(name) ?? '';
    const counts = facets[name];
    return (
      <Field as="select" name={name} label={label} defaultValue={chosen}>
        <option value="">{i18n.t('brokering.filter.any')}</option>
        {ids
          .map(String)
          .filter((id) => counts[id] || id === chosen)
          .map((id) => (
            <option key={id} value={id}>
              {counted(nameOf(id), counts[id])}
            </option>
          ))}
      </Field>
    );
  };
  return (
    <Filters
      summary={on > 0 ? i18n.t('brokering.filter.on', { on }) : i18n.t('brokering.filter.title')}
      action="/requests"
      submit={i18n.t('brokering.filter.apply')}
      clear={on > 0 ? { href: '/requests', label: i18n.t('brokering.list.clear') } : undefined}
      open={on > 0 && facets.total === 0}
    >
      {kept.map((name) => {
        const value = search.get(name);
        return value && <input key={name} type="hidden" name={name} value={value} />;
      })}
      <Field name="q" type="search" label={i18n.t('brokering.filter.words')} defaultValue={search.get('q') ?? ''} />
      {choice('theme', i18n.t('brokering.form.themes'), themeIds, (id) => i18n.say(`theme.${id}`))}
      {choice('region', i18n.t('brokering.filter.region'), regions, (id) => i18n.say(`region.${id}`))}
      {choice('sdg', i18n.t('brokering.filter.sdg'), [...sdgIds, 0], (id) =>
        id === '0' ? i18n.t('brokering.filter.noGoal') : `${id} · ${i18n.say(`sdg.${id}`)}`,
      )}
      {choice('modality', i18n.t('brokering.filter.modality'), modalities, (id) => i18n.say(`modality.${id}`))}
      {choice('language', i18n.t('brokering.filter.language'), workingLanguages, (id) => i18n.language(id))}
      <CheckboxGroup
        name="state"
        legend={i18n.t('brokering.filter.state')}
        hint={i18n.t('brokering.filter.stateHint')}
        options={requestStates.map((state) => ({
          value: state,
          label: counted(i18n.t(`brokering.state.request.${state}`), facets.state[state]),
        }))}
        chosen={search.getAll('state')}
      />
    </Filters>
  );
}
type Facet = 'theme' | 'region' | 'sdg' | 'modality' | 'language';
