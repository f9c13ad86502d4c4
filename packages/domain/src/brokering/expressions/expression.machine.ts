import { defineMachine } from '../../kernel/index.ts';

export const finalExpressionStates = ['confirmed', 'declined', 'withdrawn', 'lapsed'] as const;

export const expressionMachine = defineMachine({
  name: 'expression',
  initial: 'draft',
  states: ['draft', 'sent', 'seen', 'in_dialogue', 'accepted', 'confirmed', 'declined', 'withdrawn', 'lapsed'],
  final: finalExpressionStates,
  moves: {
    send: { from: ['draft'], to: 'sent' },
    see: { from: ['sent'], to: 'seen' },
    discuss: { from: ['sent', 'seen'], to: 'in_dialogue' },
    accept: { from: ['sent', 'seen', 'in_dialogue'], to: 'accepted' },
    confirm: { from: ['accepted'], to: 'confirmed' },
    decline: { from: ['sent', 'seen', 'in_dialogue'], to: 'declined' },
    withdraw: { from: ['draft', 'sent', 'seen', 'in_dialogue', 'accepted'], to: 'withdrawn' },
    discard: { from: ['draft'], to: 'withdrawn' },
    lapse: { from: ['sent', 'seen', 'in_dialogue', 'accepted'], to: 'lapsed' },
    endWithRequest: { from: ['draft', 'sent', 'seen', 'in_dialogue', 'accepted'], to: 'lapsed' },
  },
});

export type ExpressionState = (typeof expressionMachine.states)[number];
export type OpenExpressionState = Exclude<ExpressionState, (typeof finalExpressionStates)[number]>;
export type ExpressionMove = keyof typeof expressionMachine.moves;

/** States that take an organisation's one place with a request; a confirmed one became a match and keeps it. */
export const liveExpressionStates = [
  'draft',
  'sent',
  'seen',
  'in_dialogue',
  'accepted',
  'confirmed',
] as const satisfies ExpressionState[];
