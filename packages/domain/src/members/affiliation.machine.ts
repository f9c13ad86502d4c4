import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

export const affiliationMachine = defineMachine({
  name: 'affiliation',
  initial: 'pending',
  states: ['pending', 'active', 'lapsed', 'revoked'],
  final: ['lapsed', 'revoked'],
  moves: {
    verify: { from: ['pending'], to: 'active' },
    renew: { from: ['active', 'lapsed'], to: 'active' },
    leave: { from: ['pending', 'active'], to: 'lapsed' },
    lapse: { from: ['active'], to: 'lapsed' },
    revoke: { from: ['pending', 'active'], to: 'revoked' },
  },
});
export type AffiliationState = StateOf<typeof affiliationMachine>;
export type AffiliationMove = MoveOf<typeof affiliationMachine>;
