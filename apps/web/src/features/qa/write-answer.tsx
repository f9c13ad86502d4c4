import type { DeskQuestion } from '@baraza/contracts/qa';
import { qaTerms } from '@baraza/domain/qa';
import { autonyms, locales } from '@baraza/i18n';
import { Details, FormActions, Notice } from '@baraza/ui';
import { useRef } from 'react';
import {
  ActionForm,
  FormProblem,
  Hidden,
  Select,
  Submit,
  TextArea,
  useApi,
  useI18n,
  useWorld,
} from '../../platform/index.ts';

/** Renewed when a third of the lease is gone. */
const renewAfter = (qaTerms.claimSeconds * 1000) / 3;

/** The written answer. Whoever writes holds the question; the others see who does. */
export function WriteAnswer({ question }: { question: DeskQuestion }) {
  const i18n = useI18n();
  const { id, claim } = question;
  if (claim && !claim.mine) return <Notice>{i18n.t('qa.desk.takenBy', { name: claim.name })}</Notice>;
  if (claim) return <AnswerForm question={question} />;
  return (
    <ActionForm operation="qa.claim" params={{ id }} name={`claim-${id}`}>
      <FormProblem />
      <Submit kind="plain" hotkey="w">
        {i18n.t('qa.desk.take')}
      </Submit>
    </ActionForm>
  );
}

function AnswerForm({ question: { id, version } }: { question: DeskQuestion }) {
  const { i18n, locale } = useWorld();
  const api = useApi();
  const renewed = useRef(0);
  const renew = () => {
    const now = performance.now();
    if (now - renewed.current < renewAfter) return;
    renewed.current = now;
    void api.qa.claim({ params: { id } }).catch(() => {}); // sending the answer says what is wrong
  };
  return (
    <Details summary={i18n.t('qa.move.question.answerText')} open>
      <div onInput={renew}>
        <ActionForm
          operation="qa.move"
          params={{ id }}
          name={`answer-${id}`}
          draft={`qa.answer.${id}`}
          className="form"
        >
          <FormProblem />
          <Hidden name="version" value={version} />
          <Hidden name="move" value="answerText" />
          <TextArea
            name="text"
            label={i18n.t('qa.desk.answer')}
            hint={i18n.t('qa.desk.answerHint')}
            rows={5}
            required
          />
          <Select
            name="locale"
            label={i18n.t('qa.desk.answerLanguage')}
            value={locale}
            options={locales.map((code) => ({ value: code, label: autonyms[code], lang: code }))}
          />
          <FormActions>
            <Submit kind="plain">{i18n.t('qa.move.question.answerText')}</Submit>
          </FormActions>
        </ActionForm>
      </div>
      <ActionForm operation="qa.release" params={{ id }} name={`release-${id}`}>
        <FormProblem />
        <Submit kind="link">{i18n.t('qa.desk.release')}</Submit>
      </ActionForm>
    </Details>
  );
}
