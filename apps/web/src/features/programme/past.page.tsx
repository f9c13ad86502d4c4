import { Empty, PageHead, Pager, Rows, Stack } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { pastQuery } from './programme.queries.ts';
import { SessionRow } from './session-row.tsx';

export const data = (api: ApiClient, { search }: Located) => [pastQuery(api, search.get('cursor'))];

/** Sessions that are over, the latest first. */
export default function PastPage({ search }: PageProps) {
  const i18n = useI18n();
  const cursor = search.get('cursor');
  const { items, next } = useData(pastQuery(useApi(), cursor));
  return (
    <Stack>
      <PageTitle>{i18n.t('programme.past')}</PageTitle>
      <PageHead title={i18n.t('programme.past')} />
      {items.length === 0 && <Empty title={i18n.t('kernel.emptyList')} />}
      <Rows>
        {items.map((session) => (
          <SessionRow key={session.id} as="h2" session={session} />
        ))}
      </Rows>
      <Pager
        label={i18n.t('programme.past')}
        {...(cursor && { previous: { href: '/programme/past', label: i18n.t('kernel.back') } })}
        {...(next && {
          next: { href: `/programme/past?${new URLSearchParams({ cursor: next })}`, label: i18n.t('kernel.next') },
        })}
      />
    </Stack>
  );
}
