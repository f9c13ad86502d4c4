import { type Machine, movesOf } from './machine.ts';

/** The machine as a Mermaid state diagram: the drawing in the documentation is printed from the table that runs. */
export function toMermaid(machine: Machine<string, string>): string {
  const arrows = movesOf(machine).flatMap((move) => {
    const { from, to } = machine.moves[move] ?? { from: [], to: '' };
    return from.map((state) => `  ${state} --> ${to}: ${move}`);
  });
  const ends = machine.final.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${machine.initial}`, ...arrows, ...ends, ''].join('\n');
}
