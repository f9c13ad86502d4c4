import type { Actor } from './actor.ts';
import type { Deadline, Happening } from './event.ts';
import { hasMove, type Machine, movesOf } from './machine.ts';
import { can, type Policy } from './policy.ts';
import { Refusal } from './refusal.ts';

/** What a move changes and what it tells. The room that stores it adds nothing of its own. */
export interface Decision<Change, H extends Happening> {
  readonly change: Change;
  readonly happening: H;
}

/** A decision that leaves its subject with one armed deadline, or with none because nothing more is owed. */
export interface TimedDecision<Change, H extends Happening> extends Decision<Change, H> {
  readonly deadline: Deadline | null;
}

/** A machine, who may make its moves, and the sentences it refuses with. */
export interface Law<S extends string, M extends string, Subject> {
  readonly machine: Machine<S, M>;
  readonly policy: Policy<'view' | M, Subject>;
  readonly notFound: string;
  readonly notPermitted: string;
  readonly noSuchMove: string;
}

/** The moves this actor could make now: what the server enforces is also what the page draws. */
export const lawfulMoves = <S extends string, M extends string, Subject>(
  { machine, policy }: Law<S, M, Subject>,
  state: S,
  actor: Actor,
  subject: Subject,
): M[] => movesOf(machine).filter((move) => hasMove(machine, state, move) && can(policy, actor, move, subject));

/** The state the move leads to. What cannot be read is missing, what is not yours is refused, and only then what does not exist. */
export function demandMove<S extends string, M extends string, Subject>(
  law: Law<S, M, Subject>,
  state: S,
  move: M,
  actor: Actor,
  subject: Subject,
): S {
  if (actor.kind !== 'system' && !can(law.policy, actor, 'view', subject)) throw new Refusal('not-found', law.notFound);
  if (!can(law.policy, actor, move, subject)) throw new Refusal('not-permitted', law.notPermitted);
  if (!hasMove(law.machine, state, move)) throw new Refusal('no-such-move', law.noSuchMove);
  return law.machine.moves[move].to;
}

/** Refuses with a condition the actor can mend. */
export function demand(
  condition: boolean,
  sentence: string,
  args: Readonly<Record<string, string | number>> = {},
  path?: string,
): asserts condition {
  if (!condition) throw new Refusal('unmet-condition', sentence, args, path);
}
