import { defineMachine } from '../../kernel/index.ts';

/** Nothing more is owed by anybody. */
export const finalRequestStates = ['closed', 'rejected', 'withdrawn'] as const;

export const requestMachine = defineMachine({
  name: 'request',
  initial: 'draft',
  states: [
    'draft',
    'submitted',
    'in_review',
    'needs_info',
    'published',
    'in_matching',
    'in_partnering',
    'on_hold',
    'expired',
    'closed',
    'declined',
    'appealed',
    'rejected',
    'withdrawn',
  ],
  final: finalRequestStates,
  moves: {
    submit: { from: ['draft'], to: 'submitted' },
    approve: { from: ['submitted'], to: 'submitted' },
    claim: { from: ['submitted', 'in_review'], to: 'in_review' },
    releaseClaim: { from: ['submitted', 'in_review'], to: 'submitted' },
    ask: { from: ['in_review'], to: 'needs_info' },
    answer: { from: ['needs_info'], to: 'submitted' },
    park: { from: ['submitted', 'needs_info'], to: 'draft' },
    publish: { from: ['in_review'], to: 'published' },
    decline: { from: ['in_review'], to: 'declined' },
    /** What publishing and declining amount to where they take two. */
    proposePublish: { from: ['in_review'], to: 'in_review' },
    proposeDecline: { from: ['in_review'], to: 'in_review' },
    agree: { from: ['in_review'], to: 'in_review' },
    sendBack: { from: ['in_review'], to: 'in_review' },
    appeal: { from: ['declined'], to: 'appealed' },
    endDecline: { from: ['declined'], to: 'rejected' },
    uphold: { from: ['appealed'], to: 'rejected' },
    grant: { from: ['appealed'], to: 'in_review' },
    readAnew: { from: ['appealed'], to: 'submitted' },
    confirm: { from: ['published'], to: 'published' },
    /** Nobody else is to be suggested for it. */
    enough: { from: ['published'], to: 'published' },
    expire: { from: ['published'], to: 'expired' },
    reactivate: { from: ['expired'], to: 'published' },
    startMatching: { from: ['published', 'in_partnering', 'expired'], to: 'in_matching' },
    startPartnering: { from: ['published', 'in_matching', 'on_hold', 'expired'], to: 'in_partnering' },
    carryOn: { from: ['in_matching'], to: 'in_matching' },
    keepOpen: { from: ['in_partnering'], to: 'in_partnering' },
    resumeSearch: { from: ['in_matching', 'in_partnering'], to: 'published' },
    hold: { from: ['published', 'in_matching', 'in_partnering'], to: 'on_hold' },
    resume: { from: ['on_hold'], to: 'published' },
    /** Back to where it was. */
    resumeMatching: { from: ['on_hold'], to: 'in_matching' },
    resumePartnering: { from: ['on_hold'], to: 'in_partnering' },
    close: { from: ['published', 'in_matching', 'in_partnering', 'on_hold', 'expired'], to: 'closed' },
    /** What a partnership amounts to that answers all that was left of it. */
    fulfil: { from: ['published', 'in_matching', 'in_partnering', 'on_hold', 'expired'], to: 'closed' },
    lapse: { from: ['expired'], to: 'closed' },
    withdraw: {
      from: [
        'draft',
        'submitted',
        'in_review',
        'needs_info',
        'published',
        'in_matching',
        'in_partnering',
        'on_hold',
        'expired',
        'declined',
        'appealed',
      ],
      to: 'withdrawn',
    },
    archive: { from: ['draft'], to: 'withdrawn' },
  },
});

export type RequestState = (typeof requestMachine.states)[number];
export type OpenRequestState = Exclude<RequestState, (typeof finalRequestStates)[number]>;
export type RequestMove = keyof typeof requestMachine.moves;

/** Others may answer it. */
export const answerableStates = ['published', 'in_matching', 'in_partnering'] as const satisfies RequestState[];
export const isAnswerable = ({ state }: { readonly state: RequestState }): boolean =>
  (answerableStates as readonly RequestState[]).includes(state);
/** Where it may stand still for a while, and returns to. */
export type HoldableState = (typeof answerableStates)[number];
export const isOver = ({ state }: { readonly state: RequestState }): boolean =>
  (finalRequestStates as readonly RequestState[]).includes(state);
