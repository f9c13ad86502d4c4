import { describe, expect, it } from '@jest/globals';
import type { ClusterFacts } from '../clusters/index.ts';
import { type Actor, can, isFinal, movesFrom, reachable, visitor } from '../kernel/index.ts';
import {
  makeThreadMove,
  postMachine,
  startThread,
  type ThreadFacts,
  type ThreadInCluster,
  threadMachine,
  threadMovesFor,
  threadPolicy,
} from './index.ts';

const now = new Date('2026-03-20T09:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const cluster: ClusterFacts = {
  id: 'ports',
  version: 1,
  state: 'active',
  join: 'open',
  visibility: 'public',
  moderatorIds: ['mo'],
};
const thread = (more: Partial<ThreadFacts> = {}): ThreadInCluster => ({
  cluster,
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
const member = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member'],
  ...more,
});
const ana = member('ana');
const sid = member('sid');
const mo = member('mo');
const partial = member('mo', { affiliations: [{ organisationId: 'kolkata', role: 'staff' }] });
const why = 'Our customs office has no such window.';

describe('a thread', () => {
  it('and its posts can reach every state, and no state is a dead end', () => {
    for (const machine of [threadMachine, postMachine] as (typeof threadMachine)[]) {
      expect(reachable(machine)).toEqual(new Set(machine.states));
      expect(machine.states.filter((s) => !isFinal(machine, s) && movesFrom(machine, s).length === 0)).toEqual([]);
    }
  });

  it.each([
    ['open', ana, ['resolve']],
    ['open', sid, []],
    ['open', mo, ['resolve', 'lock', 'hide']],
    ['open', partial, ['resolve', 'lock']],
    ['open', visitor, []],
    ['resolved', ana, ['reopen']],
    ['resolved', sid, ['reopen']],
    ['resolved', visitor, []],
    ['resolved', mo, ['reopen', 'lock', 'hide']],
    ['locked', ana, []],
    ['locked', mo, ['unlock', 'hide']],
    ['hidden', ana, []],
    ['hidden', mo, ['restore']],
    ['hidden', partial, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(threadMovesFor(actor, thread({ state }))).toEqual(moves);
  });

  it.each([
    ['open', 'public', visitor, true, false],
    ['open', 'members', visitor, false, false],
    ['open', 'members', sid, true, true],
    ['open', 'cluster', sid, false, false],
    ['open', 'cluster', member('sid', { clusterIds: ['ports'] }), true, true],
    ['resolved', 'public', sid, true, true],
    ['locked', 'public', sid, true, false],
    ['locked', 'public', mo, true, true],
    ['hidden', 'public', sid, false, false],
    ['hidden', 'public', ana, true, false],
    ['hidden', 'cluster', mo, true, false],
  ] as const)('%s and for %s: %j reads %s, writes %s', (state, visibility, actor, reads, writes) => {
    const subject = thread({ state, visibility });
    expect(can(threadPolicy, actor, 'view', subject)).toBe(reads);
    expect(can(threadPolicy, actor, 'post', subject)).toBe(writes);
    expect(can(threadPolicy, actor, 'follow', subject)).toBe(reads && actor.kind === 'member');
  });

  it('is never wider than its cluster', () => {
    const closed = { ...thread(), cluster: { ...cluster, visibility: 'cluster' } as const };
    expect(can(threadPolicy, sid, 'view', closed)).toBe(false);
  });

  it('starts with a title, by whoever may post there, and carries their organisation', () => {
    const actor = { ...ana, actingFor: 'kolkata' };
    const { change, happening } = startThread(
      { id: 't1', type: 'question', title: '  Which step first? ' },
      cluster,
      actor,
    );
    expect(change).toMatchObject({
      title: 'Which step first?',
      authorId: 'ana',
      organisationId: 'kolkata',
      state: 'open',
    });
    expect(happening).toEqual({
      name: 'forums.thread.started',
      stream: 'thread:t1',
      data: { threadId: 't1', clusterId: 'ports', type: 'question' },
    });
  });

  it.each([
    ['question', 'Port?', ana, 'unmet-condition', 'forums.refuse.tooShort'],
    ['question', 'x'.repeat(201), ana, 'unmet-condition', 'forums.refuse.tooLong'],
    ['question', 'Which step first?', visitor, 'not-permitted', 'forums.refuse.joinToPost'],
    ['announcement', 'The next webinar', ana, 'not-permitted', 'forums.refuse.announcementNotYours'],
  ] as const)('of type %s called %j by %j is refused: %s, %s', (type, title, actor, code, sentence) => {
    expect(() => startThread({ id: 't1', type, title }, cluster, actor)).toThrow(
      expect.objectContaining({ code, sentence }),
    );
  });

  it('F3: a question is resolved by an accepted answer, or with a reason', () => {
    expect(() => makeThreadMove(thread(), 'resolve', {}, ana, now)).toThrow('forums.refuse.tooShort');
    expect(makeThreadMove(thread({ acceptedPostIds: ['p2'] }), 'resolve', {}, ana, now).change).toEqual({
      state: 'resolved',
      resolution: null,
    });
    expect(makeThreadMove(thread(), 'resolve', { reason: why }, ana, now)).toMatchObject({
      change: { state: 'resolved', resolution: why },
      happening: { name: 'forums.thread.resolved', data: { from: 'open', to: 'resolved', reason: why } },
    });
    expect(makeThreadMove(thread({ type: 'discussion' }), 'resolve', {}, ana, now).change.state).toBe('resolved');
  });

  it('is opened again by anybody who says why, once a day', () => {
    const resolved = thread({ state: 'resolved', resolution: why });
    const again = (lastReopenedAt: Date | null, actor = sid, reason: string | undefined = why) =>
      makeThreadMove(resolved, 'reopen', { lastReopenedAt, ...(reason && { reason }) }, actor, now);
    expect(() => again(null, sid, '')).toThrow('forums.refuse.tooShort');
    expect(again(null).change).toEqual({ state: 'open', resolution: null });
    expect(() => again(hoursAgo(23.5))).toThrow(
      expect.objectContaining({ sentence: 'forums.refuse.reopenedToday', args: { hours: 1 } }),
    );
    expect(again(hoursAgo(24)).change.state).toBe('open');
    expect(again(hoursAgo(1), mo).change.state).toBe('open');
    expect(again(null, ana, '').change.state).toBe('open');
  });

  it('answers a stranger as if it were missing, then as not theirs, then as impossible', () => {
    const move = (state: ThreadFacts['state'], actor: Actor) => () =>
      makeThreadMove(thread({ state }), 'lock', {}, actor, now);
    expect(move('hidden', sid)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(move('locked', sid)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(move('locked', mo)).toThrow(expect.objectContaining({ code: 'no-such-move' }));
  });
});
