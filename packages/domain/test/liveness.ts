import { describe, expect, it } from '@jest/globals';
import type { Subject } from '../src/brokering/index.ts';
import { isFinal, reachable } from '../src/kernel/index.ts';
import { explore, forgetting } from './explore.ts';
import type { Kind } from './lives.ts';

/** Every state it can come to from where it begins. */
const statesOf = <S extends string, M extends string, F extends Subject<S>>({ machine, begin }: Kind<S, M, F>): S[] =>
  [...reachable({ ...machine, initial: begin().state })].sort();

/** Walks everything that can become of a kind of thing, and walks again with the clock forgetting each of its states. */
export function describeLiveness<S extends string, M extends string, F extends Subject<S>>(
  name: string,
  kind: Kind<S, M, F>,
) {
  describe(`everything that can become of ${name}`, () => {
    it('was looked at, and nowhere is an open step without its one date and its one responsible (I1)', () => {
      const { closed, met, faults } = explore(kind);
      expect(faults.slice(0, 5)).toEqual([]);
      expect(closed).toBe(true);
      expect([...met].sort()).toEqual(statesOf(kind));
    }, 300_000);

    it.each(statesOf(kind).filter((state) => !isFinal(kind.machine, state)))(
      'is found wanting when the clock forgets to be armed in the state %s',
      (state) => {
        const { faults } = explore(forgetting(kind, state), { untilFault: true });
        expect(faults[0]).toMatch(/^no deadline/);
      },
      300_000,
    );
  });
}
