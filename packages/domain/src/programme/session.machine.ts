import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

/** `open`: its board collects questions before anybody speaks. `wrap_up`: over, and its record is being put in order. */
export const sessionMachine = defineMachine({
  name: 'session',
  initial: 'announced',
  states: ['announced', 'open', 'running', 'wrap_up', 'completed', 'cancelled'],
  final: ['completed', 'cancelled'],
  moves: {
    open: { from: ['announced'], to: 'open' },
    start: { from: ['announced', 'open'], to: 'running' },
    finish: { from: ['running'], to: 'wrap_up' },
    resume: { from: ['wrap_up'], to: 'running' },
    complete: { from: ['wrap_up'], to: 'completed' },
    cancel: { from: ['announced', 'open'], to: 'cancelled' },
  },
});
export type SessionState = StateOf<typeof sessionMachine>;
export type SessionMove = MoveOf<typeof sessionMachine>;
