import type { Subject } from '../src/brokering/index.ts';
import { type Actor, addDays, type Deadline, isFinal, Refusal, system } from '../src/kernel/index.ts';
import { ctx, people, said, start } from './brokering.ts';
import { crowd, type Kind } from './lives.ts';

/** What a life has come to, and when. */
interface Node<F> {
  readonly facts: F;
  readonly now: Date;
  readonly way: readonly string[];
}

/** Moves of a clock that open another thing with a clock of its own, so that silence is that one's matter from there on. */
const handedOver: readonly string[] = ['askCheckIn'];

export interface Explored {
  readonly states: number;
  readonly moves: number;
  /** Machine states met. */
  readonly met: ReadonlySet<string>;
  /** Nothing more was to be found. */
  readonly closed: boolean;
  /** What should not be: the way there, and what is wrong. */
  readonly faults: readonly string[];
}

/** Whether it has been: how long ago, no rule asks but through a deadline. */
const side = (at: number, now: Date): string => (at <= now.getTime() ? 'past' : 'to come');
const iso = /^\d{4}-\d\d-\d\dT/;
const most = 2;
/** Kept for the record, and asked for by no rule but whether they are there. */
const onRecord: readonly string[] = ['reason', 'endReason', 'endedBy', 'askedBy', 'answeredBy'];

/** The same for facts that no rule can tell apart: times by whether they have passed, words by their being there, counts up to two, parties each, other lists by their last. */
function outline(value: unknown, now: Date): unknown {
  if (value instanceof Date) return side(value.getTime(), now);
  if (typeof value === 'string') return iso.test(value) ? side(Date.parse(value), now) : value;
  if (typeof value === 'number') return Math.min(value, most);
  if (Array.isArray(value)) {
    const parties = value.every((one) => typeof one === 'object' && one !== null && 'organisationId' in one);
    return (parties ? value : value.slice(-1)).map((one) => outline(one, now));
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  if ('sourceText' in value) return '*';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, onRecord.includes(key) ? inner !== null : outline(inner, now)]),
  );
}

/** What an actor is, whoever it is: two brokers who did the same are the same to every rule. */
const standing = ({ roles, affiliations }: Actor): string =>
  [...roles, ...affiliations.map(({ organisationId, role }) => `${role} of ${organisationId}`)].sort().join(' ');
const standings = new Map(crowd.map((actor) => [actor.id, standing(actor)]));

/** Names people by what they are and in the order in which they come. */
function unnamed(text: string): string {
  const names = new Map<string, string>();
  return text.replace(/"([^"]+)"/g, (whole, id: string) => {
    const known = standings.get(id);
    if (known === undefined) return whole;
    if (!names.has(id))
      names.set(id, `${known} ${[...names.values()].filter((name) => name.startsWith(known)).length}`);
    return `"${names.get(id)}"`;
  });
}

/** What tells one life from another: its facts, who owes what by which rung of the clock, and what each may do. */
const keyOf = <S extends string, M extends string, F extends Subject<S>>(kind: Kind<S, M, F>, facts: F, now: Date) => {
  const due = kind.clock.deadlineOf(facts, now, ctx);
  const step = kind.clock.nextStep(facts, people.member, now, ctx);
  const owed = due && [due.kind, due.responsible, due.dueAt > now, step?.what, step?.missed?.what];
  const may = crowd.map((actor) => `${standing(actor)}: ${kind.movesFor(actor, facts, now).join()}`).sort();
  return unnamed(JSON.stringify([outline(facts, now), owed])) + may.join(';');
};

const later = (a: Date, b: Date): Date => new Date(Math.max(a.getTime(), b.getTime()));

/** The one that answers for an open thing must be somebody, and must have something to do or be followed by a move of the clock. */
function faultOf<S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  facts: F,
  now: Date,
): string | null {
  const deadline = kind.clock.deadlineOf(facts, now, ctx);
  const step = kind.clock.nextStep(facts, people.member, now, ctx);
  if (isFinal(kind.machine, facts.state)) return deadline || step ? 'something is still owed on what is over' : null;
  if (!deadline) return 'no deadline';
  if (!step) return 'no step';
  if (Number.isNaN(deadline.dueAt.getTime())) return 'a deadline without a date';
  if (!deadline.responsible.id) return 'nobody is responsible';
  if (step.by.getTime() !== deadline.dueAt.getTime()) return 'the step and the deadline disagree on the day';
  if (step.responsible.id !== deadline.responsible.id) return 'the step and the deadline disagree on who';
  const moves = deadline.kind in kind.machine.moves;
  if (!moves && deadline.kind !== 'escalate') return `a deadline that leads to ${deadline.kind}`;
  if (!moves && deadline.dueAt <= now) return 'a deadline in the past that nothing takes away';
  return null;
}

