import type { DeskQuestion, DeskView } from '@baraza/contracts/qa';
import { DeskFoot, Empty, KeyHints, Queue, QueueGroup, QueueItem } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useDeskKeys,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { BoardControls } from './board-controls.tsx';
import { useText, useVotes } from './board-text.tsx';
import { DeskCase } from './desk-case.tsx';
import { deskQuery } from './qa.queries.ts';
import { useLive } from './use-live.ts';
import './qa.css';

export const data = (api: ApiClient, { params }: Located) => [deskQuery(api, params['code'] ?? '')];

/** What needs a hand first. */
const groups = ['on_air', 'pending', 'shortlisted', 'published', 'deferred'] as const;

/** The questions of a board, one open beside the list, decided with a key. */
export default function DeskPage({ params, search }: PageProps) {
  const i18n = useI18n();
  const query = deskQuery(useApi(), params['code'] ?? '');
  const desk = useData(query);
  const queries = useQueryClient();
  const look = () => void queries.invalidateQueries({ queryKey: query.queryKey });
  useLive(`moderation:${desk.code}`, { onNews: look, onLook: look });
  useDeskKeys();
  const { questions, session, code } = desk;
  const grouped = groups.map((state) => ({ state, items: questions.filter((question) => question.state === state) }));
  const done = questions.filter(({ state }) => !groups.some((group) => group === state));
  const inOrder = [...grouped.flatMap(({ items }) => items), ...done];
  const open = inOrder.find(({ id }) => id === search.get('open')) ?? inOrder[0];
  const lines = (items: readonly DeskQuestion[]) =>
    items.map((question) => <Line key={question.id} code={code} question={question} current={question === open} />);
  return (
    <>
      <PageTitle>{session.topic.text}</PageTitle>
      <Queue
        title={
          <span lang={session.topic.locale} dir="auto">
            {session.topic.text}
          </span>
        }
        count={i18n.t('qa.desk.open', { count: desk.open })}
        note={<a href={`/b/${code}`}>{i18n.t('qa.audience')}</a>}
        back={search.has('open') ? { href: `/b/${code}/moderate`, label: i18n.t('kernel.back') } : undefined}
      >
        <BoardControls desk={desk} />
        {questions.length === 0 && <Empty title={i18n.t('qa.none')}>{i18n.t('qa.desk.emptyText')}</Empty>}
        {grouped.map(
          ({ state, items }) =>
            items.length > 0 && (
              <QueueGroup key={state} name={i18n.t(`qa.state.question.${state}`)} count={i18n.number(items.length)}>
                {lines(items)}
              </QueueGroup>
            ),
        )}
        {done.length > 0 && (
          <QueueGroup name={i18n.t('qa.desk.done')} count={i18n.number(done.length)}>
            {lines(done)}
          </QueueGroup>
        )}
      </Queue>
      {open && <DeskCase key={`${open.id} ${open.state}`} desk={desk} question={open} />}
      <DeskFoot>
        <Keys desk={desk} />
      </DeskFoot>
    </>
  );
}

function Line({ code, question, current }: { code: string; question: DeskQuestion; current: boolean }) {
  const { i18n, timeZone } = useWorld();
  const { id, state, text, voteCount, submittedAt, name, alias, claim } = question;
  const reading = useText()(text);
  return (
    <QueueItem
      href={`/b/${code}/moderate?open=${id}`}
      current={current}
      due={{ date: i18n.time(submittedAt, timeZone) }}
      title={reading.text}
      lang={reading.locale}
      who={i18n.t(`qa.state.question.${state}`)}
      tone={state === 'pending' ? 'you' : 'other'}
      what={<bdi>{name ?? alias ?? ''}</bdi>}
      caseRef={useVotes()(voteCount)}
      aside={claim && !claim.mine ? { icon: 'lock', text: <bdi>{claim.name}</bdi> } : undefined}
    />
  );
}

function Keys({ desk: { moderates } }: { desk: DeskView }) {
  const i18n = useI18n();
  const move = (name: 'publish' | 'shortlist' | 'putOnAir' | 'answerLive') => i18n.t(`qa.move.question.${name}`);
  return (
    <KeyHints
      hints={[
        { keys: ['j', 'k'], does: i18n.t('qa.desk.walk') },
        ...(moderates ? [{ keys: ['p'], does: move('publish') }] : []),
        { keys: ['s'], does: move('shortlist') },
        { keys: ['o'], does: move('putOnAir') },
        { keys: ['a'], does: move('answerLive') },
      ]}
    />
  );
}
