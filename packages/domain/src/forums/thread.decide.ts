import { type ClusterFacts, clusterPolicy, moderates, type Visibility } from '../clusters/index.ts';
import { type Actor, can, type Decision, demand, demandMove, type Law, lawfulMoves, Refusal } from '../kernel/index.ts';
import { type ThreadMoved, type ThreadStarted, threadHappenings } from './forums.events.ts';
import type { ThreadFacts, ThreadInCluster, ThreadType } from './forums.facts.ts';
import { type ForumTerms, forumTerms } from './forums.terms.ts';
import { textBetween } from './text.ts';
import { type ThreadMove, type ThreadState, threadMachine } from './thread.machine.ts';
import { threadPolicy } from './thread.policy.ts';

const law: Law<ThreadState, ThreadMove, ThreadInCluster> = {
  machine: threadMachine,
  policy: threadPolicy,
  notFound: 'forums.refuse.threadNotFound',
  notPermitted: 'forums.refuse.threadNotYours',
  noSuchMove: 'forums.refuse.threadMoved',
};

export const threadMovesFor = (actor: Actor, subject: ThreadInCluster): ThreadMove[] =>
  lawfulMoves(law, subject.thread.state, actor, subject);

export interface ThreadDraft {
  readonly id: string;
  readonly type: ThreadType;
  readonly title: string;
  readonly visibility?: Visibility;
}
export type NewThread = Omit<ThreadFacts, 'version'> & { readonly title: string };

/** The first post is written with `writePost` in the same transaction. */
export function startThread(
  draft: ThreadDraft,
  cluster: ClusterFacts,
  actor: Actor,
  terms: ForumTerms = forumTerms,
): Decision<NewThread, ThreadStarted> {
  if (!can(clusterPolicy, actor, 'view', cluster)) throw new Refusal('not-found', 'clusters.refuse.notFound');
  if (actor.id === null || !can(clusterPolicy, actor, 'post', cluster))
    throw new Refusal('not-permitted', 'forums.refuse.joinToPost');
  if (draft.type === 'announcement' && !moderates(actor, cluster))
    throw new Refusal('not-permitted', 'forums.refuse.announcementNotYours');
  const title = textBetween(draft.title, terms.titleMin, terms.titleMax, 'title');
  const { id, type, visibility = cluster.visibility } = draft;
  return {
    change: {
      id,
      type,
      title,
      visibility,
      state: threadMachine.initial,
      clusterId: cluster.id,
      authorId: actor.id,
      organisationId: actor.actingFor,
      acceptedPostIds: [],
      resolution: null,
    },
    happening: {
      name: 'forums.thread.started',
      stream: `cluster:${cluster.id}`, // nobody can listen to a thread before it is there
      data: { threadId: id, clusterId: cluster.id, type },
    },
  };
}

export interface ThreadMoveInput {
  /** Needed to resolve a question without an accepted answer, and by whoever is not its author to reopen one. */
  readonly reason?: string;
  /** When this actor last reopened this thread. */
  readonly lastReopenedAt?: Date | null;
}

/** F3: a resolved question has an accepted answer, or says why it needs none. */
function reasonFor(
  { thread }: ThreadInCluster,
  move: ThreadMove,
  actor: Actor,
  input: ThreadMoveInput,
  terms: ForumTerms,
) {
  const explained = () => textBetween(input.reason ?? '', terms.reasonMin, terms.reasonMax, 'reason');
  if (move === 'resolve' && thread.type === 'question' && thread.acceptedPostIds.length === 0) return explained();
  if (move === 'reopen' && actor.id !== thread.authorId) return explained();
  return input.reason?.trim() ? explained() : null;
}

export function makeThreadMove(
  subject: ThreadInCluster,
  move: ThreadMove,
  input: ThreadMoveInput,
  actor: Actor,
  now: Date,
  terms: ForumTerms = forumTerms,
): Decision<Pick<ThreadFacts, 'state' | 'resolution'>, ThreadMoved> {
  const { thread, cluster } = subject;
  const to = demandMove(law, thread.state, move, actor, subject);
  const reason = reasonFor(subject, move, actor, input, terms);
  if (move === 'reopen' && input.lastReopenedAt && !moderates(actor, cluster)) {
    const hours = Math.ceil(terms.reopenEveryHours - (now.getTime() - input.lastReopenedAt.getTime()) / 3_600_000);
    demand(hours <= 0, 'forums.refuse.reopenedToday', { hours });
  }
  return {
    change: { state: to, resolution: move === 'resolve' ? reason : to === 'open' ? null : thread.resolution },
    happening: {
      name: threadHappenings[move],
      stream: `thread:${thread.id}`,
      data: { threadId: thread.id, clusterId: cluster.id, move, from: thread.state, to, reason },
    },
  };
}
