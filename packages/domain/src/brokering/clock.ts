import {
  type Actor,
  actsFor,
  addWorkingDays,
  type Deadline,
  type Happening,
  isFocalPointOf,
  putOff,
  type WorkingCalendar,
} from '../kernel/index.ts';
import type { BrokeringContext, Subject } from './subject.ts';

/** Who owes a step. `seat` narrows an organisation to its focal point, where only that person can take the step. */
export interface Responsible {
  readonly kind: Deadline['responsible']['kind'];
  readonly id: string;
  readonly seat?: 'focal_point';
}
export const organisation = (id: string): Responsible => ({ kind: 'organisation', id });
export const focalPoint = (id: string): Responsible => ({ kind: 'organisation', id, seat: 'focal_point' });
export const member = (id: string): Responsible => ({ kind: 'member', id });
export const leadBrokers: Responsible = { kind: 'role', id: 'lead_broker' };
/** The broker who holds the case, or the desk when nobody does. */
export const brokerOr = (id: string | null): Responsible => (id ? member(id) : { kind: 'role', id: 'broker' });
export const brokersDesk: Responsible = brokerOr(null);

/** A time during which a clock stands still: what was left of a step when it began is left when it ends. */
export interface Pause {
  readonly since: Date;
  readonly until: Date;
}
const isIn = (at: Date, { since, until }: Pause): boolean => at >= since && at < until;
/** What begins while the clock stands still counts from when it goes on. */
export const goesOn = (at: Date, pauses: readonly Pause[]): Date =>
  pauses.reduce((then, pause) => (isIn(then, pause) ? pause.until : then), at);

/** A day that was so many days after `since` is as many days later as the clock has stood still in between. */
export const setBack = (day: Date, since: Date, pauses: readonly Pause[]): Date =>
  pauses.reduce((then, pause) => {
    const still = pause.until.getTime() - Math.max(pause.since.getTime(), since.getTime());
    return still > 0 && pause.since < then ? new Date(then.getTime() + still) : then;
  }, day);

/**
 * One step somebody owes. When its time is up, `otherwise` happens: the step passes to the next rung (`escalate`), is asked
 * for once more (`again`), or the system makes the move named.
 */
export type Rung<Otherwise extends string> = {
  readonly who: Responsible;
  /** `brokering.step.…` */
  readonly what: `brokering.step.${string}`;
} & (
  | {
      readonly otherwise: Otherwise;
      readonly within: number;
      readonly remind?: readonly number[];
      /** Organisations that are all asked until one day, whosever turn it is: each has its working days by then. */
      readonly among?: readonly string[];
    }
  | { readonly otherwise: Exclude<Otherwise, 'again'>; readonly until: Date; readonly remind?: readonly Date[] }
);

/** Asked for again and again until a day, and then the next one's: never the last. */
type Bounded = Rung<'again'> & { readonly before: Date };
type AnyRung = Rung<string> | Bounded;

/** Who owes what, one after another. The last rung ends in a move or repeats, so nothing open is ever without a clock. */
export interface Plan<Move extends string> {
  readonly since: Date;
  /** When what is owed `within` some days was not owed, oldest first. A date that was named stands. */
  readonly pauses?: readonly Pause[];
  readonly rungs: readonly [...(Rung<'escalate'> | Bounded)[], Rung<Move | 'again'>];
}

/** A plan for each state in which something is still owed: leave one out and it does not compile. */
export type Plans<Open extends string, Facts, Move extends string> = Readonly<
  Record<Open, (facts: Facts, ctx: BrokeringContext) => Plan<Move>>
>;

interface Step {
  readonly responsible: Responsible;
  readonly what: string;
  readonly dueAt: Date;
}
interface Due extends Step {
  readonly otherwise: string;
  readonly reminders: readonly Date[];
  /** The step before, which was not taken in time. */
  readonly missed: Step | null;
}

export interface NextStep {
  readonly who: 'you' | 'organisation' | 'member' | 'desk';
  readonly responsible: Deadline['responsible'];
  /** Only the focal point can take it. */
  readonly seat?: 'focal_point';
  readonly what: string;
  readonly by: Date;
  readonly missed: { readonly responsible: Deadline['responsible']; readonly what: string; readonly by: Date } | null;
}

export type DeadlineMissed = Happening<
  'brokering.deadline.missed',
  { readonly responsible: Deadline['responsible']; readonly what: string; readonly dueAt: Date }
>;

const calendarFor = (who: Responsible, ctx: BrokeringContext): WorkingCalendar =>
  who.kind === 'organisation' ? ctx.calendarOf(who.id) : ctx.desk;

/** What only a focal point can do is, where there is none, the desk's task to find one. */
const fitted = (rung: AnyRung, ctx: BrokeringContext): AnyRung =>
  rung.who.seat && !ctx.hasFocalPoint(rung.who.id)
    ? { ...rung, who: brokersDesk, what: 'brokering.step.findFocalPoint' }
    : rung;

/** The last of several days, of which there is one at least. */
export const latest = (days: readonly Date[]): Date => new Date(Math.max(...days.map((day) => day.getTime())));

