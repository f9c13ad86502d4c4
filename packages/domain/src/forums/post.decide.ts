import {
  type Actor,
  can,
  type Decision,
  demand,
  demandMove,
  type Law,
  type Locale,
  lawfulMoves,
  Refusal,
} from '../kernel/index.ts';
import { edited, withdrawn, written } from '../translation/index.ts';
import type { PostAccepted, PostEdited, PostHidden, PostRemoved, PostRestored, PostWritten } from './forums.events.ts';
import type { PostFacts, PostInThread, ThreadFacts, ThreadInCluster } from './forums.facts.ts';
import { type ForumTerms, forumTerms } from './forums.terms.ts';
import { type PostMove, type PostState, postMachine } from './post.machine.ts';
import { postPolicy } from './post.policy.ts';
import { textBetween } from './text.ts';
import { threadMachine } from './thread.machine.ts';
import { threadPolicy } from './thread.policy.ts';

const law: Law<PostState, PostMove, PostInThread> = {
  machine: postMachine,
  policy: postPolicy,
  notFound: 'forums.refuse.postNotFound',
  notPermitted: 'forums.refuse.postNotYours',
  noSuchMove: 'forums.refuse.postMoved',
};

export const postMovesFor = (actor: Actor, subject: PostInThread): PostMove[] =>
  lawfulMoves(law, subject.post.state, actor, subject);

const about = ({ post, thread, cluster }: PostInThread) => ({
  threadId: thread.id,
  clusterId: cluster.id,
  postId: post.id,
  number: post.number,
});

export interface PostDraft {
  readonly id: string;
  readonly text: string;
  readonly locale: Locale;
  /** The number it takes: one more than the thread's highest. */
  readonly number: number;
}
export type NewPost = Omit<PostFacts, 'version'>;

export function writePost(
  draft: PostDraft,
  subject: ThreadInCluster,
  actor: Actor,
  now: Date,
  terms: ForumTerms = forumTerms,
): Decision<NewPost, PostWritten> {
  const { thread, cluster } = subject;
  if (!can(threadPolicy, actor, 'view', subject)) throw new Refusal('not-found', 'forums.refuse.threadNotFound');
  if (actor.id === null || !can(threadPolicy, actor, 'post', subject))
    throw new Refusal(
      'not-permitted',
      thread.state === 'locked' ? 'forums.refuse.threadLocked' : 'forums.refuse.joinToPost',
    );
  const body = written(draft.locale, textBetween(draft.text, 1, terms.postMax, 'text'));
  const { id, number } = draft;
  return {
    change: {
      id,
      number,
      threadId: thread.id,
      state: postMachine.initial,
      authorId: actor.id,
      organisationId: actor.actingFor,
      body,
      revision: 1,
      quoted: false,
      writtenAt: now,
    },
    happening: {
      name: 'forums.post.written',
      stream: `thread:${thread.id}`,
      data: { threadId: thread.id, clusterId: cluster.id, postId: id, number, authorId: actor.id },
    },
  };
}

/** A quoted or accepted post never changes silently, and after a day none does. */
const changesSilently = ({ post, thread }: PostInThread, now: Date, terms: ForumTerms): boolean =>
  !post.quoted &&
  !thread.acceptedPostIds.includes(post.id) &&
  now.getTime() - post.writtenAt.getTime() < terms.silentEditHours * 3_600_000;

/** `null` when the words are the same. A caller keeps the old body as a revision unless the happening is silent. */
export function editPost(
  subject: PostInThread,
  draft: { readonly text: string; readonly locale?: Locale },
  actor: Actor,
  now: Date,
  terms: ForumTerms = forumTerms,
): Decision<Pick<PostFacts, 'state' | 'body' | 'revision'>, PostEdited> | null {
  const { post, thread } = subject;
  const revised = demandMove(law, post.state, 'revise', actor, subject);
  const body = edited(post.body, textBetween(draft.text, 1, terms.postMax, 'text'), draft.locale);
  if (body === post.body) return null;
  const silent = changesSilently(subject, now, terms);
  const revision = silent ? post.revision : post.revision + 1;
  return {
    change: { state: silent ? post.state : revised, body, revision },
    happening: {
      name: 'forums.post.edited',
      stream: `thread:${thread.id}`,
      data: { ...about(subject), revision, silent },
    },
  };
}

const postHappenings = {
  remove: 'forums.post.removed',
  hide: 'forums.post.hidden',
  restore: 'forums.post.restored',
} as const satisfies Record<Exclude<PostMove, 'revise'>, string>;

/** F3: an answer that is gone resolves nothing; the question it alone resolved is open again. */
function threadWithout({ post, thread }: PostInThread): PostMoveChange['thread'] {
  if (!thread.acceptedPostIds.includes(post.id)) return null;
  const acceptedPostIds = thread.acceptedPostIds.filter((id) => id !== post.id);
  const unanswered = thread.state === 'resolved' && acceptedPostIds.length === 0 && thread.resolution === null;
  return { acceptedPostIds, state: unanswered ? threadMachine.moves.reopen.to : thread.state };
}

export interface PostMoveChange {
  readonly post: Pick<PostFacts, 'state' | 'body'>;
  /** What changes on the thread with it, if the post was an accepted answer. */
  readonly thread: Pick<ThreadFacts, 'acceptedPostIds' | 'state'> | null;
}

/** Removed by its author, the words are gone; hidden by a moderator, they stay for the appeal and every translation is withdrawn. */
export function makePostMove(
  subject: PostInThread,
  move: keyof typeof postHappenings,
  actor: Actor,
): Decision<PostMoveChange, PostRemoved | PostHidden | PostRestored> {
  const { post, thread } = subject;
  const to = demandMove(law, post.state, move, actor, subject);
  const state = move === 'restore' && post.revision > 1 ? 'edited' : to;
  const body = { remove: written(post.body.sourceLocale, ''), hide: withdrawn(post.body), restore: post.body }[move];
  return {
    change: { post: { state, body }, thread: move === 'restore' ? null : threadWithout(subject) },
    happening: { name: postHappenings[move], stream: `thread:${thread.id}`, data: about(subject) },
  };
}

/** "Worked in our context": the one who asked, or a moderator for them, marks what answered the question. */
export function acceptPost(
  subject: PostInThread,
  accepted: boolean,
  actor: Actor,
): Decision<Pick<ThreadFacts, 'acceptedPostIds'>, PostAccepted> {
  const { post, thread } = subject;
  if (!can(postPolicy, actor, 'view', subject)) throw new Refusal('not-found', law.notFound);
  if (!can(threadPolicy, actor, 'accept', subject)) throw new Refusal('not-permitted', 'forums.refuse.acceptNotYours');
  demand(post.number > 1 && (post.state === 'visible' || post.state === 'edited'), 'forums.refuse.notAnAnswer');
  const others = thread.acceptedPostIds.filter((id) => id !== post.id);
  if (accepted !== thread.acceptedPostIds.includes(post.id)) {
    demand(
      accepted || thread.state !== 'resolved' || others.length > 0 || thread.resolution !== null,
      'forums.refuse.lastAccepted',
    );
    return {
      change: { acceptedPostIds: accepted ? [...others, post.id] : others },
      happening: {
        name: 'forums.post.accepted',
        stream: `thread:${thread.id}`,
        data: { ...about(subject), accepted },
      },
    };
  }
  throw new Refusal('already-done', accepted ? 'forums.refuse.acceptedAlready' : 'forums.refuse.notAccepted');
}
