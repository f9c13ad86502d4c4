import type { ThreadLine, ThreadView } from '@baraza/contracts/forums';
import { Icon, type IconName, Meta, Plate, type Square, State, Title, type Tone } from '@baraza/ui';
import { useI18n, useNow, useReading } from '../../platform/index.ts';
import { postHref } from './places.ts';

const icons: Record<ThreadView['type'], IconName> = {
  question: 'question',
  discussion: 'forums',
  experience: 'story',
  announcement: 'pin',
};
const looks: Record<ThreadView['state'], { square: Square; tone: Tone }> = {
  open: { square: 'open', tone: 'ink' },
  resolved: { square: 'check', tone: 'go' },
  locked: { square: 'full', tone: 'soft' },
  hidden: { square: 'cross', tone: 'stop' },
};

/** What kind of thread it is and how it stands. */
export function ThreadKind({ type, state }: Pick<ThreadView, 'type' | 'state'>) {
  const i18n = useI18n();
  return (
    <>
      <span>
        <Icon name={icons[type]} size="s" /> {i18n.t(`forums.type.${type}`)}
      </span>
      <State {...looks[state]}>{i18n.t(`forums.state.thread.${state}`)}</State>
    </>
  );
}

interface RowProps {
  readonly thread: ThreadLine;
  /** Says which forum it is in. */
  readonly forum?: boolean;
  /** Under the heading of its forum. */
  readonly brief?: boolean;
}

/** A thread as a list names it, with what is new in it for this reader. */
export function ThreadRow({ thread, forum, brief }: RowProps) {
  const i18n = useI18n();
  const now = useNow();
  const { no, title, author, unread } = thread;
  const { from, to, spoken } = useReading()(title);
  return (
    <li className="thread-row">
      <Title href={`/threads/${no}`} lang={title.locale} size={brief ? 's' : undefined} as={brief ? 'h3' : 'h2'}>
        {title.text}
      </Title>
      <Meta>
        <ThreadKind {...thread} />
        <span>
          <Plate>{from}</Plate> {to && <Icon name="arrow" size="s" />} {to && <Plate>{to}</Plate>}
          <span className="vh">{spoken}</span>
        </span>
        {forum && (
          <a className="plain" href={`/forums/${thread.forum.slug}`}>
            <bdi>{thread.forum.name}</bdi>
          </a>
        )}
        <bdi>{author.organisation?.name ?? author.name}</bdi>
        <span>{i18n.t('forums.posts', { count: thread.posts })}</span>
        <time dateTime={thread.lastActivityAt}>
          {i18n.t('forums.lastPost', { when: i18n.relative(thread.lastActivityAt, now) })}
        </time>
        {unread && unread.from !== null && (
          <a className="new-posts" href={postHref(no, unread.from)}>
            {i18n.t('forums.newPosts', { count: unread.count })}
          </a>
        )}
      </Meta>
    </li>
  );
}
