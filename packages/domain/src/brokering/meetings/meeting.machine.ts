import { defineMachine } from '../../kernel/index.ts';

export const finalMeetingStates = ['held', 'no_show', 'cancelled'] as const;

export const meetingMachine = defineMachine({
  name: 'meeting',
  initial: 'proposed',
  states: ['proposed', 'accepted', 'held', 'no_show', 'cancelled'],
  final: finalMeetingStates,
  moves: {
    /** Other slots, from another side. */
    counter: { from: ['proposed'], to: 'proposed' },
    accept: { from: ['proposed'], to: 'proposed' },
    /** What the last acceptance amounts to. */
    fix: { from: ['proposed'], to: 'accepted' },
    hold: { from: ['accepted'], to: 'held' },
    noShow: { from: ['accepted'], to: 'no_show' },
    cancel: { from: ['proposed', 'accepted'], to: 'cancelled' },
    lapse: { from: ['proposed'], to: 'cancelled' },
    endWithCase: { from: ['proposed', 'accepted'], to: 'cancelled' },
  },
});

export type MeetingState = (typeof meetingMachine.states)[number];
export type OpenMeetingState = Exclude<MeetingState, (typeof finalMeetingStates)[number]>;
export type MeetingMove = keyof typeof meetingMachine.moves;
