import type { RequestView } from '@baraza/contracts/brokering';
import { joiningRoles } from '@baraza/domain/brokering';
import { Details, Section } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  Select,
  Submit,
  TextArea,
  useWorld,
} from '../../platform/index.ts';
import { Candidates, candidatesQuery } from '../matching/index.ts';
import { organisationsQuery } from '../members/index.ts';
import { OrganisationInput } from './organisation-input.tsx';

/** What a third may be to the two. */
const thirdParts = [...joiningRoles, 'provider'] as const;

/** What the form needs, where the reader is shown it. */
export const suggestQueries = (api: ApiClient, { ref, maySuggest }: Pick<RequestView, 'ref' | 'maySuggest'>) =>
  maySuggest ? [organisationsQuery(api, ''), candidatesQuery(api, ref)] : [];

/** The broker suggests a partner, of the list or another one; each side is asked on its own. */
export function SuggestForm({ request }: { request: RequestView }) {
  const { i18n, locale } = useWorld();
  return (
    <>
      <Candidates request={request} />
      <Section title={i18n.t('brokering.suggest.else')}>
        <ActionForm operation="brokering.suggestPartner" params={{ ref: request.ref }} className="form">
          <FormProblem />
          <Hidden name="version" value={request.version} />
          <OrganisationInput
            name="organisation"
            label={i18n.t('brokering.suggest.organisation')}
            hint={i18n.t('brokering.suggest.hint')}
            without={[request.organisation.id]}
          />
          <Details summary={i18n.t('brokering.suggest.alongside')}>
            <OrganisationInput
              name="alongside.0.organisation"
              label={i18n.t('brokering.suggest.organisation')}
              hint={i18n.t('brokering.suggest.alongsideHint')}
              without={[request.organisation.id]}
            />
            <Select
              name="alongside.0.part"
              label={i18n.t('brokering.suggest.part')}
              options={[
                { value: '', label: i18n.t('brokering.suggest.choosePart') },
                ...thirdParts.map((part) => ({ value: part, label: i18n.t(`brokering.partyRole.${part}`) })),
              ]}
            />
          </Details>
          <Hidden name="language" value={locale} />
          <TextArea
            name="because"
            label={i18n.t('brokering.suggest.because')}
            hint={i18n.t('brokering.suggest.becauseHint')}
            rows={3}
          />
          <Submit kind="plain">{i18n.t('brokering.suggest.submit')}</Submit>
        </ActionForm>
      </Section>
    </>
  );
}
