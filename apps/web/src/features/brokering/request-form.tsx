import type { RequestView } from '@baraza/contracts/brokering';
import { modalities, themeIds } from '@baraza/domain/brokering';
import { autonyms, locales } from '@baraza/i18n';
import { Details, FormActions, Measured, Pair, Section } from '@baraza/ui';
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
import { MoreFields, slotsFor, source } from './request-more.tsx';

/** Empty lines offered beyond those written. */
const spare = 3;
const mostLines = 20;
const kinds = ['need', 'offer', 'exchange'] as const;

/** The fields of a request, for a new one and for its revision. One language is enough. */
export function RequestFields({ request }: { request: RequestView | null }) {
  const { i18n, locale } = useWorld();
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
        value={source(request?.title)}
        maxLength={200}
        required
      />
      <TextArea
        name="context"
        label={i18n.t('brokering.form.context')}
        hint={i18n.t('brokering.form.contextHint')}
        value={source(request?.context)}
        rows={5}
        required
      />
      <TextArea
        name="wantedResult"
        label={i18n.t('brokering.form.wantedResult')}
        hint={i18n.t('brokering.form.wantedResultHint')}
        value={source(request?.wantedResult)}
        rows={3}
        required
      />
      <TextArea
        name="whatWeBring"
        label={i18n.t('brokering.form.whatWeBring')}
        hint={i18n.t('brokering.form.whatWeBringHint')}
        value={source(request?.whatWeBring)}
        rows={3}
        required
      />
      <fieldset className="entry">
        <legend>{i18n.t('brokering.form.lines')}</legend>
        <span className="hint">{i18n.t('brokering.form.linesHint')}</span>
        {slotsFor(request?.lines ?? [], spare, mostLines).map((line, i) => (
          <Measured key={line?.id ?? `new ${i}`}>
            {line && <Hidden name={`lines.${i}.id`} value={line.id} />}
            <TextInput
              name={`lines.${i}.text`}
              label={i18n.t('brokering.form.line', { no: i + 1 })}
              value={source(line?.text)}
              maxLength={300}
            />
            <TextInput
              name={`lines.${i}.quantity`}
              label={i18n.t('brokering.form.quantity', { no: i + 1 })}
              value={line?.quantity ?? undefined}
              maxLength={60}
            />
          </Measured>
        ))}
      </fieldset>
      <Checkboxes
        name="modalities"
        legend={i18n.t('brokering.form.modalities')}
        options={modalities.map((id) => ({ value: id, label: i18n.t(`modality.${id}`) }))}
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
      <MoreFields request={request} />
    </>
  );
}

/** Send it, or keep it for later. */
export function RequestActions() {
  const i18n = useI18n();
  return (
    <FormActions note={i18n.t('brokering.form.submitNote')}>
      <Submit name="submit" value="true">
        {i18n.t('brokering.move.request.submit')}
      </Submit>
      <Submit kind="plain">{i18n.t('kernel.saveDraft')}</Submit>
    </FormActions>
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
