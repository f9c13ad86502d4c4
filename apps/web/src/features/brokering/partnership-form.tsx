import type { MatchView } from '@baraza/contracts/brokering';
import { autonyms, locales } from '@baraza/i18n';
import { FormActions, Pair } from '@baraza/ui';
import {
  Checkboxes,
  FormProblem,
  Hidden,
  Select,
  Submit,
  TextArea,
  TextInput,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { partyRoleIds, rhythmIds } from './choices.ts';

/** What two cities will do together, in words every party's focal point then accepts. */
export function PartnershipFields({ match }: { match: MatchView }) {
  const { i18n, locale } = useWorld();
  return (
    <>
      <FormProblem />
      <Hidden name="version" value={match.version} />
      <Select
        name="language"
        label={i18n.t('brokering.form.language')}
        hint={i18n.t('brokering.form.languageHint')}
        value={locale}
        options={locales.map((to) => ({ value: to, label: autonyms[to], lang: to }))}
      />
      <TextInput
        name="title"
        label={i18n.t('brokering.partnership.name')}
        value={match.request.title?.text}
        maxLength={200}
        required
      />
      <TextArea
        name="plan"
        label={i18n.t('brokering.partnership.plan')}
        hint={i18n.t('brokering.partnership.planHint')}
        rows={7}
        required
      />
      <fieldset className="entry">
        <legend>{i18n.t('brokering.partnership.parties')}</legend>
        {match.organisations.map((organisation, i) => (
          <Party key={organisation.id} index={i} id={organisation.id} name={organisation.name} />
        ))}
      </fieldset>
      <Pair>
        <TextInput name="startsOn" type="date" label={i18n.t('brokering.form.windowStart')} />
        <TextInput name="endsOn" type="date" label={i18n.t('brokering.form.windowEnd')} />
      </Pair>
      <Select
        name="rhythm"
        label={i18n.t('brokering.partnership.rhythm')}
        value="standard"
        options={rhythmIds.map((rhythm) => ({ value: rhythm, label: i18n.t(`brokering.rhythm.${rhythm}`) }))}
      />
      <TextArea
        name="instrument"
        label={i18n.t('brokering.partnership.instrument')}
        hint={i18n.t('brokering.partnership.instrumentHint')}
        rows={2}
        maxLength={1000}
      />
      <Checkboxes
        name="confidential"
        legend={i18n.t('brokering.form.visibility')}
        options={[
          {
            value: 'true',
            label: i18n.t('brokering.partnership.confidential'),
            hint: i18n.t('brokering.partnership.confidentialHint'),
          },
        ]}
      />
      <FormActions note={i18n.t('brokering.partnership.note')}>
        <Submit>{i18n.t('brokering.partnership.propose')}</Submit>
      </FormActions>
    </>
  );
}

function Party({ index, id, name }: { index: number; id: string; name: string }) {
  const i18n = useI18n();
  return (
    <>
      <Hidden name={`parties.${index}.organisationId`} value={id} />
      <Select
        name={`parties.${index}.role`}
        label={<bdi>{name}</bdi>}
        value={index === 0 ? 'requester' : 'provider'}
        options={partyRoleIds.map((role) => ({ value: role, label: i18n.t(`brokering.partyRole.${role}`) }))}
      />
    </>
  );
}
