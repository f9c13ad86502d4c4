import type { ClarificationView, RequestView } from '@baraza/contracts/brokering';
import { AuthorLine, Details, Rows, Section } from '@baraza/ui';
import {
  ActionForm,
  Checkboxes,
  FormProblem,
  Hidden,
  ReadingText,
  Select,
  Submit,
  TextArea,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

/** What others asked about the request and what they were told; and the place to ask. */
export function Questions({ request }: { request: RequestView }) {
  const { i18n, timeZone } = useWorld();
  const { questions, askAs, askUntil } = request;
  if (questions.length === 0 && askAs.length === 0) return null;
  return (
    <Section
      id="questions"
      title={i18n.t('brokering.questions.title')}
      note={askUntil ? i18n.t('brokering.questions.until', { date: i18n.date(askUntil, 'day', timeZone) }) : undefined}
    >
      {questions.length > 0 && (
        <Rows>
          {questions.map((question) => (
            <Question key={question.id} question={question} />
          ))}
        </Rows>
      )}
      {askAs.length > 0 && <AskForm request={request} />}
    </Section>
  );
}

function Question({ question }: { question: ClarificationView }) {
  const { i18n, timeZone } = useWorld();
  const { id, version, organisation, open, askedAt, answer, nextStep, moves } = question;
  return (
    <li>
      <AuthorLine
        name={organisation ? <bdi>{organisation.name}</bdi> : i18n.t('brokering.questions.somebody')}
        detail={
          <>
            <time dateTime={askedAt}>{i18n.date(askedAt, 'day', timeZone)}</time>{' '}
            {!open && i18n.t('brokering.questions.private')}
          </>
        }
      />
      <ReadingText reading={question.question} />
      {answer && (
        <blockquote>
          <ReadingText reading={answer} />
        </blockquote>
      )}
      {nextStep && <StepChip step={nextStep} />}
      <MoveList subject="clarification" moves={moves} version={version} params={{ id }} />
    </li>
  );
}

function AskForm({ request: { ref, askAs, organisation } }: { request: RequestView }) {
  const i18n = useI18n();
  const [only] = askAs;
  return (
    <Details summary={i18n.t('brokering.questions.ask')}>
      <ActionForm operation="brokering.askClarification" params={{ ref }} draft={`question:${ref}`} className="form">
        <FormProblem />
        {askAs.length > 1 ? (
          <Select
            name="organisationId"
            label={i18n.t('brokering.expression.for')}
            options={askAs.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          only && <Hidden name="organisationId" value={only.id} />
        )}
        <TextArea
          name="question"
          label={i18n.t('brokering.note.request.ask')}
          hint={i18n.t('brokering.questions.hint', { name: organisation.name })}
          rows={3}
          required
        />
        <Checkboxes
          name="open"
          legend={i18n.t('brokering.questions.who')}
          options={[{ value: 'true', label: i18n.t('brokering.questions.open') }]}
          chosen={['true']}
        />
        <Submit kind="plain">{i18n.t('brokering.questions.send')}</Submit>
      </ActionForm>
    </Details>
  );
}
