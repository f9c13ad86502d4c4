import { Section } from '@baraza/ui';
import { ActionForm, FormProblem, Radios, Submit, useI18n, useReader } from '../../platform/index.ts';

/** For whom one speaks on this device: an organisation one belongs to, or oneself. */
export function ActingFor() {
  const i18n = useI18n();
  const reader = useReader();
  if (!reader || reader.organisations.length === 0) return null;
  return (
    <Section title={i18n.t('members.acting.title')}>
      <ActionForm operation="members.actFor" reload className="form">
        <FormProblem />
        <Radios
          name="organisationId"
          legend={i18n.t('members.acting.legend')}
          hint={i18n.t('members.acting.hint')}
          chosen={reader.actingFor?.id ?? ''}
          options={[
            ...reader.organisations.map(({ id, name, role }) => ({
              value: id,
              label: <bdi>{name}</bdi>,
              hint: i18n.say(`kernel.affiliation.${role}`),
            })),
            { value: '', label: i18n.t('members.acting.self') },
          ]}
        />
        <div className="actions">
          <Submit kind="plain">{i18n.t('members.acting.submit')}</Submit>
        </div>
      </ActionForm>
    </Section>
  );
}
