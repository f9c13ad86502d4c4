import { FormActions, PageHead, Ref, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Submit,
  TextArea,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { organisationsQuery } from '../members/index.ts';
import { requestQuery } from './brokering.queries.ts';
import { OrganisationInput } from './organisation-input.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  requestQuery(api, refOf(params)),
  organisationsQuery(api, ''),
];

/** What a member knows: this city has done it. The brokers read it first. */
export default function ReferPage({ params }: PageProps) {
  const i18n = useI18n();
  const { ref, title, organisation } = useData(requestQuery(useApi(), refOf(params)));
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.refer.title')}</PageTitle>
      <PageHead
        title={i18n.t('brokering.refer.title')}
        meta={
          <>
            <Ref>{ref}</Ref>
            <a className="plain" href={`/requests/${ref}`} lang={title?.locale} dir="auto">
              {title?.text ?? i18n.t('brokering.untitled')}
            </a>
          </>
        }
        lead={i18n.t('brokering.refer.hint')}
        mid
      />
      <ActionForm
        operation="brokering.referPartner"
        params={{ ref }}
        id={MAIN_FORM}
        next="/requests/:request.ref"
        draft={`refer:${ref}`}
        className="form"
      >
        <FormProblem />
        <OrganisationInput
          name="organisation"
          label={i18n.t('brokering.suggest.organisation')}
          without={[organisation.id]}
        />
        <TextArea name="because" label={i18n.t('brokering.refer.because')} rows={4} required />
        <FormActions>
          <Submit>{i18n.t('brokering.refer.submit')}</Submit>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
