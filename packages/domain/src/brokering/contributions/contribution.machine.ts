import { defineMachine } from '../../kernel/index.ts';

export const finalContributionStates = ['confirmed', 'withdrawn'] as const;

export const contributionMachine = defineMachine({
  name: 'contribution',
  initial: 'given',
  states: ['given', 'confirmed', 'withdrawn'],
  final: finalContributionStates,
  moves: {
    confirm: { from: ['given'], to: 'confirmed' },
    withdraw: { from: ['given'], to: 'withdrawn' },
  },
});

export type ContributionState = (typeof contributionMachine.states)[number];
export type OpenContributionState = Exclude<ContributionState, (typeof finalContributionStates)[number]>;
export type ContributionMove = keyof typeof contributionMachine.moves;
