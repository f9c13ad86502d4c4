import { Notice, PageHead, Stack } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, type PageProps, PageTitle, Submit, useI18n } from '../../platform/index.ts';

/** Where the mail's link leads: one button, because programs that scan mails open links but press nothing. */
export default function ConfirmPage({ search }: PageProps) {
  const i18n = useI18n();
  const token = search.get('token');
  return (
    <Stack>
      <PageTitle>{i18n.t('members.confirm.title')}</PageTitle>
      <PageHead title={i18n.t('members.confirm.title')} mid />
      {token ? (
        <ActionForm operation="members.confirm" next="/me?welcome=1" reload className="form">
          <FormProblem />
          <p>{i18n.t('members.confirm.text')}</p>
          <Hidden name="token" value={token} />
          <div className="actions">
            <Submit>{i18n.t('members.confirm.submit')}</Submit>
          </div>
        </ActionForm>
      ) : (
        <Notice tone="warning">{i18n.t('members.link.broken')}</Notice>
      )}
      <p className="small">
        {i18n.t('members.confirm.spent')} <a href="/join/sent">{i18n.t('members.resend.link')}</a>
      </p>
    </Stack>
  );
}
