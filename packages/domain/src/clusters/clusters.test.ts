import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, can, isFinal, movesFrom, reachable, system, visitor } from '../kernel/index.ts';
import {
  type ClusterFacts,
  clusterMachine,
  clusterMovesFor,
  clusterPolicy,
  joinRules,
  type MembershipState,
  makeClusterMove,
  makeMembershipMove,
  membershipMachine,
  membershipMovesFor,
  narrower,
  outsideOf,
  type Standing,
  visibilities,
} from './index.ts';

const now = new Date('2026-03-20T09:00:00Z');
const cluster = (more: Partial<ClusterFacts> = {}): ClusterFacts => ({
  id: 'ports',
  version: 1,
  state: 'active',
  join: 'open',
  visibility: 'public',
  moderatorIds: ['mo'],
  ...more,
});
const member = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member'],
  ...more,
});
const ana = member('ana');
const inside = member('ana', { clusterIds: ['ports'] });
const mo = member('mo');
const admin = member('ada', { roles: ['admin'] });
const standing = (join: ClusterFacts['join'], state: MembershipState): Standing => ({
  cluster: cluster({ join, visibility: 'cluster' }),
  membership: { ...outsideOf('ports', 'ana'), state },
});

describe('a cluster', () => {
  it.each([clusterMachine, membershipMachine])(
    '$name: every state is reached, no open one is a dead end',
    (machine) => {
      const { states } = machine as typeof clusterMachine;
      expect(reachable(machine as typeof clusterMachine)).toEqual(new Set(states));
      const dead = states.filter(
        (s) =>
          !isFinal(machine as typeof clusterMachine, s) && movesFrom(machine as typeof clusterMachine, s).length === 0,
      );
      expect(dead).toEqual([]);
    },
  );

  it.each([
    ['public', 'open', visitor, true, false],
    ['public', 'open', ana, true, true],
    ['public', 'request', ana, true, false],
    ['public', 'request', inside, true, true],
    ['members', 'open', visitor, false, false],
    ['members', 'open', ana, true, true],
    ['cluster', 'open', ana, false, false],
    ['cluster', 'invite', inside, true, true],
    ['cluster', 'invite', mo, true, true],
    ['cluster', 'invite', admin, true, true],
  ] as const)('%s and %s is open to %j: reading %s, writing %s', (visibility, join, actor, reads, writes) => {
    const facts = cluster({ visibility, join });
    expect([can(clusterPolicy, actor, 'view', facts), can(clusterPolicy, actor, 'post', facts)]).toEqual([
      reads,
      writes,
    ]);
  });

  it.each([
    ['proposed', mo, false],
    ['dormant', inside, true],
    ['archived', inside, false],
  ] as const)('takes posts when %s', (state, actor, posts) => {
    expect(can(clusterPolicy, actor, 'post', cluster({ state }))).toBe(posts);
  });

  it.each([
    ['proposed', admin, ['activate', 'archive']],
    ['active', admin, ['sleep', 'archive']],
    ['active', system, ['sleep']],
    ['dormant', mo, ['wake']],
    ['archived', admin, ['restore']],
    ['active', ana, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(clusterMovesFor(actor, cluster({ state }))).toEqual(moves);
  });

  it('falls asleep by the clock and says so', () => {
    expect(makeClusterMove(cluster(), 'sleep', system)).toEqual({
      change: { state: 'dormant' },
      happening: {
        name: 'clusters.cluster.moved',
        stream: 'cluster:ports',
        data: { clusterId: 'ports', move: 'sleep', from: 'active', to: 'dormant' },
      },
    });
  });

  it('never lets somebody post who may not read, whatever it is like', () => {
    const facts = fc.record({
      state: fc.constantFrom(...clusterMachine.states),
      join: fc.constantFrom(...joinRules),
      visibility: fc.constantFrom(...visibilities),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(visitor, ana, inside, mo, admin), (more, actor) => {
        const c = cluster(more);
        expect(can(clusterPolicy, actor, 'post', c) && !can(clusterPolicy, actor, 'view', c)).toBe(false);
      }),
    );
  });
});

describe('coming in', () => {
  it.each([
    ['open', 'outside', ana, ['join']],
    ['open', 'outside', mo, ['invite']],
    ['open', 'joined', ana, ['leave']],
    ['open', 'joined', mo, ['remove']],
    ['request', 'outside', ana, ['ask']],
    ['request', 'asked', ana, ['decline']],
    ['request', 'asked', mo, ['admit', 'decline']],
    ['request', 'invited', ana, ['join', 'decline']],
    ['invite', 'outside', ana, []],
    ['invite', 'invited', ana, ['join', 'decline']],
    ['invite', 'invited', member('sid'), []],
    ['invite', 'joined', ana, ['leave']],
  ] as const)('by %s, when %s, is offered to %j: %j', (join, state, actor, moves) => {
    expect(membershipMovesFor(actor, standing(join, state))).toEqual(moves);
  });

  it('is answered by a moderator within five days of being asked', () => {
    const asked = makeMembershipMove(standing('request', 'outside'), 'ask', ana, now);
    expect(asked.change).toEqual({ clusterId: 'ports', memberId: 'ana', state: 'asked' });
    expect(asked.deadline).toEqual({
      subject: 'membership:ports:ana',
      kind: 'admit',
      dueAt: new Date('2026-03-25T09:00:00Z'),
      responsible: { kind: 'role', id: 'moderator' },
    });
    expect(makeMembershipMove(standing('request', 'asked'), 'admit', mo, now).deadline).toBeNull();
  });

  it('is refused where one is not invited, as if the cluster were not there', () => {
    expect(() => makeMembershipMove(standing('invite', 'outside'), 'join', ana, now)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => makeMembershipMove(standing('request', 'outside'), 'join', ana, now)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
  });
});

describe('visibility', () => {
  it('of two is the narrower one', () => {
    const some = fc.constantFrom(...visibilities);
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(narrower(a, b)).toBe(narrower(b, a));
        expect(visibilities.indexOf(narrower(a, b))).toBe(Math.max(visibilities.indexOf(a), visibilities.indexOf(b)));
      }),
    );
  });
});
