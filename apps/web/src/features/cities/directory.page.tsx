import { organisationKinds, regions } from '@baraza/domain/cities';
import { Empty, Field, Filters, PageHead, Pager, Pair, Rows, Tabs } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { directoryQuery, placesQuery } from './cities.queries.ts';
import { addressOf, type CityFilter, filterOf } from './city-filter.ts';
import { CityRow } from './city-row.tsx';
import { WorldMap } from './world-map.tsx';
import './cities.css';

const listOf = (api: ApiClient, search: URLSearchParams) => {
  const cursor = search.get('cursor');
  return directoryQuery(api, { ...filterOf(search), ...(cursor && { cursor }) });
};

export const data = (api: ApiClient, { search }: Located) => [listOf(api, search), placesQuery(api, filterOf(search))];

/** Who takes part: on the map, by name, by kind, theme and part of the world. The address holds every filter. */
export default function DirectoryPage({ search }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const filter = filterOf(search);
  const { items, next, counts, themes } = useData(listOf(api, search));
  const { places } = useData(placesQuery(api, filter));
  const { kind, ...others } = filter;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="stack">
      <PageTitle>{i18n.t('cities.title')}</PageTitle>
      <PageHead title={i18n.t('cities.title')}>
        <p>{i18n.t('cities.lead')}</p>
      </PageHead>
      <Tabs
        label={i18n.t('cities.kinds.label')}
        tabs={[
          { href: addressOf(others), label: i18n.t('cities.kinds.all'), current: !kind, count: i18n.number(all) },
          ...organisationKinds.map((one) => ({
            href: addressOf({ ...others, kind: one }),
            label: i18n.t(`cities.kinds.${one}`),
            current: kind === one,
            count: i18n.number(counts[one]),
          })),
        ]}
      />
      <DirectoryFilters key={search.toString()} filter={filter} themes={themes} />
      {places.length > 0 && <WorldMap places={places} past="#list" />}
      <div id="list">
        {items.length > 0 ? (
          <Rows>
            {items.map((city) => (
              <CityRow key={city.slug} city={city} />
            ))}
          </Rows>
        ) : (
          <Empty title={i18n.t('cities.none.title')}>{i18n.t('cities.none.text')}</Empty>
        )}
      </div>
      {(next || search.get('cursor')) && (
        <Pager
          label={i18n.t('cities.pages')}
          previous={
            search.get('cursor') ? { href: addressOf(filter), label: i18n.t('cities.fromTheStart') } : undefined
          }
          next={next ? { href: addressOf(filter, next), label: i18n.t('kernel.next') } : undefined}
        />
      )}
    </div>
  );
}

function DirectoryFilters({ filter, themes }: { filter: CityFilter; themes: readonly string[] }) {
  const i18n = useI18n();
  const { kind, ...others } = filter;
  const on = Object.keys(others).length;
  const byLabel = new Intl.Collator(i18n.locale).compare;
  const options = themes
    .map((theme) => ({ theme, label: i18n.say(`theme.${theme}`) }))
    .sort((a, b) => byLabel(a.label, b.label));
  return (
    <Filters
      summary={on > 0 ? i18n.t('cities.filter.on', { count: on }) : i18n.t('cities.filter.title')}
      action="/cities"
      submit={i18n.t('cities.filter.apply')}
      clear={on > 0 ? { href: addressOf(kind ? { kind } : {}), label: i18n.t('cities.filter.clear') } : undefined}
      open={on > 0}
    >
      {kind && <input type="hidden" name="kind" value={kind} />}
      <Field
        name="search"
        type="search"
        dir="auto"
        label={i18n.t('cities.filter.name')}
        defaultValue={filter.search ?? ''}
        maxLength={80}
      />
      <Pair>
        <Field as="select" name="theme" label={i18n.t('cities.filter.theme')} defaultValue={filter.theme ?? ''}>
          <option value="">{i18n.t('cities.filter.any')}</option>
          {options.map(({ theme, label }) => (
            <option key={theme} value={theme}>
              {label}
            </option>
          ))}
        </Field>
        <Field as="select" name="region" label={i18n.t('cities.filter.region')} defaultValue={filter.region ?? ''}>
          <option value="">{i18n.t('cities.filter.any')}</option>
          {regions.map((region) => (
            <option key={region} value={region}>
              {i18n.t(`region.${region}`)}
            </option>
          ))}
        </Field>
      </Pair>
    </Filters>
  );
}