/** What happens when nobody ever does anything: it must come before the desk, or to an end, and not be left to its owner for ever. */
function silenceOf<S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  node: Node<F>,
): string | null {
  let { facts, now } = node;
  for (let rung = 0; rung < 40; rung++) {
    if (isFinal(kind.machine, facts.state)) return null;
    const deadline = kind.clock.deadlineOf(facts, now, ctx);
    if (!deadline) return 'no deadline while everybody is silent';
    if (deadline.responsible.kind === 'role' || isBroker(deadline) || handedOver.includes(deadline.kind)) return null;
    now = later(deadline.dueAt, now);
    if (deadline.kind === 'escalate') continue;
    facts = { ...facts, ...kind.make(facts, deadline.kind as M, {}, system, now, ctx).change };
  }
  return 'forty deadlines pass in silence and no desk has heard of it';
}
const isBroker = ({ responsible }: Deadline): boolean =>
  crowd.some(
    (one) => one.id === responsible.id && one.roles.some((role) => role === 'broker' || role === 'lead_broker'),
  );

/** Everything that can become of a thing: every actor tries every move with every reason, at every moment at which a clock strikes. */
export function explore<S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  { limit = 50_000, untilFault = false }: { readonly limit?: number; readonly untilFault?: boolean } = {},
): Explored {
  const seen = new Set<string>();
  const met = new Set<string>();
  const faults: string[] = [];
  let moves = 0;
  const frontier: Node<F>[] = [{ facts: kind.begin(), now: start, way: [] }];
  const note = (node: Node<F>, fault: string | null): void => {
    if (fault) faults.push(`${fault} in ${node.facts.state} after ${node.way.join(', ') || 'its beginning'}`);
  };

  for (let next = 0; next < frontier.length && seen.size < limit; next++) {
    const node = frontier[next] as Node<F>;
    delete frontier[next]; // looked at once, and large
    const { facts, now, way } = node;
    const key = keyOf(kind, facts, now);
    if (seen.has(key)) continue;
    seen.add(key);
    met.add(facts.state);
    const fault = faultOf(kind, facts, now);
    note(node, fault ?? silenceOf(kind, node));
    if (untilFault && faults.length > 0) break;
    if (fault) continue;

    for (const actor of crowd)
      for (const move of kind.movesFor(actor, facts, now))
        for (const reason of kind.forms[move]?.reasons ?? [undefined]) {
          const input = {
            reason,
            note: said('why'),
            name: 'Signature',
            until: addDays(now, 30),
            ...kind.says?.(facts, now),
          };
          try {
            const made = kind.make(facts, move, input, actor, now, ctx);
            moves += 1;
            frontier.push({
              facts: { ...facts, ...made.change },
              now,
              way: [...way, `${move} by ${actor.id ?? 'the clock'}`],
            });
          } catch (problem) {
            if (!(problem instanceof Refusal)) throw problem;
          }
        }
    const deadline = kind.clock.deadlineOf(facts, now, ctx);
    if (!deadline) continue;
    const at = later(deadline.dueAt, now);
    if (deadline.kind in kind.machine.moves) {
      const made = kind.make(facts, deadline.kind as M, {}, system, at, ctx);
      moves += 1;
      frontier.push({ facts: { ...facts, ...made.change }, now: at, way: [...way, `${deadline.kind} by the clock`] });
    }
    // The same thing on the day it falls due, before the clock has been heard: whoever acts then acts late or just in time.
    if (at > now) frontier.push({ facts, now: at, way: [...way, 'until the deadline'] });
    frontier.push({ facts, now: addDays(now, 1), way: [...way, 'a day'] });
  }
  return { states: seen.size, moves, met, faults, closed: seen.size < limit };
}

/** The same kind of thing with a clock that forgets to arm in one state: what a missing `arm` would be. */
export const forgetting = <S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  state: S,
): Kind<S, M, F> => ({
  ...kind,
  clock: {
    ...kind.clock,
    deadlineOf: (facts, now, context) => (facts.state === state ? null : kind.clock.deadlineOf(facts, now, context)),
  },
});
