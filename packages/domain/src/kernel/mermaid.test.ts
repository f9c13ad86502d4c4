import { describe, expect, it } from '@jest/globals';
import { defineMachine, toMermaid } from './index.ts';

const door = defineMachine({
  name: 'door',
  initial: 'open',
  states: ['open', 'shut', 'gone'],
  final: ['gone'],
  moves: {
    close: { from: ['open'], to: 'shut' },
    remove: { from: ['open', 'shut'], to: 'gone' },
  },
});

describe('a machine printed as a diagram', () => {
  it('has one arrow for each state a move leaves, and one into and out of the whole', () => {
    expect(toMermaid(door)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> open',
        '  open --> shut: close',
        '  open --> gone: remove',
        '  shut --> gone: remove',
        '  gone --> [*]',
        '',
      ].join('\n'),
    );
  });
});
