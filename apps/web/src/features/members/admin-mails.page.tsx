import { Empty, PageHead, Rows, Stack, Title } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { mailsQuery } from './admin.queries.ts';
import { mailStates } from './admin-states.ts';
import { AdminTabs, StateLinks } from './admin-tabs.tsx';
import { MailState } from './mail-state.tsx';
import { More } from './more.tsx';

export const data = (api: ApiClient, { search }: Located) => [mailsQuery(api, search)];

/** Every mail this house wrote, newest first. */
export default function AdminMailsPage({ search }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const { items, next } = useData(mailsQuery(useApi(), search));
  return (
    <Stack>
      <PageTitle>{i18n.t('members.admin.mail')}</PageTitle>
      <PageHead title={i18n.t('members.admin.mail')} mid />
      <AdminTabs at="mail" />
      <StateLinks
        path="/admin/mail"
        at={mailStates.find((s) => s === search.get('state')) ?? null}
        label={i18n.t('members.admin.byState')}
        states={[
          { value: null, label: i18n.t('members.mail.all') },
          ...mailStates.map((value) => ({ value, label: i18n.t(`members.mail.state.${value}`) })),
        ]}
      />
      {items.length === 0 && <Empty title={i18n.t('members.mail.none')} />}
      <Rows brief>
        {items.map((mail) => (
          <li key={mail.id}>
            <Title as="h2" size="s" href={`/admin/mail/${mail.id}`} lang={mail.locale}>
              {mail.subject}
            </Title>
            <p className="meta">
              <MailState state={mail.state} />
              <span>
                <bdi>{mail.to}</bdi>
              </span>
              <span>{i18n.dateTime(mail.createdAt, timeZone)}</span>
            </p>
          </li>
        ))}
      </Rows>
      <More path="/admin/mail" search={search} next={next} />
    </Stack>
  );
}
