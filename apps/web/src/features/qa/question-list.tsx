import type { PublicQuestion } from '@baraza/contracts/qa';
import { Details, Meta, QuestionRow, Questions, State, VoteButton, Votes } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, useI18n, useWorld } from '../../platform/index.ts';
import type { Board } from './board-state.ts';
import { Asker, BoardWords, TextTongue, useText, useVotes } from './board-text.tsx';

/** Give or take back a vote; a form, so that it works before any script is there. */
function Vote({ question: { id, voteCount }, voted }: { question: PublicQuestion; voted: boolean }) {
  const i18n = useI18n();
  const votes = useVotes()(voteCount);
  return (
    <ActionForm operation="qa.vote" params={{ id }} name={`vote-${id}`}>
      <Hidden name="on" value={String(!voted)} />
      <VoteButton
        votes={i18n.number(voteCount)}
        label={voted ? i18n.t('qa.yourVote', { votes }) : i18n.t('qa.vote', { votes })}
        pressed={voted}
      />
      <FormProblem />
    </ActionForm>
  );
}

interface RowProps {
  readonly question: PublicQuestion;
  readonly board: Board;
}

function Row({ question, board }: RowProps) {
  const i18n = useI18n();
  const { id, state, text, voteCount, edited } = question;
  const reading = useText()(text);
  const own = board.mine.some((mine) => mine.id === id);
  const votes = useVotes()(voteCount);
  const open = board.votesOpen && !own && (state === 'published' || state === 'shortlisted');
  return (
    <QuestionRow
      id={`question-${id}`}
      vote={
        open ? (
          <Vote question={question} voted={board.votes.includes(id)} />
        ) : (
          <Votes votes={i18n.number(voteCount)} label={votes} />
        )
      }
      question={reading.text}
      lang={reading.locale}
      detail={<Asker {...question} />}
    >
      <TextTongue text={text} />
      {(own || state === 'shortlisted' || edited) && (
        <Meta>
          {own && (
            <State tone="pen" square="dot">
              {i18n.t('qa.yours')}
            </State>
          )}
          {state === 'shortlisted' && <State square="half">{i18n.t('qa.state.question.shortlisted')}</State>}
          {edited && <span>{i18n.t('qa.edited')}</span>}
        </Meta>
      )}
      <Answered question={question} />
    </QuestionRow>
  );
}

/** What came of a question that no longer waits. */
function Answered({
  question: { state, answer, answeredAt, dueAt, closingReason, grounding },
}: {
  question: PublicQuestion;
}) {
  const { i18n, timeZone } = useWorld();
  if (state === 'published' || state === 'shortlisted' || state === 'on_air') return null;
  const done = state === 'answered_live' || state === 'answered_text';
  return (
    <>
      <Meta>
        <State
          tone={done ? 'go' : state === 'deferred' ? 'due' : 'soft'}
          square={done ? 'check' : state === 'deferred' ? 'half' : 'cross'}
        >
          {i18n.t(`qa.state.question.${state}`)}
          {state === 'answered_live' && answeredAt && <> {i18n.time(answeredAt, timeZone)}</>}
        </State>
        {state === 'deferred' && dueAt && (
          <span>{i18n.t('qa.dueBy', { date: i18n.date(dueAt, 'day', timeZone) })}</span>
        )}
        {state === 'closed_unanswered' && closingReason && <span>{i18n.t(`qa.closing.${closingReason}`)}</span>}
      </Meta>
      {answer && <BoardWords text={answer} />}
      {grounding.length > 0 && (
        <Details summary={i18n.t('qa.sources')}>
          <ul className="small soft">
            {grounding.map(({ title, place, language }) => (
              <li key={`${title} ${place}`} lang={language} dir="auto">
                {title}
                {place && `, ${place}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

export const QuestionList = ({ questions, board }: { questions: readonly PublicQuestion[]; board: Board }) => (
  <Questions>
    {questions.map((question) => (
      <Row key={question.id} question={question} board={board} />
    ))}
  </Questions>
);
