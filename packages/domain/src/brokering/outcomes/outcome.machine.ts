import { defineMachine } from '../../kernel/index.ts';

export const finalOutcomeStates = ['verified', 'withdrawn'] as const;

export const outcomeMachine = defineMachine({
  name: 'outcome',
  initial: 'claimed',
  states: ['claimed', 'countersigned', 'verified', 'disputed', 'withdrawn'],
  final: finalOutcomeStates,
  moves: {
    /** A further figure: what was signed is not what it says now. */
    report: { from: ['claimed', 'countersigned', 'disputed'], to: 'claimed' },
    countersign: { from: ['claimed'], to: 'countersigned' },
    dispute: { from: ['claimed', 'countersigned'], to: 'disputed' },
    settle: { from: ['disputed'], to: 'claimed' },
    verify: { from: ['countersigned'], to: 'verified' },
    /** What two sides stand behind, one of them cannot take back alone. */
    withdraw: { from: ['claimed', 'disputed'], to: 'withdrawn' },
  },
});

export type OutcomeState = (typeof outcomeMachine.states)[number];
export type OpenOutcomeState = Exclude<OutcomeState, (typeof finalOutcomeStates)[number]>;
export type OutcomeMove = keyof typeof outcomeMachine.moves;

/** What a public page may say came of it: two sides stand behind it. */
export const signedOutcomeStates = ['countersigned', 'verified'] as const satisfies OutcomeState[];
