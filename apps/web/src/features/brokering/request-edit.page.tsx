import type { RequestView } from '@baraza/contracts/brokering';
import { FormActions, PageHead, Ref, Split } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Submit,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { clustersQuery } from '../clusters/index.ts';
import { Documents } from '../files/index.ts';
import { requestQuery } from './brokering.queries.ts';
import { MinimumSet, RequestActions, RequestFields } from './request-form.tsx';
import { clusterChoice } from './request-more.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  requestQuery(api, refOf(params)),
  clustersQuery(api, clusterChoice),
];

/** Write it anew: a draft, or what the broker asked about. */
export default function EditRequestPage({ params }: PageProps) {
  const i18n = useI18n();
  const request = useData(requestQuery(useApi(), refOf(params)));
  const { ref } = request;
  return (
    <Split lead={<PageHead title={i18n.t('brokering.edit.title')} meta={<Ref>{ref}</Ref>} mid />} side={<MinimumSet />}>
      <PageTitle>{i18n.t('brokering.edit.title')}</PageTitle>
      <ActionForm
        operation="brokering.reviseRequest"
        params={{ ref }}
        id={MAIN_FORM}
        next="/requests/:ref"
        draft={`request:${ref}`}
        className="form"
      >
        <RequestFields request={request} />
        {request.state === 'needs_info' ? <AnswerElsewhere request={request} /> : <RequestActions />}
      </ActionForm>
      <Documents shelf={request.files} kind="request" subject={request.id} />
    </Split>
  );
}

/** While the brokers wait for an answer, saving does not send: the answer does, on the page of the request. */
function AnswerElsewhere({ request: { ref } }: { request: RequestView }) {
  const i18n = useI18n();
  const note = (
    <>
      {i18n.t('brokering.edit.savedOnly')} <a href={`/requests/${ref}`}>{i18n.t('brokering.edit.answerThere')}</a>
    </>
  );
  return (
    <FormActions note={note}>
      <Submit>{i18n.t('kernel.save')}</Submit>
    </FormActions>
  );
}
