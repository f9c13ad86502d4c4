import type { RequestView } from '@baraza/contracts/brokering';
import { Details, Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Select, Submit, useI18n } from '../../platform/index.ts';
import { Candidates } from '../matching/index.ts';
import { OrganisationInput } from './organisation-input.tsx';

/** What a third may be to the two. */
const thirdParts = ['triangular_funder', 'triangular_technical', 'facilitator', 'provider'] as const;

/** The broker suggests a partner, of the list or another one; each side is asked on its own. */
export function SuggestForm({ request }: { request: RequestView }) {
  const i18n = useI18n();
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
          <Submit kind="plain">{i18n.t('brokering.suggest.submit')}</Submit>
        </ActionForm>
      </Section>
    </>
  );
}
