import type { Happening } from '../kernel/index.ts';
import type { ReactionKind, ThreadType } from './forums.facts.ts';
import type { ThreadMove, ThreadState } from './thread.machine.ts';

interface OfThread {
  readonly threadId: string;
  readonly clusterId: string;
}
interface OfPost extends OfThread {
  readonly postId: string;
  readonly number: number;
}
interface ThreadMovement extends OfThread {
  readonly move: ThreadMove;
  readonly from: ThreadState;
  readonly to: ThreadState;
  /** In the words of whoever moved it, if they gave any. */
  readonly reason: string | null;
}

export type ThreadStarted = Happening<'forums.thread.started', OfThread & { readonly type: ThreadType }>;

/** One name for each move, so that a listener names what it waits for. */
export const threadHappenings = {
  resolve: 'forums.thread.resolved',
  reopen: 'forums.thread.reopened',
  lock: 'forums.thread.locked',
  unlock: 'forums.thread.unlocked',
  hide: 'forums.thread.hidden',
  restore: 'forums.thread.restored',
} as const satisfies Record<ThreadMove, string>;
export type ThreadMoved = Happening<(typeof threadHappenings)[ThreadMove], ThreadMovement>;

export type PostWritten = Happening<'forums.post.written', OfPost & { readonly authorId: string }>;
/** `silent`: a slip mended in time; the text changed, no revision to compare with was kept. */
export type PostEdited = Happening<
  'forums.post.edited',
  OfPost & { readonly revision: number; readonly silent: boolean }
>;
export type PostRemoved = Happening<'forums.post.removed', OfPost>;
export type PostHidden = Happening<'forums.post.hidden', OfPost>;
export type PostRestored = Happening<'forums.post.restored', OfPost>;
export type PostAccepted = Happening<'forums.post.accepted', OfPost & { readonly accepted: boolean }>;
export type PostReacted = Happening<
  'forums.post.reacted',
  OfPost & { readonly kind: ReactionKind; readonly on: boolean }
>;

export type ForumsHappening =
  | ThreadStarted
  | ThreadMoved
  | PostWritten
  | PostEdited
  | PostRemoved
  | PostHidden
  | PostRestored
  | PostAccepted
  | PostReacted;
