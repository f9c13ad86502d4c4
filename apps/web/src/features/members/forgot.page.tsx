import { Notice, PageHead, Stack } from '@baraza/ui';
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

/** Ask for a mail with which to set a new password. */
export default function ForgotPage({ search }: PageProps) {
  const i18n = useI18n();
  const mail = search.get('mail');
  return (
    <Stack>
      <PageTitle>{i18n.t('members.forgot.title')}</PageTitle>
      <PageHead title={i18n.t('members.forgot.title')} mid />
      {mail && <Notice tone="success">{i18n.t('members.forgot.sent')}</Notice>}
      {mail === 'kept' && <MailKept />}
      <ActionForm operation="members.forgot" next="/forgot?mail=:mail" className="form">
        <FormProblem />
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          label={i18n.t('members.email')}
          hint={i18n.t('members.forgot.hint')}
          required
        />
        <div className="actions">
          <Submit kind={mail ? 'plain' : 'go'}>{i18n.t('members.forgot.submit')}</Submit>
        </div>
      </ActionForm>
    </Stack>
  );
}
