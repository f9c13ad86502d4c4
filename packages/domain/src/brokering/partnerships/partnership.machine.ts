import { defineMachine } from '../../kernel/index.ts';

export const finalPartnershipStates = ['closed', 'cancelled'] as const;

export const partnershipMachine = defineMachine({
  name: 'partnership',
  initial: 'scoping',
  states: ['scoping', 'agreed', 'active', 'finalising', 'suspended', 'dormant', 'closed', 'cancelled'],
  final: finalPartnershipStates,
  moves: {
    amend: { from: ['scoping'], to: 'scoping' },
    accept: { from: ['scoping'], to: 'scoping' },
    /** What the last acceptance amounts to. */
    agree: { from: ['scoping'], to: 'agreed' },
    start: { from: ['agreed'], to: 'active' },
    askCheckIn: { from: ['active'], to: 'active' },
    finalise: { from: ['active'], to: 'finalising' },
    suspend: { from: ['active'], to: 'suspended' },
    resume: { from: ['suspended'], to: 'active' },
    /** What two check-ins missed by everybody amount to. */
    fallDormant: { from: ['active'], to: 'dormant' },
    wake: { from: ['dormant'], to: 'active' },
    close: { from: ['active', 'finalising', 'dormant'], to: 'closed' },
    lapse: { from: ['dormant'], to: 'closed' },
    cancel: { from: ['scoping', 'agreed', 'active', 'suspended'], to: 'cancelled' },
    /** What was being put into words ends with the introduction it came from. */
    endWithMatch: { from: ['scoping'], to: 'cancelled' },
  },
});

export type PartnershipState = (typeof partnershipMachine.states)[number];
export type OpenPartnershipState = Exclude<PartnershipState, (typeof finalPartnershipStates)[number]>;
export type PartnershipMove = keyof typeof partnershipMachine.moves;

/**
 * What IATI calls it (codelist ActivityStatus): 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled,
 * 6 suspended. A dormant one is not active, whatever it was.
 */
export const iatiActivityStatus: Readonly<Record<PartnershipState, 1 | 2 | 3 | 4 | 5 | 6>> = {
  scoping: 1,
  agreed: 1,
  active: 2,
  finalising: 3,
  suspended: 6,
  dormant: 6,
  closed: 4,
  cancelled: 5,
};

/** Work is going on, or was: its file takes milestones, contributions and outcomes. */
export const underWay = [
  'agreed',
  'active',
  'finalising',
  'suspended',
  'dormant',
] as const satisfies PartnershipState[];
export const isUnderWay = ({ state }: { readonly state: PartnershipState }): boolean =>
  (underWay as readonly PartnershipState[]).includes(state);
