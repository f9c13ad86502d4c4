import { Notice, PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  type PageProps,
  PageTitle,
  Submit,
  TextInput,
  useI18n,
} from '../../platform/index.ts';

/** Set a new password with the token of the mail. */
export default function ResetPage({ search }: PageProps) {
  const i18n = useI18n();
  const token = search.get('token');
  return (
    <Stack>
      <PageTitle>{i18n.t('members.reset.title')}</PageTitle>
      <PageHead title={i18n.t('members.reset.title')} mid />
      {token ? (
        <ActionForm operation="members.reset" next="/sign-in?done=reset" reload className="form">
          <FormProblem />
          <Hidden name="token" value={token} />
          <TextInput
            name="password"
            type="password"
            autoComplete="new-password"
            label={i18n.t('members.password.new')}
            hint={i18n.t('members.password.hint', { min: 10 })}
            required
          />
          <div className="actions">
            <Submit>{i18n.t('members.reset.submit')}</Submit>
            <span className="hint">{i18n.t('members.reset.note')}</span>
          </div>
        </ActionForm>
      ) : (
        <Notice tone="warning">{i18n.t('members.link.broken')}</Notice>
      )}
      <p className="small">
        {i18n.t('members.reset.spent')} <a href="/forgot">{i18n.t('members.forgot.again')}</a>
      </p>
    </Stack>
  );
}
