import { defineMachine } from '../../kernel/index.ts';

export const finalMilestoneStates = ['done', 'dropped'] as const;

export const milestoneMachine = defineMachine({
  name: 'milestone',
  initial: 'planned',
  states: ['planned', 'done', 'dropped'],
  final: finalMilestoneStates,
  moves: {
    reach: { from: ['planned'], to: 'done' },
    /** Another day, or somebody else's. */
    replan: { from: ['planned'], to: 'planned' },
    drop: { from: ['planned'], to: 'dropped' },
    /** What is left to do when the work is over is not done any more. */
    endWithPartnership: { from: ['planned'], to: 'dropped' },
  },
});

export type MilestoneState = (typeof milestoneMachine.states)[number];
export type OpenMilestoneState = Exclude<MilestoneState, (typeof finalMilestoneStates)[number]>;
export type MilestoneMove = keyof typeof milestoneMachine.moves;
