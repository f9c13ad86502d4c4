import type { RequestView } from '@baraza/contracts/brokering';
import { autonyms, locales } from '@baraza/i18n';
import { Details, FormActions, Pair, Section } from '@baraza/ui';
import {
  Checkboxes,
  FormProblem,
  Hidden,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import {
  contactPolicyIds,
  modalityIds,
  readinessIds,
  sdgIds,
  themeIds,
  visibilityIds,
  workingLanguages,
} from './choices.ts';

import { CounterpartFields } from './counterpart.tsx';

/** Empty lines offered beyond those written. */
const spare = 3;
const kinds = ['need', 'offer', 'exchange'] as const;

/** The fields of a request, for a new one and for its revision. One language is enough. */
export function RequestFields({ request }: { request: RequestView | null }) {
  const { i18n, locale } = useWorld();
  const source = (reading: RequestView['title']) => reading?.source?.text ?? reading?.text;
  const lines = request?.lines ?? [];
  const slots = Array.from({ length: lines.length + (lines.length === 0 ? spare : 1) }, (_, i) => lines[i]);
  return (
    <>
      <FormProblem />
      {request && <Hidden name="version" value={request.version} />}
      {request?.addressedTo ? (
        <p className="small soft">{i18n.t('brokering.offer.title', { name: request.addressedTo.name })}</p>
      ) : (
        <Radios
          name="kind"
          legend={i18n.t('brokering.form.kind')}
          options={kinds.map((kind) => ({
            value: kind,
            label: i18n.t(`brokering.kind.${kind}`),
            hint: i18n.t(`brokering.form.kindHint.${kind}`),
          }))}
          chosen={request?.kind ?? 'need'}
        />
      )}
      <Select
        name="language"
        label={i18n.t('brokering.form.language')}
        hint={i18n.t('brokering.form.languageHint')}
        value={request?.language ?? locale}
        options={locales.map((to) => ({ value: to, label: autonyms[to], lang: to }))}
      />
      <TextInput
        name="title"
        label={i18n.t('brokering.form.title')}
        hint={i18n.t('brokering.form.titleHint')}
        value={source(request?.title ?? null)}
        maxLength={200}
        required
      />
      <TextArea
        name="context"
        label={i18n.t('brokering.form.context')}
        hint={i18n.t('brokering.form.contextHint')}
        value={source(request?.context ?? null)}
        rows={5}
        required
      />
      <TextArea
        name="wantedResult"
        label={i18n.t('brokering.form.wantedResult')}
        hint={i18n.t('brokering.form.wantedResultHint')}
        value={source(request?.wantedResult ?? null)}
        rows={3}
        required
      />
      <TextArea
        name="whatWeBring"
        label={i18n.t('brokering.form.whatWeBring')}
        hint={i18n.t('brokering.form.whatWeBringHint')}
        value={source(request?.whatWeBring ?? null)}
        rows={3}
        required
      />
      <fieldset className="entry">
        <legend>{i18n.t('brokering.form.lines')}</legend>
        <span className="hint">{i18n.t('brokering.form.linesHint')}</span>
        {slots.map((line, i) => (
          <div key={line?.id ?? `new ${i}`}>
            {line && <Hidden name={`lines.${i}.id`} value={line.id} />}
            <TextInput
              name={`lines.${i}.text`}
              label={i18n.t('brokering.form.line', { no: i + 1 })}
              value={line ? source(line.text) : undefined}
              maxLength={300}
            />
          </div>
        ))}
      </fieldset>
      <Checkboxes
        name="modalities"
        legend={i18n.t('brokering.form.modalities')}
        options={modalityIds.map((id) => ({ value: id, label: i18n.t(`modality.${id}`) }))}
        chosen={request?.modalities ?? []}
      />
      <Details summary={i18n.t('brokering.form.themes')} open>
        <Checkboxes
          name="themes"
          legend={i18n.t('brokering.form.themesLegend')}
          options={themeIds.map((id) => ({ value: id, label: i18n.t(`theme.${id}`) }))}
          chosen={request?.themes ?? []}
        />
      </Details>
      <Pair>
        <TextInput
          name="window.start"
          type="date"
          label={i18n.t('brokering.form.windowStart')}
          value={request?.window?.start ?? undefined}
          required
        />
        <TextInput
          name="window.end"
          type="date"
          label={i18n.t('brokering.form.windowEnd')}
          value={request?.window?.end ?? undefined}
          required
        />
      </Pair>
      <Details summary={i18n.t('brokering.form.more')}>
        <TextArea
          name="whatWeTried"
          label={i18n.t('brokering.form.whatWeTried')}
          value={source(request?.whatWeTried ?? null)}
          rows={3}
        />
        <TextArea
          name="partnerSought"
          label={i18n.t('brokering.form.partnerSought')}
          value={source(request?.partnerSought ?? null)}
          rows={3}
        />
        <Checkboxes
          name="languages"
          legend={i18n.t('brokering.form.languages')}
          options={workingLanguages.map((code) => ({ value: code, label: i18n.language(code) }))}
          chosen={request?.languages ?? []}
        />
        <Select
          name="readiness"
          label={i18n.t('brokering.form.readiness')}
          value={request?.readiness ?? ''}
          options={[
            { value: '', label: i18n.t('brokering.filter.any') },
            ...readinessIds.map((id) => ({ value: id, label: i18n.t(`readiness.${id}`) })),
          ]}
        />
        <CounterpartFields wishes={request?.counterpart ?? null} />
        <Checkboxes
          name="sdgs"
          legend={i18n.t('brokering.form.sdgs')}
          options={sdgIds.map((no) => ({
            value: String(no),
            label: i18n.t('brokering.form.sdg', { no, name: i18n.t(`sdg.${no}`) }),
          }))}
          chosen={(request?.sdgs ?? []).map(String)}
        />
        <Select
          name="visibility"
          label={i18n.t('brokering.form.visibility')}
          value={request?.visibility ?? 'public'}
          options={visibilityIds.map((id) => ({ value: id, label: i18n.t(`brokering.visibility.${id}`) }))}
        />
        <Radios
          name="contactPolicy"
          legend={i18n.t('brokering.form.contactPolicy')}
          options={contactPolicyIds.map((id) => ({ value: id, label: i18n.t(`brokering.contactPolicy.${id}`) }))}
          chosen={request?.contactPolicy ?? 'after_mutual_yes'}
        />
      </Details>
      <FormActions note={i18n.t('brokering.form.submitNote')}>
        <Submit name="submit" value="true">
          {i18n.t('brokering.move.request.submit')}
        </Submit>
        <Submit kind="plain">{i18n.t('kernel.saveDraft')}</Submit>
      </FormActions>
    </>
  );
}

/** What a request must hold before it may be sent, said before it is written. */
export function MinimumSet() {
  const i18n = useI18n();
  return (
    <Section title={i18n.t('brokering.form.minimum')}>
      <p className="small soft">{i18n.t('brokering.form.minimumList')}</p>
      <p className="small soft">{i18n.t('brokering.form.whatHappens')}</p>
    </Section>
  );
}
