import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

/** A conversation is never closed for good: every state leads back to an open one. */
export const threadMachine = defineMachine({
  name: 'thread',
  initial: 'open',
  states: ['open', 'resolved', 'locked', 'hidden'],
  final: [],
  moves: {
    resolve: { from: ['open'], to: 'resolved' },
    reopen: { from: ['resolved'], to: 'open' },
    lock: { from: ['open', 'resolved'], to: 'locked' },
    unlock: { from: ['locked'], to: 'open' },
    hide: { from: ['open', 'resolved', 'locked'], to: 'hidden' },
    restore: { from: ['hidden'], to: 'open' },
  },
});
export type ThreadState = StateOf<typeof threadMachine>;
export type ThreadMove = MoveOf<typeof threadMachine>;
