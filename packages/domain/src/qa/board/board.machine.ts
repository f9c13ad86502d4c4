import { defineMachine, type MoveOf, type StateOf } from '../../kernel/index.ts';

/** The phases of a board: one for each session, opened before it and kept after it. */
export const boardMachine = defineMachine({
  name: 'board',
  initial: 'scheduled',
  states: ['scheduled', 'collecting', 'live', 'wrap_up', 'published', 'archived'],
  final: ['published', 'archived'],
  moves: {
    open: { from: ['scheduled'], to: 'collecting' },
    goLive: { from: ['scheduled', 'collecting'], to: 'live' },
    wrapUp: { from: ['collecting', 'live'], to: 'wrap_up' },
    resume: { from: ['wrap_up'], to: 'live' },
    publish: { from: ['wrap_up'], to: 'published' },
    archive: { from: ['published'], to: 'archived' },
  },
});
export type BoardPhase = StateOf<typeof boardMachine>;
export type BoardMove = MoveOf<typeof boardMachine>;
