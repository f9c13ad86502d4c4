import type { DeskQuestion, DeskView } from '@baraza/contracts/qa';
import { closingReasons, dismissalReasons, previousChoices } from '@baraza/domain/qa';
import { Buttons, Details, Facts, FormActions, OpenCase, State, UserText } from '@baraza/ui';
import type { ReactNode } from 'react';
import {
  ActionForm,
  FormProblem,
  Hidden,
  Radios,
  Select,
  Submit,
  TextArea,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { BoardWords, TextTongue, useText } from './board-text.tsx';
import { WriteAnswer } from './write-answer.tsx';

type Move = DeskQuestion['moves'][number];

/** Moves that ask for nothing more, and the keys that make them. */
const plain: readonly (readonly [Move, string | undefined])[] = [
  ['publish', 'p'],
  ['answerLive', 'a'],
  ['shortlist', 's'],
  ['unlist', 's'],
  ['skip', undefined],
  ['restore', undefined],
  ['defer', undefined],
];

/** One question, and everything that may be done with it now. */
export function DeskCase({ desk, question }: { desk: DeskView; question: DeskQuestion }) {
  const { i18n, timeZone } = useWorld();
  const { state, text, original, answer, submittedAt, name, alias, dismissalReason } = question;
  const reading = useText()(text);
  return (
    <OpenCase
      meta={
        <>
          <State square="dot" tone={state === 'pending' ? 'due' : 'pen'}>
            {i18n.t(`qa.state.question.${state}`)}
          </State>
          <span>{i18n.time(submittedAt, timeZone)}</span>
          {(name ?? alias) && <bdi>{[name, alias].filter(Boolean).join(' · ')}</bdi>}
        </>
      }
      title={reading.text}
      lang={reading.locale}
      tongue={<TextTongue text={text} />}
      actions={<Acts desk={desk} question={question} />}
    >
      {original && (
        <Facts
          facts={[
            {
              term: i18n.t('qa.desk.original'),
              value: <UserText lang={original.sourceLocale} text={original.sourceText} />,
            },
          ]}
        />
      )}
      {dismissalReason && <p>{i18n.say(`qa.dismissal.${dismissalReason}`)}</p>}
      {answer && <BoardWords text={answer} />}
      <MoreActs desk={desk} question={question} />
    </OpenCase>
  );
}

function MoveForm({
  question: { id, version },
  move,
  children,
}: {
  question: DeskQuestion;
  move?: Move;
  children: ReactNode;
}) {
  return (
    <ActionForm
      operation="qa.move"
      params={{ id }}
      name={`${move ?? 'moves'}-${id}`}
      {...(move && { className: 'form' })}
    >
      <FormProblem />
      <Hidden name="version" value={version} />
      {move && <Hidden name="move" value={move} />}
      {children}
    </ActionForm>
  );
}

/** What takes one press. Going on air while another is there asks first what becomes of that one. */
function Acts({ desk, question }: { desk: DeskView; question: DeskQuestion }) {
  const i18n = useI18n();
  const { moves, separable } = question;
  const onAir = desk.questions.some(({ state }) => state === 'on_air');
  const now = plain.filter(([move]) => moves.includes(move));
  return (
    <>
      {moves.includes('putOnAir') && onAir && (
        <MoveForm question={question} move="putOnAir">
          <Radios
            name="previous"
            legend={i18n.t('qa.desk.previous')}
            chosen="answered"
            options={previousChoices.map((value) => ({ value, label: i18n.t(`qa.previous.${value}`) }))}
          />
          <Submit hotkey="o">{i18n.t('qa.move.question.putOnAir')}</Submit>
        </MoveForm>
      )}
      <MoveForm question={question}>
        <Buttons>
          {moves.includes('putOnAir') && !onAir && (
            <Submit name="move" value="putOnAir" hotkey="o">
              {i18n.t('qa.move.question.putOnAir')}
            </Submit>
          )}
          {now.map(([move, hotkey]) => (
            <Submit
              key={move}
              kind={move === 'publish' || move === 'answerLive' ? 'go' : 'plain'}
              name="move"
              value={move}
              {...(hotkey && { hotkey })}
            >
              {i18n.say(`qa.move.question.${move}`)}
            </Submit>
          ))}
          {separable && (
            <Submit kind="plain" name="move" value="unmerge">
              {i18n.t('qa.move.question.unmerge')}
            </Submit>
          )}
        </Buttons>
      </MoveForm>
    </>
  );
}

/** What needs a word more: other words, a written answer, a reason, another question. */
function MoreActs({ desk, question }: { desk: DeskView; question: DeskQuestion }) {
  const i18n = useI18n();
  const textOf = useText();
  const { id, moves, text } = question;
  const others = desk.questions.filter(
    ({ state, ...other }) => other.id !== id && ['published', 'shortlisted', 'on_air'].includes(state),
  );
  return (
    <>
      {moves.includes('answerText') && <WriteAnswer question={question} />}
      {moves.includes('publish') && (
        <Details summary={i18n.t('qa.desk.wording')}>
          <MoveForm question={question} move="publish">
            <TextArea
              name="text"
              label={i18n.t('qa.ask')}
              hint={i18n.t('qa.desk.wordingHint')}
              value={text.sourceText}
              rows={3}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.move.question.publish')}</Submit>
            </FormActions>
          </MoveForm>
        </Details>
      )}
      {moves.includes('merge') && others.length > 0 && (
        <Details summary={i18n.t('qa.move.question.merge')}>
          <MoveForm question={question} move="merge">
            <Select
              name="into"
              label={i18n.t('qa.desk.into')}
              options={others.map((other) => {
                const { text: words, locale } = textOf(other.text);
                return { value: other.id, label: words, lang: locale };
              })}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.move.question.merge')}</Submit>
            </FormActions>
          </MoveForm>
        </Details>
      )}
      {moves.includes('dismiss') && (
        <Details summary={i18n.t('qa.move.question.dismiss')}>
          <MoveForm question={question} move="dismiss">
            <Radios
              name="dismissal"
              legend={i18n.t('qa.desk.reason')}
              options={dismissalReasons.map((value) => ({ value, label: i18n.t(`qa.dismissal.${value}`) }))}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.move.question.dismiss')}</Submit>
            </FormActions>
          </MoveForm>
        </Details>
      )}
      {moves.includes('close') && (
        <Details summary={i18n.t('qa.move.question.close')}>
          <MoveForm question={question} move="close">
            <Radios
              name="closing"
              legend={i18n.t('qa.desk.reason')}
              options={closingReasons.map((value) => ({ value, label: i18n.t(`qa.closing.${value}`) }))}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.move.question.close')}</Submit>
            </FormActions>
          </MoveForm>
        </Details>
      )}
    </>
  );
}
