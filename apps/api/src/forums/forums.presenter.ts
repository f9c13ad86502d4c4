import type {
  ForumSummary,
  ForumView,
  PostAuthor,
  PostText,
  PostView,
  ThreadLine,
  ThreadView,
} from '@baraza/contracts/forums';
import { clusterPolicy } from '@baraza/domain/clusters';
import {
  type PostInThread,
  postMovesFor,
  postPolicy,
  reactionKinds,
  type SubscriptionLevel,
  threadMovesFor,
  threadPolicy,
} from '@baraza/domain/forums';
import { type Actor, can, type Locale } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type {
  StoredAuthor,
  StoredCluster,
  StoredForum,
  StoredLine,
  StoredPage,
  StoredPost,
  StoredThread,
  StoredUnread,
} from './forums.stored.ts';

/** For whom a thing is presented. */
export interface For {
  readonly actor: Actor;
  readonly locale: Locale;
}

const utc = (at: string): string => new Date(at).toISOString();
const maybe = (at: string | null): string | null => at && utc(at);
const authorOf = (author: StoredAuthor, mine: boolean): PostAuthor => ({ ...author, mine });
const unreadOf = (unread: StoredUnread | null) => unread && { ...unread, since: maybe(unread.since) };

/** Rendered texts as a Reading whose texts are HTML. Calls of other posts get their thread's address, wherever they are shown. */
export function textOf(rendered: LocalizedText, no: number, locale: Locale): PostText {
  const { text, source, ...how } = readIn(rendered, locale);
  const placed = (html: string): string => html.replaceAll('<a href="?post=', `<a href="/threads/${no}?post=`);
  return { ...how, html: placed(text), source: source && { html: placed(source.text), locale: source.locale } };
}

const nothing: Pick<PostView, 'moves' | 'may'> = { moves: [], may: { react: false, quote: false, accept: false } };

/** What one may do with a post. Every rule asks for a member, so that a visitor's page costs no question. */
function mayDo(actor: Actor, subject: PostInThread): Pick<PostView, 'moves' | 'may'> {
  if (actor.kind !== 'member') return nothing;
  const standing = subject.post.state === 'visible' || subject.post.state === 'edited';
  return {
    moves: postMovesFor(actor, subject),
    may: {
      react: can(postPolicy, actor, 'react', subject),
      quote: can(postPolicy, actor, 'quote', subject),
      accept: standing && subject.post.number > 1 && can(threadPolicy, actor, 'accept', subject),
    },
  };
}

export function presentPost(
  post: StoredPost,
  thread: StoredThread,
  cluster: StoredCluster,
  { actor, locale }: For,
): PostView {
  const facts = { ...post, body: post.html, writtenAt: new Date(post.writtenAt) };
  const subject: PostInThread = { post: facts, thread, cluster };
  const open = post.state !== 'author_deleted' && (post.state !== 'hidden' || can(postPolicy, actor, 'view', subject));
  const counted = reactionKinds.map((kind) => [
    kind,
    { count: post.reactions[kind], mine: post.reacted.includes(kind) },
  ]);
  return {
    no: post.number,
    version: post.version,
    state: post.state,
    author: authorOf(post.author, actor.id !== null && post.authorId === actor.id),
    at: facts.writtenAt.toISOString(),
    editedAt: maybe(post.editedAt),
    revision: post.revision,
    text: open ? textOf(post.html, thread.no, locale) : null,
    markdown: open ? post.markdown : null,
    quote: post.quote,
    reactions: Object.fromEntries(counted) as PostView['reactions'],
    accepted: post.accepted && { ...post.accepted, at: utc(post.accepted.at) },
    ...mayDo(actor, subject),
  };
}

export function presentHead(page: StoredPage, { actor, locale }: For): Omit<ThreadView, 'posts' | 'pages'> {
  const { thread, cluster, seq, level } = page;
  const subject = { thread, cluster };
  return {
    id: thread.id,
    no: thread.no,
    version: thread.version,
    stream: `thread:${thread.id}`,
    seq,
    type: thread.type,
    state: thread.state,
    title: readIn(thread.title, locale),
    forum: { slug: cluster.slug, name: cluster.name },
    startedAt: utc(thread.startedAt),
    lastActivityAt: utc(thread.lastActivityAt),
    resolution: thread.resolution,
    counts: { posts: thread.posts, organisations: thread.organisations, languages: thread.languages },
    lastNo: thread.lastNo,
    unread: unreadOf(page.unread),
    level,
    moves: threadMovesFor(actor, subject),
    may: { post: can(threadPolicy, actor, 'post', subject), follow: can(threadPolicy, actor, 'follow', subject) },
  };
}

export function presentThread(page: StoredPage, { from, limit }: { from: number; limit: number }, to: For): ThreadView {
  const { thread, cluster, posts } = page;
  return {
    ...presentHead(page, to),
    posts: posts.map((post) => presentPost(post, thread, cluster, to)),
    pages: {
      from,
      previous: from > 1 ? Math.max(1, from - limit) : null,
      next: from + limit <= thread.lastNo ? from + limit : null,
    },
  };
}

export const presentLine = ({ mine, author, ...line }: StoredLine, locale: Locale): ThreadLine => ({
  ...line,
  title: readIn(line.title, locale),
  author: authorOf(author, mine),
  lastActivityAt: utc(line.lastActivityAt),
  unread: unreadOf(line.unread),
});

const presentForumHead = (forum: StoredForum, actor: Actor) => ({
  id: forum.id,
  slug: forum.slug,
  name: forum.name,
  kind: forum.kind,
  seq: forum.seq,
  threads: forum.threads,
  unread: forum.unread,
  may: {
    start: can(clusterPolicy, actor, 'post', forum),
    announce: can(clusterPolicy, actor, 'post', forum) && can(clusterPolicy, actor, 'moderate', forum),
    follow: actor.kind === 'member' && can(clusterPolicy, actor, 'view', forum),
  },
});

export const presentForum = (forum: StoredForum & { level: SubscriptionLevel | null }, actor: Actor): ForumView => ({
  ...presentForumHead(forum, actor),
  level: forum.level,
});

export const presentSummary = (forum: StoredForum & { latest: readonly StoredLine[] }, to: For): ForumSummary => ({
  ...presentForumHead(forum, to.actor),
  latest: forum.latest.map((line) => presentLine(line, to.locale)),
});
