import type { ClusterState, MembershipState } from './cluster.machine.ts';
import type { Visibility } from './visibility.ts';

/** How one comes in: by oneself, by asking a moderator, or by being invited. */
export const joinRules = ['open', 'request', 'invite'] as const;
export type JoinRule = (typeof joinRules)[number];

export interface ClusterFacts {
  readonly id: string;
  readonly version: number;
  readonly state: ClusterState;
  readonly join: JoinRule;
  readonly visibility: Visibility;
  /** Members who moderate this cluster, beside the house's own moderators. */
  readonly moderatorIds: readonly string[];
}

export interface MembershipFacts {
  readonly clusterId: string;
  readonly memberId: string;
  readonly state: MembershipState;
}

/** A cluster as one person stands to it. */
export interface Standing {
  readonly cluster: ClusterFacts;
  readonly membership: MembershipFacts;
}

/** Somebody of whom nothing is on record. */
export const outsideOf = (clusterId: string, memberId: string): MembershipFacts => ({
  clusterId,
  memberId,
  state: 'outside',
});
