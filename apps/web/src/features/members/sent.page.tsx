import { Notice, PageHead, Section, Stack } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  type PageProps,
  PageTitle,
  Submit,
  TextInput,
  useI18n,
} from '../../platform/index.ts';
import { MailKept } from './mail-kept.tsx';

/** After asking for an account: what to do now, and the mail once more. */
export default function SentPage({ search }: PageProps) {
  const i18n = useI18n();
  const mail = search.get('mail');
  return (
    <Stack>
      <PageTitle>{i18n.t('members.sent.title')}</PageTitle>
      <PageHead title={mail ? i18n.t('members.sent.title') : i18n.t('members.resend.title')} mid />
      {mail && <Notice tone="success">{i18n.t('members.sent.text')}</Notice>}
      {mail === 'kept' && <MailKept />}
      <Section title={i18n.t('members.resend.heading')} quiet={!mail}>
        <ActionForm operation="members.resend" next="/join/sent?mail=:mail" className="form">
          <FormProblem />
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            label={i18n.t('members.email')}
            hint={i18n.t('members.resend.hint')}
            required
          />
          <div className="actions">
            <Submit kind={mail ? 'plain' : 'go'}>{i18n.t('members.resend.submit')}</Submit>
          </div>
        </ActionForm>
      </Section>
    </Stack>
  );
}
