import { isLocalPath } from '@baraza/contracts/path';
import { PageHead } from '@baraza/ui';
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
    <div className="stack">
      <PageTitle>{i18n.t('kernel.signIn')}</PageTitle>
      <PageHead title={i18n.t('kernel.signIn')} mid />
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
        <Submit>{i18n.t('kernel.signIn')}</Submit>
      </ActionForm>
    </div>
  );
}
