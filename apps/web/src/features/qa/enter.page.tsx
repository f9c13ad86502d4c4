import { FormActions, PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  type PageProps,
  PageTitle,
  Submit,
  TextInput,
  useI18n,
} from '../../platform/index.ts';

/** Enter the code that is shown at a session. */
export default function EnterPage({ search }: PageProps) {
  const i18n = useI18n();
  return (
    <Stack>
      <PageTitle>{i18n.t('qa.enter.title')}</PageTitle>
      <PageHead title={i18n.t('qa.enter.title')} mid />
      <ActionForm operation="qa.enter" next="/b/:code" className="form">
        <FormProblem />
        <TextInput
          name="code"
          label={i18n.t('qa.enter.code')}
          hint={i18n.t('qa.enter.hint')}
          value={search.get('code') ?? ''}
          autoComplete="off"
          maxLength={20}
          required
        />
        <FormActions note={i18n.t('qa.enter.guest')}>
          <Submit>{i18n.t('qa.enter.submit')}</Submit>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
