import { describe, expect, it } from '@jest/globals';
import { aCluster, aMember, ana, aThread, hoursAgo, moderator, now } from '../../test/a-thread.ts';
import { type Actor, can, isFinal, movesFrom, reachable, visitor } from '../kernel/index.ts';
import {
  makeThreadMove,
  postMachine,
  startThread,
  type ThreadFacts,
  threadMachine,
  threadMovesFor,
  threadPolicy,
} from './index.ts';

const sid = aMember('sid');
const partial = aMember('mo', { affiliations: [{ organisationId: 'kolkata', role: 'staff' }] });
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
    ['open', moderator, ['resolve', 'lock', 'hide']],
    ['open', partial, ['resolve']],
    ['open', visitor, []],
    ['resolved', ana, ['reopen']],
    ['resolved', sid, ['reopen']],
    ['resolved', visitor, []],
    ['resolved', moderator, ['reopen', 'lock', 'hide']],
    ['locked', ana, []],
    ['locked', moderator, ['unlock', 'hide']],
    ['hidden', ana, []],
    ['hidden', moderator, ['restore']],
    ['hidden', partial, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(threadMovesFor(actor, aThread({ state }))).toEqual(moves);
  });

  it.each([
    ['open', 'public', visitor, true, false],
    ['open', 'members', visitor, false, false],
    ['open', 'members', sid, true, true],
    ['open', 'cluster', sid, false, false],
    ['open', 'cluster', aMember('sid', { clusterIds: ['ports'] }), true, true],
    ['resolved', 'public', sid, true, true],
    ['locked', 'public', sid, true, false],
    ['locked', 'public', moderator, true, true],
    ['hidden', 'public', sid, false, false],
    ['hidden', 'public', ana, true, false],
    ['hidden', 'cluster', moderator, true, false],
  ] as const)('%s and for %s: %j reads %s, writes %s', (state, visibility, actor, reads, writes) => {
    const subject = aThread({ state, visibility });
    expect(can(threadPolicy, actor, 'view', subject)).toBe(reads);
    expect(can(threadPolicy, actor, 'post', subject)).toBe(writes);
    expect(can(threadPolicy, actor, 'follow', subject)).toBe(reads && actor.kind === 'member');
  });

  it('is never wider than its cluster', () => {
    const closed = { ...aThread(), cluster: aCluster({ visibility: 'cluster' }) };
    expect(can(threadPolicy, sid, 'view', closed)).toBe(false);
  });

  it('starts with a title, by whoever may post there, and carries their organisation', () => {
    const actor = { ...ana, actingFor: 'kolkata' };
    const { change, happening } = startThread(
      { id: 't1', type: 'question', title: '  Which step first? ' },
      aCluster(),
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
      stream: 'cluster:ports',
      data: { threadId: 't1', clusterId: 'ports', type: 'question' },
    });
  });

  it.each([
    ['question', 'Port?', ana, 'unmet-condition', 'forums.refuse.tooShort'],
    ['question', 'x'.repeat(201), ana, 'unmet-condition', 'forums.refuse.tooLong'],
    ['question', 'Which step first?', visitor, 'not-permitted', 'forums.refuse.joinToPost'],
    ['announcement', 'The next webinar', ana, 'not-permitted', 'forums.refuse.announcementNotYours'],
  ] as const)('of type %s called %j by %j is refused: %s, %s', (type, title, actor, code, sentence) => {
    expect(() => startThread({ id: 't1', type, title }, aCluster(), actor)).toThrow(
      expect.objectContaining({ code, sentence }),
    );
  });

  it('F3: a question is resolved by an accepted answer, or with a reason', () => {
    expect(() => makeThreadMove(aThread(), 'resolve', {}, ana, now)).toThrow('forums.refuse.tooShort');
    expect(makeThreadMove(aThread({ acceptedPostIds: ['p2'] }), 'resolve', {}, ana, now).change).toEqual({
      state: 'resolved',
      resolution: null,
    });
    expect(makeThreadMove(aThread(), 'resolve', { reason: why }, ana, now)).toMatchObject({
      change: { state: 'resolved', resolution: why },
      happening: { name: 'forums.thread.resolved', data: { from: 'open', to: 'resolved', reason: why } },
    });
    expect(makeThreadMove(aThread({ type: 'discussion' }), 'resolve', {}, ana, now).change.state).toBe('resolved');
  });

  it('is opened again by anybody who says why, once a day', () => {
    const resolved = aThread({ state: 'resolved', resolution: why });
    const again = (lastReopenedAt: Date | null, actor = sid, reason: string | undefined = why) =>
      makeThreadMove(resolved, 'reopen', { lastReopenedAt, ...(reason && { reason }) }, actor, now);
    expect(() => again(null, sid, '')).toThrow('forums.refuse.tooShort');
    expect(again(null).change).toEqual({ state: 'open', resolution: null });
    expect(() => again(hoursAgo(23.5))).toThrow(
      expect.objectContaining({ sentence: 'forums.refuse.reopenedToday', args: { hours: 1 } }),
    );
    expect(again(hoursAgo(24)).change.state).toBe('open');
    expect(again(hoursAgo(1), moderator).change.state).toBe('open');
    expect(again(null, ana, '').change.state).toBe('open');
  });

  it('answers a stranger as if it were missing, then as not theirs, then as impossible', () => {
    const move = (state: ThreadFacts['state'], actor: Actor) => () =>
      makeThreadMove(aThread({ state }), 'lock', {}, actor, now);
    expect(move('hidden', sid)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(move('locked', sid)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(move('locked', moderator)).toThrow(expect.objectContaining({ code: 'no-such-move' }));
  });
});
