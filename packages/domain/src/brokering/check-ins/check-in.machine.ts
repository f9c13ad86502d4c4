import { defineMachine } from '../../kernel/index.ts';

export const finalCheckInStates = ['answered', 'missed', 'settled', 'dropped'] as const;

export const checkInMachine = defineMachine({
  name: 'check_in',
  initial: 'planned',
  states: ['planned', 'open', 'answered', 'missed', 'settled', 'dropped'],
  final: finalCheckInStates,
  moves: {
    ask: { from: ['planned'], to: 'open' },
    answer: { from: ['open'], to: 'open' },
    /** What the last answer amounts to. */
    complete: { from: ['open'], to: 'answered' },
    lapse: { from: ['open'], to: 'missed' },
    /** What the lapse, or the last answer, amounts to when a party has been silent before or wants the desk: it is the broker's. */
    refer: { from: ['open'], to: 'open' },
    settle: { from: ['open'], to: 'settled' },
    /** The next one has come, or the work has ended. */
    drop: { from: ['planned', 'open'], to: 'dropped' },
  },
});

export type CheckInState = (typeof checkInMachine.states)[number];
export type OpenCheckInState = Exclude<CheckInState, (typeof finalCheckInStates)[number]>;
export type CheckInMove = keyof typeof checkInMachine.moves;
