import { Details, Facts, Notice, PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { mailQuery } from './admin.queries.ts';
import { AdminTabs } from './admin-tabs.tsx';
import { MailState } from './mail-state.tsx';
import { Verbatim } from './verbatim.tsx';

export const data = (api: ApiClient, { params }: Located) => [mailQuery(api, params['id'] ?? '')];

/** One mail as it was written. Its HTML is shown as source: nothing a mail carries runs here. */
export default function AdminMailPage({ params }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const mail = useData(mailQuery(useApi(), params['id'] ?? ''));
  return (
    <Stack>
      <PageTitle>{mail.subject}</PageTitle>
      <PageHead title={mail.subject} lang={mail.locale} mid meta={<MailState state={mail.state} />} />
      <AdminTabs at="mail" />
      <Facts
        facts={[
          { term: i18n.t('members.mail.to'), value: <bdi>{mail.to}</bdi> },
          { term: i18n.t('members.mail.written'), value: i18n.dateTime(mail.createdAt, timeZone) },
          ...(mail.sentAt
            ? [{ term: i18n.t('members.mail.sentAt'), value: i18n.dateTime(mail.sentAt, timeZone) }]
            : []),
        ]}
      />
      {mail.error && (
        <Notice tone="error" title={i18n.t('members.mail.state.failed')}>
          <Verbatim>{mail.error}</Verbatim>
        </Notice>
      )}
      <div lang={mail.locale}>
        <Verbatim mail>{mail.text}</Verbatim>
      </div>
      <Details summary={i18n.t('members.mail.source')}>
        <Verbatim>{mail.html}</Verbatim>
      </Details>
      {mail.state !== 'sent' && (
        <ActionForm operation="admin.resendMail" params={{ id: mail.id }}>
          <FormProblem />
          <Submit kind="plain">{i18n.t('members.mail.resend')}</Submit>
        </ActionForm>
      )}
    </Stack>
  );
}
