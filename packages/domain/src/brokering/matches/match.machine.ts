import { defineMachine } from '../../kernel/index.ts';

export const finalMatchStates = ['agreed', 'dropped'] as const;

export const matchMachine = defineMachine({
  name: 'match',
  initial: 'suggested',
  states: ['suggested', 'introduced', 'scoping', 'agreed', 'dropped'],
  final: finalMatchStates,
  moves: {
    sayYes: { from: ['suggested'], to: 'suggested' },
    /** What the last yes amounts to. */
    introduce: { from: ['suggested'], to: 'introduced' },
    sayNo: { from: ['suggested'], to: 'dropped' },
    scope: { from: ['introduced'], to: 'scoping' },
    agree: { from: ['introduced', 'scoping'], to: 'agreed' },
    drop: { from: ['introduced', 'scoping'], to: 'dropped' },
    lapse: { from: ['suggested'], to: 'dropped' },
    endWithRequest: { from: ['suggested', 'introduced', 'scoping'], to: 'dropped' },
  },
});

export type MatchState = (typeof matchMachine.states)[number];
export type OpenMatchState = Exclude<MatchState, (typeof finalMatchStates)[number]>;
export type MatchMove = keyof typeof matchMachine.moves;
