import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

/** `edited` says that readers can compare revisions; a slip mended within the first day leaves a post `visible`. */
export const postMachine = defineMachine({
  name: 'post',
  initial: 'visible',
  states: ['visible', 'edited', 'hidden', 'author_deleted'],
  final: ['author_deleted'],
  moves: {
    revise: { from: ['visible', 'edited'], to: 'edited' },
    remove: { from: ['visible', 'edited'], to: 'author_deleted' },
    hide: { from: ['visible', 'edited'], to: 'hidden' },
    restore: { from: ['hidden'], to: 'visible' },
  },
});
export type PostState = StateOf<typeof postMachine>;
export type PostMove = MoveOf<typeof postMachine>;
