import type { PublicQuestion } from '@baraza/contracts/qa';
import { Button, Buttons, Empty, OnAir, PageHead, Phase, Section, Split, Tabs, TwoClocks } from '@baraza/ui';
import { type ApiClient, type Located, type PageProps, PageTitle, useClocks, useI18n } from '../../platform/index.ts';
import { AskForm } from './ask-form.tsx';
import type { Board } from './board-state.ts';
import { Asker, TextTongue, useText } from './board-text.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { boardQuery } from './qa.queries.ts';
import { QuestionList } from './question-list.tsx';
import { useBoard } from './use-board.ts';
import './qa.css';

export const data = (api: ApiClient, { params }: Located) => [boardQuery(api, params['code'] ?? '')];

const byVotes = (a: PublicQuestion, b: PublicQuestion): number =>
  b.voteCount - a.voteCount || (a.publishedAt ?? '').localeCompare(b.publishedAt ?? '') || a.id.localeCompare(b.id);
const byAge = (a: PublicQuestion, b: PublicQuestion): number =>
  (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') || a.id.localeCompare(b.id);

/** The board as the audience has it in their hands: read, ask, vote. */
export default function BoardPage({ params, search }: PageProps) {
  const i18n = useI18n();
  const board = useBoard(params['code'] ?? '');
  const newest = search.get('sort') === 'new';
  const { questions } = board.state;
  const inState = (...states: PublicQuestion['state'][]) =>
    questions.filter(({ state }) => states.includes(state)).sort(newest ? byAge : byVotes);
  const waiting = inState('published', 'shortlisted');
  const answered = inState('answered_live', 'answered_text');
  const left = inState('deferred', 'closed_unanswered');
  const over = board.state.phase === 'published' || board.state.phase === 'archived';
  const path = `/b/${board.code}`;
  return (
    <Split
      lead={
        <>
          <Head board={board} />
          <Air board={board} />
          <OwnQuestions board={board} />
        </>
      }
      early={over ? undefined : <AskForm board={board} />}
      side={<Places board={board} />}
    >
      <PageTitle>{board.session.topic.text}</PageTitle>
      {!over && (
        <Section title={i18n.t('qa.questions')} note={i18n.number(waiting.length)}>
          {waiting.length > 1 && (
            <Tabs
              label={i18n.t('qa.sort')}
              tabs={[
                { href: path, label: i18n.t('qa.byVotes'), current: !newest },
                { href: `${path}?sort=new`, label: i18n.t('qa.newest'), current: newest },
              ]}
            />
          )}
          {waiting.length > 0 ? (
            <QuestionList questions={waiting} board={board} />
          ) : (
            <Empty title={i18n.t('qa.none')}>{board.asks && i18n.t('qa.noneText')}</Empty>
          )}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={i18n.t('qa.answered')} note={i18n.number(answered.length)}>
          <QuestionList questions={answered} board={board} />
        </Section>
      )}
      {left.length > 0 && (
        <Section title={i18n.t('qa.closed')} note={i18n.number(left.length)}>
          <QuestionList questions={left} board={board} />
        </Section>
      )}
      {over && questions.length === 0 && <Empty title={i18n.t('qa.none')} />}
    </Split>
  );
}

function Head({ board: { session, state } }: { board: Board }) {
  const i18n = useI18n();
  const clocks = useClocks();
  const { topic, dated, startsAt, timeZone, slug } = session;
  return (
    <PageHead
      title={topic.text}
      lang={topic.locale}
      mid
      meta={
        <>
          <Phase live={state.phase === 'live'}>{i18n.t(`qa.phase.${state.phase}`)}</Phase>
          {dated && <TwoClocks clocks={clocks(startsAt, timeZone)} />}
          <a href={`/programme/sessions/${slug}`}>{i18n.t('qa.session')}</a>
        </>
      }
    />
  );
}

function Air({ board: { state } }: { board: Board }) {
  const i18n = useI18n();
  const textOf = useText();
  const question = state.questions.find(({ id }) => id === state.onAir);
  if (!question) return null;
  const { text, locale } = textOf(question.text);
  return (
    <OnAir label={i18n.t('qa.onAir')} question={text} lang={locale} detail={<Asker {...question} />}>
      <TextTongue text={question.text} />
    </OnAir>
  );
}

/** Other ways to see this board, for those whose they are; the recording when it is over. */
function Places({ board: { code, moderates, stages, session } }: { board: Board }) {
  const i18n = useI18n();
  return (
    <>
      <p className="small soft">
        <bdi>{i18n.t('qa.code', { code })}</bdi>
      </p>
      {session.recordingUrl && (
        <p>
          <a href={session.recordingUrl} rel="external noopener">
            {i18n.t('qa.hear')}
          </a>{' '}
          <bdi className="small soft">{new URL(session.recordingUrl).host}</bdi>
        </p>
      )}
      {(moderates || stages) && (
        <Buttons>
          <Button href={`/b/${code}/moderate`}>{i18n.t('qa.moderate')}</Button>
          <Button href={`/b/${code}/stage`}>{i18n.t('qa.stage')}</Button>
        </Buttons>
      )}
    </>
  );
}
