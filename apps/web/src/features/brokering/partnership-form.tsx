import type { PartnershipView } from '@baraza/contracts/brokering';
import { joiningRoles, partyRoles, rhythms } from '@baraza/domain/brokering';
import { autonyms, locales } from '@baraza/i18n';
import { Details, FormActions, Pair } from '@baraza/ui';
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
import { OrganisationInput } from './organisation-input.tsx';

type Role = PartnershipView['parties'][number]['role'];

/** A partnership as it is put into words, before anything is written or as it stands. */
export interface Wording {
  readonly version: number;
  readonly title: string | undefined;
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly joined?: boolean;
  }[];
  readonly written?: PartnershipView;
}

/** What cities will do together, in words every party's focal point then accepts. */
export function PartnershipFields({ version, title, parties, written }: Wording) {
  const { i18n, locale } = useWorld();
  const source = (reading: PartnershipView['plan'] | null | undefined) => reading?.source?.text ?? reading?.text;
  return (
    <>
      <FormProblem />
      <Hidden name="version" value={version} />
      <Select
        name="language"
        label={i18n.t('brokering.form.language')}
        hint={i18n.t('brokering.form.languageHint')}
        value={written?.title.source?.locale ?? written?.title.locale ?? locale}
        options={locales.map((to) => ({ value: to, label: autonyms[to], lang: to }))}
      />
      <TextInput name="title" label={i18n.t('brokering.partnership.name')} value={title} maxLength={200} required />
      <TextArea
        name="plan"
        label={i18n.t('brokering.partnership.plan')}
        hint={i18n.t('brokering.partnership.planHint')}
        value={source(written?.plan)}
        rows={7}
        required
      />
      <fieldset className="entry">
        <legend>{i18n.t('brokering.partnership.parties')}</legend>
        {parties.map((party, i) => (
          <Party key={party.id} index={i} {...party} />
        ))}
      </fieldset>
      <Joining index={parties.length} without={parties.map(({ id }) => id)} />
      <Pair>
        <TextInput
          name="startsOn"
          type="date"
          label={i18n.t('brokering.form.windowStart')}
          value={written?.startsOn ?? undefined}
        />
        <TextInput
          name="endsOn"
          type="date"
          label={i18n.t('brokering.form.windowEnd')}
          value={written?.endsOn ?? undefined}
        />
      </Pair>
      <Select
        name="rhythm"
        label={i18n.t('brokering.partnership.rhythm')}
        value={written?.rhythm ?? 'standard'}
        options={rhythms.map((rhythm) => ({ value: rhythm, label: i18n.t(`brokering.rhythm.${rhythm}`) }))}
      />
      <TextArea
        name="instrument"
        label={i18n.t('brokering.partnership.instrument')}
        hint={i18n.t('brokering.partnership.instrumentHint')}
        value={source(written?.instrument)}
        rows={2}
      />
      <Checkboxes
        name="informal"
        legend={i18n.t('brokering.partnership.instrument')}
        options={[{ value: 'true', label: i18n.t('brokering.partnership.informal') }]}
        chosen={written?.informal ? ['true'] : []}
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
        chosen={written?.confidential ? ['true'] : []}
      />
      <FormActions note={i18n.t('brokering.partnership.note')}>
        <Submit>{i18n.t(written ? 'brokering.move.partnership.amend' : 'brokering.partnership.propose')}</Submit>
      </FormActions>
    </>
  );
}

/** Whoever was not introduced and has joined may be left out again. */
function Party({ index, id, name, role, joined }: Wording['parties'][number] & { index: number }) {
  const i18n = useI18n();
  const at = `parties.${index}.organisationId`;
  return (
    <>
      {joined ? (
        <Checkboxes
          name={at}
          legend={i18n.t('brokering.partnership.join')}
          options={[{ value: id, label: i18n.t('brokering.partnership.stays', { name }) }]}
          chosen={[id]}
        />
      ) : (
        <Hidden name={at} value={id} />
      )}
      <Select
        name={`parties.${index}.role`}
        label={<bdi>{name}</bdi>}
        value={role}
        options={partyRoles.map((one) => ({ value: one, label: i18n.t(`brokering.partyRole.${one}`) }))}
      />
    </>
  );
}

/** A funder, a technical partner, a facilitator: found by name, a party once it has signed for itself. */
function Joining({ index, without }: { index: number; without: readonly string[] }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.partnership.join')}>
      <p className="hint">{i18n.t('brokering.partnership.joinHint')}</p>
      <OrganisationInput
        name={`parties.${index}.organisation`}
        label={i18n.t('brokering.suggest.organisation')}
        without={without}
      />
      <Select
        name={`parties.${index}.role`}
        label={i18n.t('brokering.partnership.role')}
        options={[
          { value: '', label: i18n.t('brokering.suggest.choosePart') },
          ...joiningRoles.map((one) => ({ value: one, label: i18n.t(`brokering.partyRole.${one}`) })),
        ]}
      />
    </Details>
  );
}
