import { defineMachine } from '../../kernel/index.ts';

export const finalPartnershipStates = ['closed', 'cancelled'] as const;

export const partnershipMachine = defineMachine({
  name: 'partnership',
  initial: 'scoping',
  states: ['scoping', 'agreed', 'active', 'closed', 'cancelled'],
  final: finalPartnershipStates,
  moves: {
    amend: { from: ['scoping'], to: 'scoping' },
    accept: { from: ['scoping'], to: 'scoping' },
    /** What the last acceptance amounts to. */
    agree: { from: ['scoping'], to: 'agreed' },
    start: { from: ['agreed'], to: 'active' },
    checkIn: { from: ['active'], to: 'active' },
    close: { from: ['active'], to: 'closed' },
    cancel: { from: ['scoping', 'agreed', 'active'], to: 'cancelled' },
  },
});

export type PartnershipState = (typeof partnershipMachine.states)[number];
export type OpenPartnershipState = Exclude<PartnershipState, (typeof finalPartnershipStates)[number]>;
export type PartnershipMove = keyof typeof partnershipMachine.moves;
