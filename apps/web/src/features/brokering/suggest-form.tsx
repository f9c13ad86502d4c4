import type { RequestView } from '@baraza/contracts/brokering';
import { Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, useI18n } from '../../platform/index.ts';
import { Candidates } from '../matching/index.ts';
import { OrganisationSelect } from './organisation-select.tsx';

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
          <OrganisationSelect
            name="organisationId"
            label={i18n.t('brokering.suggest.organisation')}
            hint={i18n.t('brokering.suggest.hint')}
            without={[request.organisation.id]}
          />
          <Submit kind="plain">{i18n.t('brokering.suggest.submit')}</Submit>
        </ActionForm>
      </Section>
    </>
  );
}
