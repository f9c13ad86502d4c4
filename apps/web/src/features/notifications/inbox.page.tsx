import { Button, Buttons, Empty, PageHead, Pager, Rows, Tabs } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  ActionForm,
  type ApiClient,
  Hidden,
  type Located,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useI18n,
  useStream,
} from '../../platform/index.ts';
import { NotificationRow } from './notification-row.tsx';
import { type InboxView, inboxQuery } from './notifications.queries.ts';

const viewOf = (search: URLSearchParams): InboxView => (search.get('view') === 'unread' ? 'unread' : 'all');
const queryOf = (api: ApiClient, search: URLSearchParams) =>
  inboxQuery(api, viewOf(search), search.get('cursor') ?? undefined);

export const data = (api: ApiClient, { search }: Located) => [queryOf(api, search)];

/** What the reader was told, newest first; it grows while they look at it. */
export default function InboxPage({ search }: PageProps) {
  const i18n = useI18n();
  const queries = useQueryClient();
  const view = viewOf(search);
  const { items, next, unread, stream, seq } = useData(queryOf(useApi(), search));
  const again = () => void queries.invalidateQueries({ queryKey: ['notifications'] });
  useStream(stream, seq, { onNews: again, onReset: again });
  const path = view === 'unread' ? '/inbox?view=unread' : '/inbox';
  const [newest] = items;
  return (
    <div className="stack">
      <PageTitle>{i18n.t('kernel.place.inbox')}</PageTitle>
      <PageHead
        title={i18n.t('kernel.place.inbox')}
        mid
        meta={<span>{i18n.t('notifications.unreadCount', { count: unread })}</span>}
      />
      <Buttons>
        <Button href="/me" icon="me">
          {i18n.t('notifications.profile')}
        </Button>
        <Button href="/inbox/settings" icon="bell">
          {i18n.t('notifications.settings.title')}
        </Button>
        {unread > 0 && newest && (
          <ActionForm operation="notifications.markAllRead">
            <Hidden name="until" value={newest.raisedAt} />
            <Submit kind="plain">{i18n.t('notifications.markAllRead')}</Submit>
          </ActionForm>
        )}
      </Buttons>
      <Tabs
        label={i18n.t('notifications.tabs')}
        tabs={[
          { href: '/inbox', label: i18n.t('notifications.tab.all'), current: view === 'all' },
          {
            href: '/inbox?view=unread',
            label: i18n.t('notifications.tab.unread'),
            current: view === 'unread',
            ...(unread > 0 && { count: i18n.number(unread) }),
          },
        ]}
      />
      {items.length === 0 ? (
        <Empty title={i18n.t('notifications.empty')}>{i18n.t('notifications.emptyHint')}</Empty>
      ) : (
        <Rows>
          {items.map((item) => (
            <NotificationRow key={item.id} notification={item} />
          ))}
        </Rows>
      )}
      {(next || search.has('cursor')) && (
        <Pager
          label={i18n.t('kernel.place.inbox')}
          previous={search.has('cursor') ? { href: path, label: i18n.t('kernel.previous') } : undefined}
          next={
            next
              ? { href: `${path}${view === 'unread' ? '&' : '?'}cursor=${next}`, label: i18n.t('kernel.next') }
              : undefined
          }
        />
      )}
    </div>
  );
}
