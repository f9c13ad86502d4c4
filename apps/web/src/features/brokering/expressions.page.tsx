import { Empty, PageHead, Ref, Rows, Stack } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { expressionsQuery, requestQuery } from './brokering.queries.ts';
import { ExpressionRow } from './expression-row.tsx';
import { ListPages } from './list-pages.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
const queryOf = (api: ApiClient, { params, search }: Located) =>
  expressionsQuery(api, refOf(params), search.get('cursor') ?? undefined);
export const data = (api: ApiClient, located: Located) => [
  requestQuery(api, refOf(located.params)),
  queryOf(api, located),
];

/** Whoever expressed interest in a request, as far as the reader may know: all of them, page by page. */
export default function ExpressionsPage({ params, search }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const { ref, title } = useData(requestQuery(api, refOf(params)));
  const { items, next } = useData(queryOf(api, { params, search }));
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.expression.title')}</PageTitle>
      <PageHead
        title={i18n.t('brokering.expression.title')}
        meta={
          <>
            <Ref>{ref}</Ref>
            <a className="plain" href={`/requests/${ref}`} lang={title?.locale} dir="auto">
              {title?.text ?? i18n.t('brokering.untitled')}
            </a>
          </>
        }
        mid
      />
      {items.length === 0 ? (
        <Empty title={i18n.t('brokering.expression.none')} />
      ) : (
        <Rows>
          {items.map((expression) => (
            <ExpressionRow key={expression.id} as="h2" expression={expression} />
          ))}
        </Rows>
      )}
      <ListPages path={`/requests/${ref}/expressions`} search={search} next={next} />
    </Stack>
  );
}
