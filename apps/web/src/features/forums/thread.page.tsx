import type { ThreadView } from '@baraza/contracts/forums';
import { Icon, PageHead, Pager, Split, Tongue, Unread, UserText } from '@baraza/ui';
import { Fragment, useState } from 'react';
import { useLocation } from 'wouter';
import {
  ActionForm,
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
  useReading,
} from '../../platform/index.ts';
import { chainQuery } from '../lineage/index.ts';
import { Composer } from './composer.tsx';
import { threadQuery } from './forums.queries.ts';
import { numberIn, numberOf, pageSize, postHref, startIn } from './places.ts';
import { PostItem, useDay } from './post-item.tsx';
import { ThreadKind } from './thread-row.tsx';
import { ThreadSide } from './thread-side.tsx';
import { useNewPosts } from './use-new-posts.ts';
import { useReadMark } from './use-read-mark.ts';
import './forums.css';

export const data = (api: ApiClient, { params, search }: Located) => [
  {
    ...threadQuery(api, numberOf(params, 'no'), startIn(search)),
    after: ({ id }: ThreadView) => [chainQuery(api, 'thread', id)],
  },
];

/** A thread: numbered paragraphs one can cite, each in the language of its author. */
export default function ThreadPage({ params, search }: PageProps) {
  const thread = useData(threadQuery(useApi(), numberOf(params, 'no'), startIn(search)));
  return (
    <Split lead={<ThreadHead thread={thread} />} side={<ThreadSide thread={thread} />}>
      <Posts key={`${thread.no} ${thread.pages.from}`} thread={thread} quote={numberIn(search.get('quote'))} />
    </Split>
  );
}

function ThreadHead({ thread }: { thread: ThreadView }) {
  const i18n = useI18n();
  const { no, title, forum, unread, pages } = thread;
  const { from, to, spoken, how } = useReading()(title);
  const elsewhere = unread?.from && (unread.from < pages.from || unread.from >= pages.from + pageSize);
  return (
    <>
      <PageTitle>{title.text}</PageTitle>
      <PageHead
        title={title.text}
        lang={title.locale}
        meta={
          <>
            <ThreadKind {...thread} />
            <a className="plain" href={`/forums/${forum.slug}`}>
              <Icon name="forums" size="s" /> <bdi>{forum.name}</bdi>
            </a>
          </>
        }
      >
        {title.source ? (
          <Tongue
            from={from}
            to={to ?? undefined}
            sentence={spoken}
            note={how}
            show={i18n.t('kernel.seeOriginal')}
            hide={i18n.t('kernel.hideOriginal')}
          >
            <UserText lang={title.source.locale} text={title.source.text} />
          </Tongue>
        ) : (
          <Tongue from={from} sentence={spoken} note={how} />
        )}
      </PageHead>
      {elsewhere && unread.from && (
        <p>
          <a href={postHref(no, unread.from)}>{i18n.t('forums.jumpToNew')}</a>
        </p>
      )}
    </>
  );
}

function Posts({ thread, quote }: { thread: ThreadView; quote: number | null }) {
  const i18n = useI18n();
  const day = useDay();
  const [, navigate] = useLocation();
  const { no } = thread;
  const { posts, waiting, reveal, ask, end } = useNewPosts(thread);
  const [begin] = useState(thread.unread); // where reading began stays marked while it goes on
  useReadMark(thread, posts.length);
  const showNew = () => {
    const [first] = waiting;
    reveal();
    requestAnimationFrame(() => document.getElementById(`post-${first?.no}`)?.scrollIntoView());
  };
  const sent = (post: number) => {
    ask();
    if (quote !== null) navigate(postHref(no, post));
  };
  const pager = <ThreadPager thread={thread} last={posts.at(-1)?.no ?? 0} />;
  return (
    <div className="thread">
      {thread.pages.previous !== null && pager}
      {posts.map((post) => (
        <Fragment key={post.no}>
          {begin?.since && begin.from === post.no && (
            <Unread id="new">{i18n.t('forums.newSince', { count: begin.count, date: day(begin.since) })}</Unread>
          )}
          <PostItem no={no} post={post} />
        </Fragment>
      ))}
      <div ref={end} />
      <div className="arrived" role="status">
        {waiting.length > 0 && (
          <button type="button" className="btn" onClick={showNew}>
            <Icon name="down" size="s" /> {i18n.t('forums.newPosts', { count: waiting.length })}
          </button>
        )}
      </div>
      {(thread.pages.previous !== null || thread.pages.next !== null) && pager}
      {thread.unread && thread.unread.count > 0 && <MarkRead no={no} upTo={posts.at(-1)?.no ?? 0} />}
      {thread.pages.next === null && <Composer thread={thread} quote={quote} onSent={sent} />}
    </div>
  );
}

/** Without script nobody notices how far one has read: one says so. */
const MarkRead = ({ no, upTo }: { no: number; upTo: number }) => {
  const i18n = useI18n();
  return (
    <noscript>
      <ActionForm operation="forums.markRead" name="mark-read">
        <input type="hidden" name="marks.0.no" value={no} />
        <input type="hidden" name="marks.0.upTo" value={upTo} />
        <button type="submit" className="btn">
          {i18n.t('forums.markRead')}
        </button>
      </ActionForm>
    </noscript>
  );
};

function ThreadPager({ thread: { no, pages, lastNo }, last }: { thread: ThreadView; last: number }) {
  const i18n = useI18n();
  const at = (from: number) => (from === 1 ? `/threads/${no}` : `/threads/${no}?from=${from}`);
  const to = (from: number | null, label: string) => (from === null ? undefined : { href: at(from), label });
  return (
    <Pager
      label={i18n.t('forums.pages')}
      previous={to(pages.previous, i18n.t('forums.earlierPosts'))}
      next={to(pages.next, i18n.t('forums.laterPosts'))}
      here={i18n.t('forums.postsHere', { from: pages.from, to: last, last: lastNo })}
    />
  );
}
