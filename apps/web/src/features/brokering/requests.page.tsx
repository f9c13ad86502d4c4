import { modalities, themeIds } from '@baraza/domain/brokering';
import { regions } from '@baraza/domain/cities';
import { unmetKinds } from '@baraza/domain/record';
import { Button, Buttons, Empty, Notice, PageHead, Rows, Tabs } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
  useReader,
} from '../../platform/index.ts';
import { WorldMap } from '../cities/index.ts';
import { requestFacetsQuery, requestsQuery, searchesQuery } from './brokering.queries.ts';
import { sdgIds, workingLanguages } from './choices.ts';
import { knownFilters } from './list-address.ts';
import { ListPages } from './list-pages.tsx';
import { RequestRow } from './request-card.tsx';
import { RequestFilters, requestStates } from './request-filters.tsx';
import { SaveSearch } from './saved-searches.tsx';

const choices = {
  kind: ['need', 'offer', 'exchange'],
  theme: themeIds,
  sdg: [...sdgIds, 0],
  region: regions,
  state: requestStates,
  modality: modalities,
  language: workingLanguages,
  unmet: unmetKinds,
};

/** The filter an address holds. */
const filterOf = (search: URLSearchParams) => ({
  kind: search.getAll('kind'),
  theme: search.getAll('theme'),
  sdg: search.getAll('sdg'),
  region: search.getAll('region'),
  state: search.getAll('state'),
  modality: search.getAll('modality'),
  language: search.getAll('language'),
  unmet: search.get('unmet') || undefined,
  cluster: search.get('cluster') ?? undefined,
  organisation: search.get('organisation') ?? undefined,
  q: search.get('q') || undefined,
});
type Filter = Parameters<typeof requestsQuery>[1];
const queryOf = (api: ApiClient, search: URLSearchParams) =>
  requestsQuery(api, { ...filterOf(search), cursor: search.get('cursor') ?? undefined } as Filter);
const facetsOf = (api: ApiClient, search: URLSearchParams) => requestFacetsQuery(api, filterOf(search) as Filter);

export const data = (api: ApiClient, at: Located) => {
  const search = knownFilters(at.search, choices);
  return [queryOf(api, search), facetsOf(api, search), searchesQuery(api)];
};

/** The same list of one organisation only. */
const ofOrganisation = (search: URLSearchParams, slug: string): string => {
  const there = new URLSearchParams(search);
  there.delete('cursor');
  there.set('organisation', slug);
  return `/requests?${there}`;
};

/** Published requests: what cities need and offer, and who acts next on each. */
export default function RequestsPage({ search: asked }: PageProps) {
  const search = knownFilters(asked, choices);
  const i18n = useI18n();
  const reader = useReader();
  const api = useApi();
  const { items, next } = useData(queryOf(api, search));
  const facets = useData(facetsOf(api, search));
  const unmet = search.get('unmet');
  const kind = search.get('kind');
  const tab = (value: string | null, label: string) => {
    const to = new URLSearchParams(search);
    to.delete('cursor');
    to.delete('kind');
    if (value) to.set('kind', value);
    const counts = Object.entries(facets.kind).filter(([kind]) => value === null || kind === value);
    return {
      href: to.size > 0 ? `/requests?${to}` : '/requests',
      label,
      current: kind === value,
      count: i18n.number(counts.reduce((sum, [, count]) => sum + count, 0)),
    };
  };
  return (
    <div className="stack">
      <PageTitle>{i18n.t('kernel.place.requests')}</PageTitle>
      <PageHead title={i18n.t('kernel.place.requests')} lead={i18n.t('brokering.list.lead')} />
      <Buttons>
        <Button kind="go" href="/requests/new">
          {i18n.t('brokering.list.new')}
        </Button>
        <Button href="/partnerships">{i18n.t('brokering.partnerships.title')}</Button>
        {reader?.roles.some((role) => role === 'broker' || role === 'lead_broker') && (
          <Button href="/desk">{i18n.t('kernel.place.desk')}</Button>
        )}
      </Buttons>
      <Tabs
        label={i18n.t('brokering.list.kinds')}
        tabs={[
          tab(null, i18n.t('brokering.list.all')),
          tab('need', i18n.t('brokering.list.needs')),
          tab('offer', i18n.t('brokering.list.offers')),
          tab('exchange', i18n.t('brokering.list.exchanges')),
        ]}
      />
      {(unmet === 'ended' || unmet === 'waiting') && (
        <Notice>
          <p>
            {i18n.t(`brokering.filter.unmet.${unmet}`)} <a href="/unmet">{i18n.t('kernel.place.unmet')}</a>
          </p>
        </Notice>
      )}
      <RequestFilters key={search.toString()} search={search} facets={facets} />
      {reader && !unmet && <SaveSearch search={search} />}
      {facets.places.length > 0 && (
        <WorldMap
          places={facets.places}
          past="#list"
          label={i18n.t('brokering.map.label', { count: facets.places.length })}
          spot={({ slug, name, requests }) => ({
            href: ofOrganisation(search, slug),
            title: i18n.t('brokering.map.spot', { name, count: requests }),
          })}
        />
      )}
      <div id="list">
        {items.length === 0 ? (
          <Empty
            title={i18n.t('brokering.list.empty')}
            action={<Button href="/requests">{i18n.t('brokering.list.clear')}</Button>}
          >
            {i18n.t('brokering.list.emptyHint')}
          </Empty>
        ) : (
          <Rows>
            {items.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </Rows>
        )}
      </div>
      <ListPages path="/requests" search={search} next={next} />
    </div>
  );
}
