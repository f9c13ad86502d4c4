import { isLocalPath } from '@baraza/contracts/path';
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

/** Sign in, and go on to where one was going. */
export default function SignInPage({ search }: PageProps) {
  const i18n = useI18n();
  const wanted = search.get('next');
  const next = isLocalPath(wanted) && !wanted.includes(':') ? wanted : '/';
  return (
    <Stack>
      <PageTitle>{i18n.t('kernel.signIn')}</PageTitle>
      <PageHead title={i18n.t('kernel.signIn')} mid />
      {search.get('done') === 'reset' && <Notice tone="success">{i18n.t('members.reset.done')}</Notice>}
      <ActionForm operation="members.signIn" next={next} reload className="form">
        <FormProblem />
        <TextInput name="email" type="email" autoComplete="username" label={i18n.t('members.email')} required />
        <TextInput
          name="password"
          type="password"
          autoComplete="current-password"
          label={i18n.t('members.password')}
          required
        />
        <div className="actions">
          <Submit>{i18n.t('kernel.signIn')}</Submit>
          <a href="/forgot">{i18n.t('members.forgot.link')}</a>
        </div>
      </ActionForm>
      <p>
        {i18n.t('members.signIn.new')} <a href="/join">{i18n.t('kernel.join')}</a>
      </p>
      <p className="small">
        {i18n.t('members.signIn.noMail')} <a href="/join/sent">{i18n.t('members.resend.link')}</a>
      </p>
    </Stack>
  );
}
