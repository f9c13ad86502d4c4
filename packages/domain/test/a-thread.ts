import type { ClusterFacts } from '../src/clusters/index.ts';
import type { PostFacts, PostInThread, ThreadFacts, ThreadInCluster } from '../src/forums/index.ts';
import { type Actor, visitor } from '../src/kernel/index.ts';
import { written } from '../src/translation/index.ts';

export const now = new Date('2026-03-20T09:00:00Z');
export const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

export const aCluster = (more: Partial<ClusterFacts> = {}): ClusterFacts => ({
  id: 'ports',
  version: 1,
  state: 'active',
  join: 'open',
  visibility: 'public',
  moderatorIds: ['mo'],
  ...more,
});

/** A question that Ana of Kolkata asked. */
export const aThread = (more: Partial<ThreadFacts> = {}): ThreadInCluster => ({
  cluster: aCluster(),
  thread: {
    id: 't1',
    version: 1,
    type: 'question',
    state: 'open',
    clusterId: 'ports',
    visibility: 'public',
    authorId: 'ana',
    organisationId: 'kolkata',
    acceptedPostIds: [],
    resolution: null,
    ...more,
  },
});

/** The answer of Ben of Ningbo, an hour ago. */
export const aPost = (post: Partial<PostFacts> = {}, thread: Partial<ThreadFacts> = {}): PostInThread => ({
  ...aThread(thread),
  post: {
    id: 'p2',
    version: 1,
    threadId: 't1',
    number: 2,
    state: 'visible',
    authorId: 'ben',
    organisationId: 'ningbo',
    body: written('en', 'Take a baseline first.'),
    revision: 1,
    quoted: false,
    writtenAt: hoursAgo(1),
    ...post,
  },
});

export const aMember = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member'],
  ...more,
});
export const ana = aMember('ana');
export const ben = aMember('ben', { actingFor: 'ningbo' });
export const moderator = aMember('mo');
