import { defineMachine, type MoveOf, type StateOf } from '../../kernel/index.ts';

export const questionMachine = defineMachine({
  name: 'question',
  initial: 'submitted',
  states: [
    'submitted',
    'pending',
    'published',
    'shortlisted',
    'on_air',
    'answered_live',
    'answered_text',
    'deferred',
    'dismissed',
    'withdrawn',
    'merged',
    'closed_unanswered',
  ],
  final: ['answered_live', 'answered_text', 'dismissed', 'withdrawn', 'merged', 'closed_unanswered'],
  moves: {
    hold: { from: ['submitted', 'merged'], to: 'pending' },
    publish: { from: ['submitted', 'pending'], to: 'published' },
    dismiss: { from: ['pending', 'published', 'shortlisted'], to: 'dismissed' },
    resend: { from: ['dismissed'], to: 'pending' },
    restore: { from: ['dismissed'], to: 'published' },
    shortlist: { from: ['published'], to: 'shortlisted' },
    unlist: { from: ['shortlisted'], to: 'published' },
    putOnAir: { from: ['published', 'shortlisted'], to: 'on_air' },
    skip: { from: ['on_air'], to: 'published' },
    answerLive: { from: ['on_air'], to: 'answered_live' },
    answerText: { from: ['published', 'shortlisted', 'on_air', 'deferred'], to: 'answered_text' },
    defer: { from: ['published', 'shortlisted', 'on_air'], to: 'deferred' },
    close: { from: ['published', 'shortlisted', 'deferred'], to: 'closed_unanswered' },
    merge: { from: ['pending', 'published', 'shortlisted'], to: 'merged' },
    unmerge: { from: ['merged'], to: 'published' },
    withdraw: { from: ['pending', 'published', 'shortlisted'], to: 'withdrawn' },
  },
});
export type QuestionState = StateOf<typeof questionMachine>;
export type QuestionMove = MoveOf<typeof questionMachine>;

/** Still waiting for an answer in the room (Q4); a deferred one waits too, but it has an owner and a date. */
export const openStates = [
  'submitted',
  'pending',
  'published',
  'shortlisted',
  'on_air',
] as const satisfies QuestionState[];
export const isOpen = (state: QuestionState): boolean => openStates.some((open) => open === state);

/** On the board and not yet answered: it takes votes, and others may be merged into it. */
export const isWaiting = (state: QuestionState): boolean =>
  state === 'published' || state === 'shortlisted' || state === 'on_air';

export const dismissalReasons = [
  'off_topic',
  'duplicate',
  'unclear',
  'already_answered',
  'disrespectful',
  'personal_data',
  'no_time',
] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

export const closingReasons = ['no_time', 'no_expert', 'overtaken', 'not_answerable'] as const;
export type ClosingReason = (typeof closingReasons)[number];
