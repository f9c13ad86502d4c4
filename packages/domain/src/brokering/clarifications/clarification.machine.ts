import { defineMachine } from '../../kernel/index.ts';

export const finalClarificationStates = ['answered', 'withdrawn', 'lapsed'] as const;

export const clarificationMachine = defineMachine({
  name: 'clarification',
  initial: 'asked',
  states: ['asked', 'answered', 'withdrawn', 'lapsed'],
  final: finalClarificationStates,
  moves: {
    answer: { from: ['asked'], to: 'answered' },
    withdraw: { from: ['asked'], to: 'withdrawn' },
    lapse: { from: ['asked'], to: 'lapsed' },
    endWithRequest: { from: ['asked'], to: 'lapsed' },
  },
});

export type ClarificationState = (typeof clarificationMachine.states)[number];
export type OpenClarificationState = Exclude<ClarificationState, (typeof finalClarificationStates)[number]>;
export type ClarificationMove = keyof typeof clarificationMachine.moves;
