import { type Actor, can, type Decision, Refusal } from '../kernel/index.ts';
import type { PostReacted } from './forums.events.ts';
import type { PostInThread, Reaction, ReactionKind } from './forums.facts.ts';
import { postPolicy } from './post.policy.ts';

/** Sets a reaction on or off, whichever the member sees: sent twice it does nothing twice. `has`: it is on already. */
export function react(
  subject: PostInThread,
  kind: ReactionKind,
  on: boolean,
  actor: Actor,
  { has }: { has: boolean },
): Decision<Reaction & { readonly on: boolean }, PostReacted> | null {
  const { post, thread, cluster } = subject;
  if (!can(postPolicy, actor, 'view', subject)) throw new Refusal('not-found', 'forums.refuse.postNotFound');
  if (actor.id === null || !can(postPolicy, actor, 'react', subject))
    throw new Refusal(
      'not-permitted',
      actor.id === post.authorId ? 'forums.refuse.reactToSelf' : 'forums.refuse.reactNotYours',
    );
  if (on === has) return null;
  const data = { threadId: thread.id, clusterId: cluster.id, postId: post.id, number: post.number, kind, on };
  return {
    change: { postId: post.id, memberId: actor.id, kind, on },
    happening: { name: 'forums.post.reacted', stream: `thread:${thread.id}`, data },
  };
}

/** F4: the count shown is always the count of distinct members. */
export function countReactions(reactions: Iterable<Reaction>): Record<ReactionKind, number> {
  const seen = { thanks: new Set<string>(), useful_here: new Set<string>(), tried_it: new Set<string>() };
  for (const { kind, memberId } of reactions) seen[kind].add(memberId);
  return { thanks: seen.thanks.size, useful_here: seen.useful_here.size, tried_it: seen.tried_it.size };
}
