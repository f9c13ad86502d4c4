import { PageHead, Ref, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { organisationsQuery } from '../members/index.ts';
import { partnershipQuery } from './brokering.queries.ts';
import { PartnershipFields } from './partnership-form.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  partnershipQuery(api, refOf(params)),
  organisationsQuery(api, ''),
];

/** Change the words of a proposal before everybody has signed it. */
export default function AmendPartnershipPage({ params }: PageProps) {
  const i18n = useI18n();
  const partnership = useData(partnershipQuery(useApi(), refOf(params)));
  const { ref, version, title } = partnership;
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.move.partnership.amend')}</PageTitle>
      <PageHead
        title={i18n.t('brokering.move.partnership.amend')}
        meta={<Ref>{ref}</Ref>}
        lead={i18n.t('brokering.partnership.amendNote')}
        mid
      />
      <ActionForm
        operation="brokering.amendPartnership"
        params={{ ref }}
        id={MAIN_FORM}
        next="/partnerships/:ref"
        draft={`partnership:${ref}`}
        className="form"
      >
        <PartnershipFields
          version={version}
          title={title.source?.text ?? title.text}
          parties={partnership.parties.map(({ organisation: { id, name }, role, joined }) => ({
            id,
            name,
            role,
            joined,
          }))}
          written={partnership}
        />
      </ActionForm>
    </Stack>
  );
}
