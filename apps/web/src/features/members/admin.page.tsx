import type { Overview } from '@baraza/contracts/members';
import { Notice, PageHead, Rows, Stack, State } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { overviewQuery } from './admin.queries.ts';
import { AdminTabs } from './admin-tabs.tsx';

export const data = (api: ApiClient) => [overviewQuery(api)];

interface Line {
  readonly href: string;
  readonly what: string;
  readonly words: string;
  /** Somebody or something waits. */
  readonly waits: boolean;
}

/** What waits for whoever keeps the house. */
export default function AdminPage() {
  const i18n = useI18n();
  const overview = useData(overviewQuery(useApi()));
  return (
    <Stack>
      <PageTitle>{i18n.t('kernel.place.admin')}</PageTitle>
      <PageHead title={i18n.t('kernel.place.admin')} mid />
      <AdminTabs at="overview" />
      {!overview.mailServer && <Notice tone="warning">{i18n.t('members.admin.noMailServer')}</Notice>}
      <Rows>
        {useLines(overview).map(({ href, what, words, waits }) => (
          <li key={href}>
            <p>
              <State square={waits ? 'dot' : 'check'} tone={waits ? 'due' : 'go'}>
                <a href={href}>{what}</a>
              </State>
            </p>
            <p>{words}</p>
          </li>
        ))}
      </Rows>
    </Stack>
  );
}

function useLines({ affiliations, members, jobs, mails, overdue }: Overview): readonly Line[] {
  const i18n = useI18n();
  return [
    {
      href: '/admin/affiliations',
      what: i18n.t('members.admin.affiliations'),
      words: i18n.t('members.admin.affiliationsWait', affiliations),
      waits: affiliations.waiting > 0,
    },
    {
      href: '/admin/members',
      what: i18n.t('members.admin.members'),
      words: i18n.t('members.admin.membersAre', members),
      waits: false,
    },
    {
      href: '/admin/jobs',
      what: i18n.t('members.admin.jobs'),
      words: i18n.t('members.admin.jobsAre', { ...jobs, overdue }),
      waits: jobs.parked > 0 || overdue > 0,
    },
    {
      href: mails.failed > 0 ? '/admin/mail?state=failed' : '/admin/mail',
      what: i18n.t('members.admin.mail'),
      words: i18n.t('members.admin.mailsAre', mails),
      waits: mails.failed > 0,
    },
  ];
}
