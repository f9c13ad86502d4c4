import type { Me } from '@baraza/contracts/members';
import { Checkbox } from '@baraza/ui';
import {
  ActionForm,
  Checkboxes,
  FormProblem,
  Hidden,
  MAIN_FORM,
  Select,
  Submit,
  TextInput,
  useForm,
  useI18n,
} from '../../platform/index.ts';
import { useZones } from './use-zones.ts';

interface Languages {
  readonly languages: readonly { readonly value: string; readonly label: string }[];
}

/** Everything of a profile at once; what is emptied is gone. */
export function ProfileForm({ me, languages }: { me: Me } & Languages) {
  const i18n = useI18n();
  const zones = useZones();
  return (
    <ActionForm
      key={me.version}
      id={MAIN_FORM}
      operation="members.saveProfile"
      next="/me?done=1"
      reload
      className="form"
    >
      <FormProblem />
      <Hidden name="version" value={me.version} />
      <TextInput
        name="displayName"
        autoComplete="name"
        value={me.displayName}
        label={i18n.t('members.displayName')}
        hint={i18n.t('members.displayName.hint')}
        required
      />
      <TextInput
        name="pronunciation"
        value={me.pronunciation ?? ''}
        label={i18n.t('members.pronunciation')}
        hint={i18n.t('members.pronunciation.hint')}
      />
      <Select
        name="locale"
        value={me.locale}
        label={i18n.t('members.locale')}
        hint={i18n.t('members.locale.hint')}
        options={languages.map((language) => ({ ...language, lang: language.value }))}
      />
      <Checkboxes
        name="languages"
        legend={i18n.t('members.languages')}
        chosen={me.languages}
        options={languages.map(({ value, label }) => ({ value, label: <bdi lang={value}>{label}</bdi> }))}
      />
      <TextInput
        name="timeZone"
        value={me.timeZone ?? ''}
        list="zones"
        label={i18n.t('members.timeZone')}
        hint={i18n.t('members.timeZone.hint')}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} label={i18n.zoneName(zone)} />
        ))}
      </datalist>
      <DataSaver on={me.dataSaver} />
      <div className="actions">
        <Submit>{i18n.t('kernel.save')}</Submit>
      </div>
    </ActionForm>
  );
}

function DataSaver({ on }: { on: boolean }) {
  const i18n = useI18n();
  const returned = useForm().valuesOf('dataSaver');
  return (
    <Checkbox
      name="dataSaver"
      checked={returned ? returned.length > 0 : on}
      label={i18n.t('members.dataSaver')}
      hint={i18n.t('members.dataSaver.hint')}
    />
  );
}
