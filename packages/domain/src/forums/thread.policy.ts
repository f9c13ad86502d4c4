import { clusterPolicy, mayRead, moderates, narrower } from '../clusters/index.ts';
import { allOf, anyOf, belongsTo, not, type Policy, type Rule } from '../kernel/index.ts';
import type { ThreadInCluster } from './forums.facts.ts';
import type { ThreadMove } from './thread.machine.ts';

const isAuthor: Rule<ThreadInCluster> = (actor, { thread }) => actor.id !== null && actor.id === thread.authorId;
const moderatesIt: Rule<ThreadInCluster> = (actor, { cluster }) => moderates(actor, cluster);
/** Nobody decides about the words of their own city. */
const isPartial: Rule<ThreadInCluster> = (actor, { thread }) => belongsTo(actor, thread.organisationId);
const reads: Rule<ThreadInCluster> = (actor, { thread, cluster }) =>
  clusterPolicy.view(actor, cluster) && mayRead(actor, narrower(thread.visibility, cluster.visibility), cluster.id);
const writes: Rule<ThreadInCluster> = (actor, { cluster }) => clusterPolicy.post(actor, cluster);
const isHidden: Rule<ThreadInCluster> = (_, { thread }) => thread.state === 'hidden';
const isLocked: Rule<ThreadInCluster> = (_, { thread }) => thread.state === 'locked';

const view = anyOf(moderatesIt, allOf(reads, anyOf(not(isHidden), isAuthor)));
const post = allOf(view, not(isHidden), writes, anyOf(not(isLocked), moderatesIt));

export const threadPolicy: Policy<'view' | 'post' | 'follow' | 'accept' | ThreadMove, ThreadInCluster> = {
  view,
  post,
  follow: allOf((actor) => actor.kind === 'member', view),
  accept: allOf(post, anyOf(isAuthor, moderatesIt)),
  resolve: allOf(view, anyOf(isAuthor, moderatesIt)),
  /** Anyone who may speak may say that it is not resolved for them. */
  reopen: allOf(view, anyOf(writes, moderatesIt)),
  lock: allOf(moderatesIt, not(isPartial)),
  unlock: allOf(moderatesIt, not(isPartial)),
  hide: allOf(moderatesIt, not(isPartial)),
  restore: allOf(moderatesIt, not(isPartial)),
};
