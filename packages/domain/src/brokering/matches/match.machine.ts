import { defineMachine } from '../../kernel/index.ts';

export const finalMatchStates = ['agreed', 'dropped', 'set_aside'] as const;

export const matchMachine = defineMachine({
  name: 'match',
  initial: 'referred',
  states: ['referred', 'set_aside', 'suggested', 'introduced', 'scoping', 'agreed', 'dropped'],
  final: finalMatchStates,
  moves: {
    /** What a member pointed out: a broker sends it to both sides, or puts it aside, and neither side hears of it. */
    send: { from: ['referred'], to: 'suggested' },
    setAside: { from: ['referred'], to: 'set_aside' },
    endReferral: { from: ['referred'], to: 'set_aside' },
    see: { from: ['suggested'], to: 'suggested' },
    notNow: { from: ['suggested'], to: 'suggested' },
    askAgain: { from: ['suggested'], to: 'suggested' },
    sayYes: { from: ['suggested'], to: 'suggested' },
    /** What the last yes amounts to. */
    introduce: { from: ['suggested'], to: 'introduced' },
    sayNo: { from: ['suggested'], to: 'dropped' },
    scope: { from: ['introduced'], to: 'scoping' },
    agree: { from: ['introduced', 'scoping'], to: 'agreed' },
    drop: { from: ['introduced', 'scoping'], to: 'dropped' },
    lapse: { from: ['suggested'], to: 'dropped' },
    /** One of the requests of a ring ended before all had answered. */
    dissolve: { from: ['suggested'], to: 'dropped' },
    endWithRequest: { from: ['suggested', 'introduced', 'scoping'], to: 'dropped' },
  },
});

export type MatchState = (typeof matchMachine.states)[number];
export type OpenMatchState = Exclude<MatchState, (typeof finalMatchStates)[number]>;
export type MatchMove = keyof typeof matchMachine.moves;

/** The two sides know nothing of it. */
export const atTheDeskStates = ['referred', 'set_aside'] as const satisfies MatchState[];
export const isAtTheDesk = ({ state }: { readonly state: MatchState }): boolean =>
  (atTheDeskStates as readonly MatchState[]).includes(state);
