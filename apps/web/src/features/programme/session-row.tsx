import type { SessionLine } from '@baraza/contracts/programme';
import { Icon, Meta, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { SessionState } from './session-state.tsx';
import { When } from './when.tsx';

/** What became of a session's questions: how many were asked, how many answered. */
export function AskedCount({ board }: Pick<SessionLine, 'board'>) {
  const i18n = useI18n();
  if (!board || board.questions === 0) return null;
  return (
    <>
      <span>{i18n.t('programme.questions', { count: board.questions })}</span>
      {board.answered > 0 && <span>{i18n.t('programme.answered', { count: board.answered })}</span>}
    </>
  );
}

/** One session in a list. A session that is over says what is left of it. */
export function SessionRow({ session, as = 'h3' }: { session: SessionLine; as?: 'h2' | 'h3' }) {
  const i18n = useI18n();
  const { slug, number, topic, time, state, host, recorded, kind } = session;
  const over = state === 'completed';
  return (
    <li>
      <Title href={`/programme/sessions/${slug}`} lang={topic.locale} as={as} size="s">
        {topic.text}
      </Title>
      <Meta>
        <span>
          {i18n.t(`programme.kind.${kind}`)}
          {number !== null && <> · {i18n.t('programme.number', { number })}</>}
        </span>
        {!over && <SessionState state={state} />}
        <When time={time} />
        {host && <bdi>{host.name}</bdi>}
        <AskedCount board={session.board} />
        {recorded && (
          <span>
            <Icon name="sq-check" size="s" /> {i18n.t('programme.record')}
          </span>
        )}
      </Meta>
    </li>
  );
}
