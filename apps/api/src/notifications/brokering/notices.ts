import type { Addressees } from './addressees.ts';
import type { Writing } from './writing.ts';

/** Who is told of what happened. */
export type Notice<E> = (event: E, who: Addressees) => Promise<readonly Writing[]>;

/** One for each move: a move that is added does not compile until somebody has said who is told of it, or nobody and why. */
export type Notices<Move extends string, E> = Readonly<Record<Move, Notice<E>>>;

/** Said on purpose, and never without the reason beside it. */
export const nobody: Notice<unknown> = async () => [];

/** What was made is looked up in the table of its kind. */
export const byMove =
  <Move extends string, E extends { readonly data: { readonly move: Move } }>(table: Notices<Move, E>): Notice<E> =>
  (event, who) =>
    table[event.data.move](event, who);

/** One after the other, so that who is written to is asked of the database once at a time. */
export const all =
  <E>(...notices: readonly Notice<E>[]): Notice<E> =>
  async (event, who) => {
    const writings: Writing[] = [];
    for (const notice of notices) writings.push(...(await notice(event, who)));
    return writings;
  };
