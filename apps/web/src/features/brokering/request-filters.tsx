import { CheckboxGroup, Field, Filters } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { regionIds, themeIds } from './choices.ts';

const states = ['published', 'in_matching', 'in_partnering', 'closed', 'expired'] as const;
const filters = ['theme', 'region', 'sdg', 'state', 'q'];

/** Every filter in the address, so that a list can be sent to somebody. */
export function RequestFilters({ search }: { search: URLSearchParams }) {
  const i18n = useI18n();
  const on = filters.reduce((sum, name) => sum + search.getAll(name).filter(Boolean).length, 0);
  return (
    <Filters
      summary={on > 0 ? i18n.t('brokering.filter.on', { on }) : i18n.t('brokering.filter.title')}
      action="/requests"
      submit={i18n.t('brokering.filter.apply')}
      clear={on > 0 ? { href: '/requests', label: i18n.t('brokering.list.clear') } : undefined}
      open={on > 0}
    >
      {search.get('kind') && <input type="hidden" name="kind" value={search.get('kind') ?? ''} />}
      <Field name="q" type="search" label={i18n.t('brokering.filter.words')} defaultValue={search.get('q') ?? ''} />
      <Field as="select" name="theme" label={i18n.t('brokering.form.themes')} defaultValue={search.get('theme') ?? ''}>
        <option value="">{i18n.t('brokering.filter.any')}</option>
        {themeIds.map((id) => (
          <option key={id} value={id}>
            {i18n.t(`theme.${id}`)}
          </option>
        ))}
      </Field>
      <Field
        as="select"
        name="region"
        label={i18n.t('brokering.filter.region')}
        defaultValue={search.get('region') ?? ''}
      >
        <option value="">{i18n.t('brokering.filter.any')}</option>
        {regionIds.map((id) => (
          <option key={id} value={id}>
            {i18n.t(`region.${id}`)}
          </option>
        ))}
      </Field>
      <CheckboxGroup
        name="state"
        legend={i18n.t('brokering.filter.state')}
        options={states.map((state) => ({ value: state, label: i18n.t(`brokering.state.request.${state}`) }))}
        chosen={search.getAll('state')}
      />
    </Filters>
  );
}
