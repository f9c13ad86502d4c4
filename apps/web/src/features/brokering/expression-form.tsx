import type { ExpressionView, RequestView } from '@baraza/contracts/brokering';
import { autonyms, locales } from '@baraza/i18n';
import { FormActions } from '@baraza/ui';
import {
  Checkboxes,
  FormProblem,
  Hidden,
  Select,
  Submit,
  TextArea,
  TextInput,
  useWorld,
} from '../../platform/index.ts';
import { workingLanguages } from './choices.ts';

/** What an organisation says when it answers a request. */
export function ExpressionFields({ request, expression }: { request: RequestView; expression: ExpressionView | null }) {
  const { i18n, locale } = useWorld();
  const source = (reading: ExpressionView['message']) => reading?.source?.text ?? reading?.text;
  const many = !expression && request.answerAs.length > 1;
  return (
    <>
      <FormProblem />
      {expression && <Hidden name="version" value={expression.version} />}
      {many && (
        <Select
          name="organisationId"
          label={i18n.t('brokering.expression.for')}
          options={request.answerAs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {!many && !expression && request.answerAs[0] && <Hidden name="organisationId" value={request.answerAs[0].id} />}
      <Select
        name="language"
        label={i18n.t('brokering.form.language')}
        hint={i18n.t('brokering.form.languageHint')}
        value={expression?.message?.source?.locale ?? expression?.message?.locale ?? locale}
        options={locales.map((to) => ({ value: to, label: autonyms[to], lang: to }))}
      />
      <TextArea
        name="message"
        label={i18n.t('brokering.expression.message')}
        hint={i18n.t('brokering.expression.messageHint')}
        value={source(expression?.message ?? null)}
        rows={5}
        required
      />
      {request.lines.length > 0 && (
        <Checkboxes
          name="covers"
          legend={i18n.t('brokering.expression.covers')}
          hint={i18n.t('brokering.expression.coversHint')}
          options={request.lines.map((line) => ({ value: line.id, label: line.text.text }))}
          chosen={expression?.covers ?? []}
        />
      )}
      <TextArea
        name="weBring"
        label={i18n.t('brokering.expression.weBring')}
        value={source(expression?.weBring ?? null)}
        rows={3}
      />
      <TextArea
        name="conditions"
        label={i18n.t('brokering.expression.conditions')}
        value={source(expression?.conditions ?? null)}
        rows={3}
      />
      <TextInput
        name="earliestStart"
        type="date"
        label={i18n.t('brokering.expression.earliestStart')}
        value={expression?.earliestStart ?? undefined}
      />
      <Checkboxes
        name="languages"
        legend={i18n.t('brokering.form.languages')}
        options={workingLanguages.map((code) => ({ value: code, label: i18n.language(code) }))}
        chosen={expression?.languages ?? []}
      />
      <FormActions note={i18n.t('brokering.expression.note', { name: request.organisation.name })}>
        <Submit name="send" value="true">
          {i18n.t('brokering.move.expression.send')}
        </Submit>
        <Submit kind="plain">{i18n.t('kernel.saveDraft')}</Submit>
      </FormActions>
    </>
  );
}
