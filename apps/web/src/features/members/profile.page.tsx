import { autonyms, locales } from '@baraza/i18n';
import { Notice, PageHead, Split } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { ActingFor } from './acting-for.tsx';
import { MeTabs } from './me-tabs.tsx';
import { meQuery } from './members.queries.ts';
import { ProfileForm } from './profile-form.tsx';

export const data = (api: ApiClient) => [meQuery(api)];

/** One's own account: how one is named and reached, and for whom one speaks. */
export default function ProfilePage({ search }: PageProps) {
  const i18n = useI18n();
  const me = useData(meQuery(useApi()));
  const roles = me.roles.map(({ role }) => i18n.say(`kernel.role.${role}`));
  return (
    <Split
      lead={
        <>
          <PageTitle>{i18n.t('members.me.title')}</PageTitle>
          <PageHead
            title={<bdi>{me.displayName}</bdi>}
            mid
            meta={
              <>
                <span>
                  <bdi>{me.email}</bdi>
                </span>
                {roles.length > 0 && <span>{i18n.list(roles)}</span>}
              </>
            }
          />
          <MeTabs at="profile" waiting={me.toDecide.length} />
          {search.get('done') && <Notice tone="success">{i18n.t('members.me.saved')}</Notice>}
          {search.get('welcome') && (
            <Notice tone="success" title={i18n.t('members.welcome.title')}>
              <p>
                {i18n.t('members.welcome.text')} <a href="/me/organisations">{i18n.t('members.welcome.link')}</a>
              </p>
            </Notice>
          )}
        </>
      }
      side={
        <>
          <ActingFor />
          <ActionForm operation="members.signOut" next="/" reload>
            <FormProblem />
            <Submit kind="plain">{i18n.t('kernel.signOut')}</Submit>
          </ActionForm>
        </>
      }
    >
      <ProfileForm me={me} languages={locales.map((locale) => ({ value: locale, label: autonyms[locale] }))} />
    </Split>
  );
}
