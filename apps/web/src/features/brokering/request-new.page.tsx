import { PageHead, Split } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  Hidden,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  useI18n,
  useReader,
} from '../../platform/index.ts';
import { clustersQuery } from '../clusters/index.ts';
import { AlreadyThere } from './already-there.tsx';
import { alreadyThereQuery } from './brokering.queries.ts';
import { MinimumSet, RequestActions, RequestFields } from './request-form.tsx';
import { clusterChoice } from './request-more.tsx';

export const data = (api: ApiClient, { search }: Located) => {
  const like = search.get('like');
  return [clustersQuery(api, clusterChoice), ...(like ? [alreadyThereQuery(api, like)] : [])];
};

/** Write down a need or an offer, in one language, and send it when it is ready. */
export default function NewRequestPage({ search }: PageProps) {
  const i18n = useI18n();
  const reader = useReader();
  const from = search.get('from');
  const acting = reader?.actingFor;
  return (
    <>
      <PageTitle>{i18n.t('brokering.list.new')}</PageTitle>
      <ActionForm
        operation="brokering.draftRequest"
        id={MAIN_FORM}
        next="/requests/:ref"
        draft={`request:new:${from ?? ''}`}
      >
        {from && <Hidden name="from" value={from} />}
        <Split
          lead={
            <PageHead
              title={i18n.t('brokering.list.new')}
              lead={
                acting
                  ? i18n.t('brokering.form.actingFor', { name: acting.name })
                  : i18n.t('brokering.form.noOrganisation')
              }
              mid
            />
          }
          side={
            <>
              <AlreadyThere like={search.get('like')} />
              <MinimumSet />
              <p className="small soft">{i18n.t('files.later')}</p>
            </>
          }
          last={<RequestActions />}
        >
          <div className="form">
            <RequestFields request={null} />
          </div>
        </Split>
      </ActionForm>
    </>
  );
}
