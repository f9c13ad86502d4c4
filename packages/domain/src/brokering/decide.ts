import {
  type Actor,
  can,
  type Deadline,
  hasMove,
  isFinal,
  type Machine,
  movesFrom,
  type Policy,
  Refusal,
} from '../kernel/index.ts';
import type { Clock } from './clock.ts';
import { notPermitted } from './rules.ts';
import { type BrokeringContext, ended, isBlank, type MoveInput, type Subject } from './subject.ts';

/** What the mover is asked for. A sole reason goes without saying, and so does one that starts with `unstated`. */
export interface MoveForm {
  readonly reasons?: readonly [string, ...string[]];
  /** The one that is meant when none is given. */
  readonly unsaid?: string;
  /** What to say when none is given, where they are no reasons but something else to choose. */
  readonly unchosen?: `brokering.refuse.${string}`;
  /**
   * Words are required, and this is what to say when they are missing; or welcome, or not asked for. Unsaid, they are welcome
   * where there are reasons to choose from.
   */
  readonly note?: `brokering.refuse.${string}` | 'optional' | 'none';
  /** A day is asked for. */
  readonly until?: true;
}

export interface Moved<Facts, State extends string, Move extends string> {
  readonly move: Move;
  readonly from: State;
  readonly to: State;
  readonly reason: string | null;
  readonly change: Partial<Facts>;
  readonly deadline: Deadline | null;
}

/** What comes of a move: what to store, what to tell, and the one deadline that replaces the armed one (null: disarm). */
export interface Decision<Facts, Told> {
  readonly change: Partial<Facts>;
  readonly happening: Told;
  readonly deadline: Deadline | null;
}

interface Rules<State extends string, Move extends string, Facts extends Subject<State>, Input extends MoveInput> {
  readonly machine: Machine<State, Move>;
  readonly policy: Policy<Move, Facts>;
  readonly clock: Clock<Facts>;
  readonly partiesOf: (facts: Facts) => readonly string[];
  readonly forms: Partial<Record<Move, MoveForm>>;
  /** Moves of the clock: the system makes one when, and only when, the deadline that names it has passed. */
  readonly timed: readonly Move[];
  /** Why the move is not open now, whatever is said with it; a move that is not open is not offered. */
  readonly guards?: Partial<Record<Move, (facts: Facts, now: Date) => `brokering.refuse.${string}` | null>>;
  /** What is said of a move on what is over; unsaid, that there is no such move. */
  readonly over?: (facts: Facts) => `brokering.refuse.${string}`;
  /** The move that this one amounts to, when it is the last that was missing. */
  readonly completes?: (facts: Facts, move: Move, input: Input, actor: Actor, now: Date, ctx: BrokeringContext) => Move;
  /** What changes besides the state; refuses what the mover could mend by saying more. */
  readonly effects: Partial<
    Record<Move, (facts: Facts, input: Input, actor: Actor, now: Date, ctx: BrokeringContext) => Partial<Facts>>
  >;
}

/** Words that are required are there. */
export function refuseUnsaid(form: MoveForm | undefined, { note }: MoveInput): void {
  const unsaid = form?.note;
  if (unsaid && unsaid !== 'optional' && unsaid !== 'none' && isBlank(note))
    throw new Refusal('unmet-condition', unsaid, {}, 'note');
}

/** What the mover is asked for, as a page draws it. */
export function askedBy(form: MoveForm | undefined) {
  const reasons = form?.reasons && form.reasons.length > 1 ? [...form.reasons] : [];
  const words = form?.note ?? (reasons.length > 0 ? 'optional' : 'none');
  const note: 'none' | 'optional' | 'required' = words === 'none' || words === 'optional' ? words : 'required';
  return { reasons, usual: form?.unsaid ?? null, note, until: form?.until ?? false };
}

function reasonOf(form: MoveForm | undefined, input: MoveInput): string | null {
  const reasons = form?.reasons;
  if (!reasons) return null;
  const unsaid = form.unsaid ?? (reasons.length === 1 || reasons[0] === 'unstated' ? reasons[0] : null);
  const told = reasons.includes('other') && !isBlank(input.note) ? 'other' : unsaid;
  const reason = input.reason || told;
  if (!reason || !reasons.includes(reason))
    throw new Refusal('unmet-condition', form.unchosen ?? 'brokering.refuse.reasonMissing', {}, 'reason');
  if (reason === 'other' && isBlank(input.note))
    throw new Refusal('unmet-condition', 'brokering.refuse.otherNeedsNote', {}, 'note');
  return reason;
}

/** How all four kinds of subject move: permission, table, clock, guard, what must be said, then the change. */
export function defineMoves<S extends string, M extends string, F extends Subject<S>, I extends MoveInput>(
  rules: Rules<S, M, F, I>,
) {
  const { machine, policy, clock, forms, guards, effects } = rules;

  /** What the actor may do now: the server enforces the same, the page draws it. */
  const movesFor = (actor: Actor, facts: F, now: Date): M[] =>
    movesFrom(machine, facts.state).filter((m) => can(policy, actor, m, facts) && !guards?.[m]?.(facts, now));

  const refuseUnlessOpen = (facts: F, move: M, actor: Actor, now: Date, ctx: BrokeringContext): void => {
    if (!can(policy, actor, move, facts)) throw notPermitted(actor, rules.partiesOf(facts));
    if (rules.over && isFinal(machine, facts.state)) throw new Refusal('already-done', rules.over(facts));
    if (!hasMove(machine, facts.state, move)) throw new Refusal('no-such-move', 'brokering.refuse.noSuchMove');
    if (actor.kind === 'system' && rules.timed.includes(move)) {
      const deadline = clock.deadlineOf(facts, now, ctx);
      if (deadline?.kind !== move || deadline.dueAt > now)
        throw new Refusal('unmet-condition', 'brokering.refuse.notDue');
    }
    const closed = guards?.[move]?.(facts, now);
    if (closed) throw new Refusal('unmet-condition', closed);
  };

  const makeMove = (facts: F, asked: M, input: I, actor: Actor, now: Date, ctx: BrokeringContext): Moved<F, S, M> => {
    refuseUnlessOpen(facts, asked, actor, now, ctx);
    const form = forms[asked];
    const reason = reasonOf(form, input);
    refuseUnsaid(form, input);

    const move = rules.completes?.(facts, asked, input, actor, now, ctx) ?? asked;
    const from = facts.state;
    const { to } = machine.moves[move];
    const life: Partial<Subject<S>> = {
      state: to,
      lastActivityAt: now,
      ...(to !== from && { stateSince: now }),
      ...(isFinal(machine, to) && ended(reason ?? to, input.note, actor, now)),
    };
    const said = { ...input, ...(reason && { reason }) };
    const change = { ...life, ...effects[move]?.(facts, said, actor, now, ctx) } as Partial<F>;
    const deadline = clock.deadlineOf({ ...facts, ...change }, now, ctx);
    return { move, from, to, reason: (change as Partial<Subject>).endReason ?? reason, change, deadline };
  };

  return { movesFor, makeMove };
}
