import { themeIds } from '@baraza/domain/brokering';
import { Empty, PageHead, Rows, Stack } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { partnershipsQuery } from './brokering.queries.ts';
import { knownFilters } from './list-address.ts';
import { ListPages } from './list-pages.tsx';
import { PartnershipRow } from './match-row.tsx';
import { partnershipStates } from './states.tsx';

const choices = { state: partnershipStates, theme: themeIds };

const queryOf = (api: ApiClient, search: URLSearchParams) =>
  partnershipsQuery(api, {
    cursor: search.get('cursor') ?? undefined,
    organisation: search.get('organisation') ?? undefined,
    state: search.getAll('state'),
    theme: search.getAll('theme'),
  });
export const data = (api: ApiClient, { search }: Located) => [queryOf(api, knownFilters(search, choices))];

/** What came of it: partnerships cities agreed, for anybody to see. */
export default function PartnershipsPage({ search: asked }: PageProps) {
  const search = knownFilters(asked, choices);
  const i18n = useI18n();
  const { items, next } = useData(queryOf(useApi(), search));
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.partnerships.title')}</PageTitle>
      <PageHead title={i18n.t('brokering.partnerships.title')} lead={i18n.t('brokering.partnerships.lead')} />
      {items.length === 0 ? (
        <Empty title={i18n.t('brokering.partnerships.empty')}>{i18n.t('brokering.partnerships.emptyHint')}</Empty>
      ) : (
        <Rows>
          {items.map((p) => (
            <PartnershipRow key={p.id} as="h2" partnership={p} />
          ))}
        </Rows>
      )}
      <ListPages path="/partnerships" search={search} next={next} />
    </Stack>
  );
}
