import { Button, Empty, Field, PageHead, Rows, Stack, Title } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { AccountState } from './account-state.tsx';
import { membersQuery } from './admin.queries.ts';
import { AdminTabs } from './admin-tabs.tsx';
import { More } from './more.tsx';

export const data = (api: ApiClient, { search }: Located) => [membersQuery(api, search)];

/** Everybody, by the beginning of a name or an address. */
export default function AdminMembersPage({ search }: PageProps) {
  const i18n = useI18n();
  const { items, next } = useData(membersQuery(useApi(), search));
  return (
    <Stack>
      <PageTitle>{i18n.t('members.admin.members')}</PageTitle>
      <PageHead title={i18n.t('members.admin.members')} mid />
      <AdminTabs at="members" />
      <search>
        <form className="form" action="/admin/members">
          <Field name="q" type="search" defaultValue={search.get('q') ?? ''} label={i18n.t('members.admin.find')} />
          <div className="actions">
            <Button>{i18n.t('kernel.search')}</Button>
          </div>
        </form>
      </search>
      {items.length === 0 && <Empty title={i18n.t('members.admin.nobody')} />}
      <Rows brief>
        {items.map(({ id, displayName, email, state, confirmed, roles, organisations }) => (
          <li key={id}>
            <Title as="h2" size="s" href={`/admin/members/${id}`}>
              <bdi>{displayName}</bdi>
            </Title>
            <p className="meta">
              <AccountState state={state} confirmed={confirmed} />
              <span>
                <bdi>{email}</bdi>
              </span>
              {roles.length > 1 && (
                <span>
                  {i18n.list(roles.filter((role) => role !== 'member').map((role) => i18n.say(`kernel.role.${role}`)))}
                </span>
              )}
              {organisations.map((name) => (
                <bdi key={name}>{name}</bdi>
              ))}
            </p>
          </li>
        ))}
      </Rows>
      <More path="/admin/members" search={search} next={next} />
    </Stack>
  );
}
