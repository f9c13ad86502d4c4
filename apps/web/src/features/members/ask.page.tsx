import { affiliationRoles } from '@baraza/domain/kernel';
import { Button, Field, Notice, PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Radios,
  Select,
  Submit,
  TextArea,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { organisationsQuery } from './members.queries.ts';

const searched = (search: Located['search']): string => (search.get('q') ?? '').trim().slice(0, 100);
const found = (api: ApiClient, search: Located['search']) => organisationsQuery(api, searched(search));
export const data = (api: ApiClient, { search }: Located) => (searched(search) ? [found(api, search)] : []);

/** Say where one works: find the organisation first, then what one is to it. */
export default function AskPage({ search }: PageProps) {
  const i18n = useI18n();
  const q = searched(search);
  return (
    <Stack>
      <PageTitle>{i18n.t('members.ask.title')}</PageTitle>
      <PageHead title={i18n.t('members.ask.title')} mid>
        <p>{i18n.t('members.ask.lead')}</p>
      </PageHead>
      <search>
        <form className="form" action="/me/organisations/new">
          <Field
            name="q"
            type="search"
            defaultValue={q}
            label={i18n.t('members.ask.search')}
            hint={i18n.t('members.ask.searchHint')}
          />
          <div className="actions">
            <Button kind={q ? 'plain' : 'go'}>{i18n.t('kernel.search')}</Button>
          </div>
        </form>
      </search>
      {q && <Choose search={search} />}
    </Stack>
  );
}

function Choose({ search }: { search: Located['search'] }) {
  const i18n = useI18n();
  const { items } = useData(found(useApi(), search));
  if (items.length === 0) return <Notice tone="warning">{i18n.t('members.ask.nothing')}</Notice>;
  return (
    <ActionForm
      id={MAIN_FORM}
      operation="members.requestAffiliation"
      next="/me/organisations"
      reload
      draft="members.requestAffiliation"
      className="form"
    >
      <FormProblem />
      <Radios
        name="organisationId"
        legend={i18n.t('members.ask.organisation')}
        {...(items.length === 1 && items[0] && { chosen: items[0].id })}
        options={items.map(({ id, name, country }) => ({
          value: id,
          label: <bdi>{name}</bdi>,
          ...(country && { hint: i18n.country(country) }),
        }))}
      />
      <Select
        name="role"
        value="staff"
        label={i18n.t('members.ask.role')}
        hint={i18n.t('members.ask.roleHint')}
        options={affiliationRoles.map((role) => ({ value: role, label: i18n.t(`kernel.affiliation.${role}`) }))}
      />
      <TextArea name="note" rows={3} label={i18n.t('members.ask.note')} hint={i18n.t('members.ask.noteHint')} />
      <div className="actions">
        <Submit>{i18n.t('members.ask.submit')}</Submit>
        <span className="hint">{i18n.t('members.ask.after')}</span>
      </div>
    </ActionForm>
  );
}
