import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

export const clusterMachine = defineMachine({
  name: 'cluster',
  initial: 'proposed',
  states: ['proposed', 'active', 'dormant', 'archived'],
  final: ['archived'],
  moves: {
    activate: { from: ['proposed'], to: 'active' },
    sleep: { from: ['active'], to: 'dormant' },
    wake: { from: ['dormant'], to: 'active' },
    archive: { from: ['proposed', 'active', 'dormant'], to: 'archived' },
    restore: { from: ['archived'], to: 'active' },
  },
});
export type ClusterState = StateOf<typeof clusterMachine>;
export type ClusterMove = MoveOf<typeof clusterMachine>;

/** One person and one cluster. `outside` is everybody who never asked, declined, or left. */
export const membershipMachine = defineMachine({
  name: 'cluster membership',
  initial: 'outside',
  states: ['outside', 'asked', 'invited', 'joined'],
  final: ['outside', 'joined'],
  moves: {
    join: { from: ['outside', 'invited'], to: 'joined' },
    ask: { from: ['outside'], to: 'asked' },
    invite: { from: ['outside'], to: 'invited' },
    admit: { from: ['asked'], to: 'joined' },
    decline: { from: ['asked', 'invited'], to: 'outside' },
    leave: { from: ['joined'], to: 'outside' },
    remove: { from: ['joined'], to: 'outside' },
  },
});
export type MembershipState = StateOf<typeof membershipMachine>;
export type MembershipMove = MoveOf<typeof membershipMachine>;
