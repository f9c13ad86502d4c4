import { eventKinds } from '@baraza/domain/programme';
import { boardModes, identityPolicies } from '@baraza/domain/qa';
import { autonyms, locales } from '@baraza/i18n';
import { FormActions, PageHead, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  MAIN_FORM,
  PageTitle,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { TimeFields } from './organise.tsx';
import { hostsQuery } from './programme.queries.ts';

export const data = (api: ApiClient) => [hostsQuery(api)];

/** Announce a session together with its board of questions. */
export default function AnnouncePage() {
  const { i18n, locale, timeZone } = useWorld();
  const { items } = useData(hostsQuery(useApi()));
  return (
    <Stack>
      <PageTitle>{i18n.t('programme.announce')}</PageTitle>
      <PageHead title={i18n.t('programme.announce')} mid />
      <ActionForm
        id={MAIN_FORM}
        operation="programme.announce"
        next="/programme/sessions/:slug"
        draft="programme.announce"
        className="form"
      >
        <FormProblem />
        <TextInput name="topic" label={i18n.t('programme.form.topic')} maxLength={200} required />
        <TextArea name="summary" label={i18n.t('programme.form.summary')} rows={3} />
        <Select
          name="locale"
          label={i18n.t('programme.form.language')}
          value={locale}
          options={locales.map((code) => ({ value: code, label: autonyms[code], lang: code }))}
        />
        <Select
          name="kind"
          label={i18n.t('programme.form.kind')}
          value="webinar"
          options={eventKinds.map((kind) => ({ value: kind, label: i18n.t(`programme.kind.${kind}`) }))}
        />
        <TimeFields minutes={90} timeZone={timeZone} />
        <Select
          name="host"
          label={i18n.t('programme.form.host')}
          options={[
            { value: '', label: i18n.t('programme.form.noHost') },
            ...items.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <TextArea
          name="speakers"
          label={i18n.t('programme.speakers')}
          hint={i18n.t('programme.form.speakersHint')}
          rows={3}
        />
        <Radios
          name="mode"
          legend={i18n.t('programme.form.mode')}
          chosen="trusted_auto"
          options={boardModes.map((mode) => ({ value: mode, label: i18n.t(`qa.mode.${mode}`) }))}
        />
        <Radios
          name="identity"
          legend={i18n.t('programme.form.identity')}
          hint={i18n.t('programme.form.identityHint')}
          chosen="alias_known_to_moderators"
          options={identityPolicies.map((policy) => ({ value: policy, label: i18n.t(`qa.identity.${policy}`) }))}
        />
        <FormActions note={i18n.t('programme.form.note')}>
          <Submit>{i18n.t('programme.form.submit')}</Submit>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
