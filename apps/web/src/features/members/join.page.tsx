import { autonyms, locales } from '@baraza/i18n';
import { PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  MAIN_FORM,
  PageTitle,
  Select,
  Submit,
  TextInput,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { organisationsQuery } from './members.queries.ts';

const suggestions = (api: ApiClient) => organisationsQuery(api, '', 200);
export const data = (api: ApiClient) => [suggestions(api)];

/** Ask for an account. The answer is the same whether or not the address is known here. */
export default function JoinPage() {
  const i18n = useI18n();
  const { items } = useData(suggestions(useApi()));
  return (
    <Stack>
      <PageTitle>{i18n.t('kernel.join')}</PageTitle>
      <PageHead title={i18n.t('members.join.title')} mid>
        <p>{i18n.t('members.join.lead')}</p>
      </PageHead>
      <ActionForm
        id={MAIN_FORM}
        operation="members.signUp"
        next="/join/sent?mail=:mail"
        draft="members.signUp"
        className="form"
      >
        <FormProblem />
        <TextInput
          name="displayName"
          autoComplete="name"
          label={i18n.t('members.displayName')}
          hint={i18n.t('members.displayName.hint')}
          required
        />
        <TextInput
          name="email"
          type="email"
          autoComplete="email"
          label={i18n.t('members.email')}
          hint={i18n.t('members.join.emailHint')}
          required
        />
        <TextInput
          name="password"
          type="password"
          autoComplete="new-password"
          label={i18n.t('members.password')}
          hint={i18n.t('members.password.hint', { min: 10 })}
          required
        />
        <Select
          name="locale"
          label={i18n.t('members.locale')}
          hint={i18n.t('members.locale.hint')}
          value={i18n.locale}
          options={locales.map((locale) => ({ value: locale, label: autonyms[locale], lang: locale }))}
        />
        <TextInput
          name="organisation"
          autoComplete="organization"
          list="organisations"
          label={i18n.t('members.join.organisation')}
          hint={i18n.t('members.join.organisationHint')}
        />
        <datalist id="organisations">
          {items.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <div className="actions">
          <Submit>{i18n.t('members.join.submit')}</Submit>
          <span className="hint">{i18n.t('members.join.note')}</span>
        </div>
      </ActionForm>
      <p>
        {i18n.t('members.join.have')} <a href="/sign-in">{i18n.t('kernel.signIn')}</a>
      </p>
    </Stack>
  );
}
