import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

export const accountMachine = defineMachine({
  name: 'account',
  initial: 'active',
  states: ['active', 'suspended', 'closed'],
  final: ['closed'],
  moves: {
    suspend: { from: ['active'], to: 'suspended' },
    restore: { from: ['suspended'], to: 'active' },
    close: { from: ['active', 'suspended'], to: 'closed' },
  },
});
export type AccountState = StateOf<typeof accountMachine>;
export type AccountMove = MoveOf<typeof accountMachine>;
