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
import { matchQuery } from './brokering.queries.ts';
import { PartnershipFields } from './partnership-form.tsx';

const idOf = (params: Located['params']): string => params['id'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  matchQuery(api, idOf(params)),
  organisationsQuery(api, ''),
];

/** Put what was found together into words. */
export default function NewPartnershipPage({ params }: PageProps) {
  const i18n = useI18n();
  const id = idOf(params);
  const match = useData(matchQuery(useApi(), id));
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.partnership.propose')}</PageTitle>
      <PageHead
        title={i18n.t('brokering.partnership.propose')}
        meta={<Ref>{match.request.ref}</Ref>}
        lead={i18n.list(match.organisations.map(({ name }) => name))}
        mid
      />
      <ActionForm
        operation="brokering.proposePartnership"
        params={{ id }}
        id={MAIN_FORM}
        next="/partnerships/:ref"
        draft={`partnership:${id}`}
        className="form"
      >
        <PartnershipFields
          version={match.version}
          title={match.request.title?.text}
          parties={match.parties.map(({ organisation: { id, name }, role }) => ({ id, name, role }))}
        />
      </ActionForm>
    </Stack>
  );
}