const boundOf = (rung: AnyRung): Date | null => ('before' in rung ? rung.before : null);

const timesOf = (rung: AnyRung, start: Date, pauses: readonly Pause[], ctx: BrokeringContext) => {
  if ('until' in rung) return { dueAt: rung.until > start ? rung.until : start, reminders: rung.remind ?? [] };
  const asked = 'among' in rung && rung.among ? rung.among.map(organisation) : [rung.who];
  const after = (days: number): Date =>
    latest(
      asked.map((one) => {
        const calendar = calendarFor(one, ctx);
        return pauses.reduce(
          (due, { since, until }) => (since >= start && since < due ? putOff(due, since, until, calendar) : due),
          addWorkingDays(start, Math.max(1, days), calendar),
        );
      }),
    );
  const dueAt = after(rung.within);
  const before = boundOf(rung);
  return { dueAt: before && before < dueAt ? before : dueAt, reminders: (rung.remind ?? []).map(after) };
};

/** The first rung whose time is not up; past the end, the last one, with the move that now falls to the system. */
function climb(plan: Plan<string>, now: Date, ctx: BrokeringContext): Due {
  const { pauses = [] } = plan;
  let start = goesOn(plan.since, pauses);
  let missed: Step | null = null;
  for (let i = 0; ; ) {
    const rung = fitted(plan.rungs[i] as AnyRung, ctx);
    const before = boundOf(rung);
    if (before && before <= start) {
      i += 1;
      continue;
    }
    const { dueAt, reminders } = timesOf(rung, start, pauses, ctx);
    const step = { responsible: rung.who, what: rung.what, dueAt };
    const isMove = rung.otherwise !== 'escalate' && rung.otherwise !== 'again';
    if (dueAt > now || isMove)
      return {
        ...step,
        otherwise: rung.otherwise,
        missed,
        reminders: reminders.filter((at) => at > start && at < dueAt),
      };
    missed = step;
    start = goesOn(dueAt, pauses);
    if (rung.otherwise === 'escalate' || (before && dueAt >= before)) i += 1;
  }
}

const party = ({ kind, id }: Responsible): Deadline['responsible'] => ({ kind, id });

export const isOwedBy = (actor: Actor, { kind, id, seat }: Responsible): boolean =>
  kind === 'member' ? actor.id === id : kind === 'organisation' && (seat ? isFocalPointOf : actsFor)(actor, id);

/** The one clock of a kind of subject. Deadline, reminders and next step are read off the same rung, so they agree. */
export function defineClock<Open extends string, Facts extends Subject, Move extends string>(
  noun: string,
  plans: Plans<Open, Facts, Move>,
) {
  const dueOf = (facts: Facts, now: Date, ctx: BrokeringContext): Due | null => {
    const plan = (plans as Partial<Plans<string, Facts, Move>>)[facts.state];
    return plan ? climb(plan(facts, ctx), now, ctx) : null;
  };
  const subjectOf = (facts: Facts): string => `${noun}:${facts.id}`;

  /** The next deadline; null only where nothing is owed any more. In the past only when `kind` is a move to be made now. */
  const deadlineOf = (facts: Facts, now: Date, ctx: BrokeringContext): Deadline | null => {
    const due = dueOf(facts, now, ctx);
    if (!due) return null;
    const kind = due.otherwise === 'again' ? 'escalate' : due.otherwise;
    return { subject: subjectOf(facts), kind, dueAt: due.dueAt, responsible: party(due.responsible) };
  };

  /** When to remind the responsible one before the next deadline, soonest first. */
  const remindersOf = (facts: Facts, now: Date, ctx: BrokeringContext): Date[] =>
    (dueOf(facts, now, ctx)?.reminders ?? []).filter((at) => at > now).sort((a, b) => a.getTime() - b.getTime());

  const nextStep = (facts: Facts, reader: Actor, now: Date, ctx: BrokeringContext): NextStep | null => {
    const due = dueOf(facts, now, ctx);
    if (!due) return null;
    const { responsible, what, dueAt: by, missed } = due;
    const role = responsible.kind === 'role' || responsible.kind === 'system' ? 'desk' : responsible.kind;
    return {
      who: isOwedBy(reader, responsible) ? 'you' : role,
      responsible: party(responsible),
      ...(responsible.seat && { seat: responsible.seat }),
      what,
      by,
      missed: missed && { responsible: party(missed.responsible), what: missed.what, by: missed.dueAt },
    };
  };

  /** What an `escalate` deadline tells when it fires: whose time was up. The next deadline is armed with it. */
  const escalate = (facts: Facts, now: Date, ctx: BrokeringContext) => {
    const missed = dueOf(facts, now, ctx)?.missed;
    if (!missed) return null;
    const { responsible, what, dueAt } = missed;
    const stream = subjectOf(facts);
    const data = { responsible: party(responsible), what, dueAt };
    const happening: DeadlineMissed = { name: 'brokering.deadline.missed', stream, data };
    return { happening, deadline: deadlineOf(facts, now, ctx) };
  };

  return { deadlineOf, remindersOf, nextStep, escalate };
}
export type Clock<Facts extends Subject> = ReturnType<typeof defineClock<string, Facts, string>>;
