import type { Happening } from '../kernel/index.ts';
import type { ClusterMove, ClusterState, MembershipMove, MembershipState } from './cluster.machine.ts';

export type ClusterMoved = Happening<
  'clusters.cluster.moved',
  { readonly clusterId: string; readonly move: ClusterMove; readonly from: ClusterState; readonly to: ClusterState }
>;
export type MembershipMoved = Happening<
  'clusters.membership.moved',
  {
    readonly clusterId: string;
    readonly memberId: string;
    readonly move: MembershipMove;
    readonly from: MembershipState;
    readonly to: MembershipState;
  }
>;

export type ClustersHappening = ClusterMoved | MembershipMoved;
