import type { SubscriptionLevel } from './subscription.ts';

/** Why a new post concerns somebody, the strongest first: each is told once. */
export const audienceReasons = ['quoted', 'mentioned', 'reply', 'newPost'] as const;
export type AudienceReason = (typeof audienceReasons)[number];

export interface Listener {
  readonly memberId: string;
  readonly level: SubscriptionLevel;
  /** May open the thread now (F1). */
  readonly mayOpen: boolean;
  /** Members whose posts this one does not want to hear of. */
  readonly mutedMemberIds: readonly string[];
}

export interface PostNews {
  readonly authorId: string;
  readonly threadAuthorId: string;
  readonly quotedAuthorIds: readonly string[];
  readonly mentionedIds: readonly string[];
}

/** Quoted or mentioned reaches everyone who has not muted; a reply, whoever follows or began the thread; each post, whoever wants everything. */
function reasonFor({ memberId, level }: Listener, post: PostNews): AudienceReason | null {
  if (level === 'muted') return null;
  if (post.quotedAuthorIds.includes(memberId)) return 'quoted';
  if (post.mentionedIds.includes(memberId)) return 'mentioned';
  if (level === 'everything') return 'newPost';
  return level === 'follow' || post.threadAuthorId === memberId ? 'reply' : null;
}

/** Who is told of a new post, and why. Never its author, never one who cannot open it, nobody twice. */
export function audienceOf(post: PostNews, listeners: Iterable<Listener>): Map<string, AudienceReason> {
  const told = new Map<string, AudienceReason>();
  for (const listener of listeners) {
    const { memberId, mayOpen, mutedMemberIds } = listener;
    if (memberId === post.authorId || !mayOpen || mutedMemberIds.includes(post.authorId)) continue;
    const reason = reasonFor(listener, post);
    if (reason) told.set(memberId, reason);
  }
  return told;
}
