import {
  type Actor,
  addDays,
  type Decision,
  demandMove,
  type Law,
  lawfulMoves,
  type TimedDecision,
} from '../kernel/index.ts';
import type { ClusterFacts, MembershipFacts, Standing } from './cluster.facts.ts';
import {
  type ClusterMove,
  type ClusterState,
  clusterMachine,
  type MembershipMove,
  type MembershipState,
  membershipMachine,
} from './cluster.machine.ts';
import { clusterPolicy, membershipPolicy } from './cluster.policy.ts';
import type { ClusterMoved, MembershipMoved } from './clusters.events.ts';
import { type ClusterTerms, clusterTerms } from './clusters.terms.ts';

const clusterLaw: Law<ClusterState, ClusterMove, ClusterFacts> = {
  machine: clusterMachine,
  policy: clusterPolicy,
  notFound: 'clusters.refuse.notFound',
  notPermitted: 'clusters.refuse.notYours',
  noSuchMove: 'clusters.refuse.moved',
};
const membershipLaw: Law<MembershipState, MembershipMove, Standing> = {
  machine: membershipMachine,
  policy: membershipPolicy,
  notFound: 'clusters.refuse.notFound',
  notPermitted: 'clusters.refuse.membershipNotYours',
  noSuchMove: 'clusters.refuse.membershipMoved',
};

export const clusterMovesFor = (actor: Actor, cluster: ClusterFacts): ClusterMove[] =>
  lawfulMoves(clusterLaw, cluster.state, actor, cluster);
export const membershipMovesFor = (actor: Actor, standing: Standing): MembershipMove[] =>
  lawfulMoves(membershipLaw, standing.membership.state, actor, standing);

export function makeClusterMove(
  cluster: ClusterFacts,
  move: ClusterMove,
  actor: Actor,
): Decision<Pick<ClusterFacts, 'state'>, ClusterMoved> {
  const { id: clusterId, state: from } = cluster;
  const to = demandMove(clusterLaw, from, move, actor, cluster);
  return {
    change: { state: to },
    happening: { name: 'clusters.cluster.moved', stream: `cluster:${clusterId}`, data: { clusterId, move, from, to } },
  };
}

/** Whoever asked to come in is owed an answer: that deadline is the moderators'. */
export function makeMembershipMove(
  standing: Standing,
  move: MembershipMove,
  actor: Actor,
  now: Date,
  terms: ClusterTerms = clusterTerms,
): TimedDecision<MembershipFacts, MembershipMoved> {
  const { clusterId, memberId, state: from } = standing.membership;
  const to = demandMove(membershipLaw, from, move, actor, standing);
  return {
    change: { clusterId, memberId, state: to },
    happening: {
      name: 'clusters.membership.moved',
      stream: `cluster:${clusterId}`,
      data: { clusterId, memberId, move, from, to },
    },
    deadline:
      to === 'asked'
        ? {
            subject: `membership:${clusterId}:${memberId}`,
            kind: 'admit',
            dueAt: addDays(now, terms.admitDays),
            responsible: { kind: 'role', id: 'moderator' },
          }
        : null,
  };
}
