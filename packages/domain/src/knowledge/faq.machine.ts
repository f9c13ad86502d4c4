import { defineMachine, type MoveOf, type StateOf } from '../kernel/index.ts';

/** An answer that is shown has been read by a second person, and is read again after its term. */
export const faqMachine = defineMachine({
  name: 'faq entry',
  initial: 'draft',
  states: ['draft', 'reviewed', 'published', 'due_review', 'retired'],
  final: ['retired'],
  moves: {
    review: { from: ['draft'], to: 'reviewed' },
    sendBack: { from: ['reviewed'], to: 'draft' },
    publish: { from: ['reviewed'], to: 'published' },
    fallDue: { from: ['published'], to: 'due_review' },
    renew: { from: ['due_review', 'published'], to: 'published' },
    revise: { from: ['published', 'due_review'], to: 'draft' },
    retire: { from: ['draft', 'reviewed', 'published', 'due_review'], to: 'retired' },
  },
});
export type FaqState = StateOf<typeof faqMachine>;
export type FaqMove = MoveOf<typeof faqMachine>;
