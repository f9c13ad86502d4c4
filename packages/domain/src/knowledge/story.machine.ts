import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

export const storyMachine = defineMachine({
  name: 'story',
  initial: 'draft',
  states: ['draft', 'submitted', 'peer_review', 'published', 'due_review', 'archived'],
  final: ['archived'],
  moves: {
    submit: { from: ['draft'], to: 'submitted' },
    takeUp: { from: ['submitted'], to: 'peer_review' },
    sendBack: { from: ['submitted', 'peer_review'], to: 'draft' },
    publish: { from: ['peer_review'], to: 'published' },
    fallDue: { from: ['published'], to: 'due_review' },
    renew: { from: ['due_review'], to: 'published' },
    archive: { from: ['draft', 'submitted', 'peer_review', 'published', 'due_review'], to: 'archived' },
  },
});
export type StoryState = StateOf<typeof storyMachine>;
export type StoryMove = MoveOf<typeof storyMachine>;
