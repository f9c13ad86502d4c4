import type { ClusterFacts, Visibility } from '../clusters/index.ts';
import type { LocalizedText } from '../translation/index.ts';
import type { PostState } from './post.machine.ts';
import type { ThreadState } from './thread.machine.ts';

export const threadTypes = ['question', 'discussion', 'experience', 'announcement'] as const;
export type ThreadType = (typeof threadTypes)[number];

export interface ThreadFacts {
  readonly id: string;
  readonly version: number;
  readonly type: ThreadType;
  readonly state: ThreadState;
  readonly clusterId: string;
  /** Its own wish; what holds is the narrower of this and the cluster's. */
  readonly visibility: Visibility;
  readonly authorId: string;
  /** The organisation the author spoke for, if any. */
  readonly organisationId: string | null;
  /** Posts that worked in somebody's context. */
  readonly acceptedPostIds: readonly string[];
  /** Why it is resolved although no post was accepted. */
  readonly resolution: string | null;
}

export interface PostFacts {
  readonly id: string;
  readonly version: number;
  readonly threadId: string;
  /** 1 is the post that started the thread; numbers are never reused, so that a reply can cite 3. */
  readonly number: number;
  readonly state: PostState;
  readonly authorId: string;
  readonly organisationId: string | null;
  readonly body: LocalizedText;
  /** Counts what readers can compare; a quote names the revision it quotes. */
  readonly revision: number;
  /** Somebody quoted it: its words no longer change without a trace. */
  readonly quoted: boolean;
  readonly writtenAt: Date;
}

/** A thread in its cluster, a post in its thread: what a rule about them must look at. */
export interface ThreadInCluster {
  readonly thread: ThreadFacts;
  readonly cluster: ClusterFacts;
}
export interface PostInThread extends ThreadInCluster {
  readonly post: PostFacts;
}

/** Thanks, and two that say more: it is useful where we are, and we have tried it. */
export const reactionKinds = ['thanks', 'useful_here', 'tried_it'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface Reaction {
  readonly postId: string;
  readonly memberId: string;
  readonly kind: ReactionKind;
}

export interface Quote {
  readonly postId: string;
  readonly revision: number;
}
/** Pins what was quoted: the post may go on, the quotation stays with the revision it was taken from. */
export const quoteOf = (post: Pick<PostFacts, 'id' | 'revision'>): Quote => ({
  postId: post.id,
  revision: post.revision,
});
export const quoteIsCurrent = (quote: Quote, post: Pick<PostFacts, 'id' | 'revision'>): boolean =>
  quote.postId === post.id && quote.revision === post.revision;
