import type { Clock, Subject } from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import type { BrokeringNews } from '../told.ts';
import { type Case, owe, record, type Step, sideOf, type Thing, tell } from './case.ts';
import { insert, store } from './rows.repository.ts';
import type { SubjectRow } from './subject.row.ts';

// How whatever hangs on a match or a partnership is begun and moved: it is stored, recorded, owed by somebody, and told.

/** What hangs: its row, what the rules look at, its clock, and where it is found. */
export interface Hanging<F extends Subject, R extends SubjectRow> {
  readonly type: new () => R;
  readonly row: R;
  readonly facts: () => F;
  readonly clock: Clock<F>;
  readonly thing: Thing;
  readonly parties: readonly string[];
}

export async function oweHanging<F extends Subject, R extends SubjectRow>(
  c: Case,
  { facts, clock, thing }: Hanging<F, R>,
): Promise<void> {
  const { at, known } = c;
  const now = facts();
  await owe(c, thing, {
    deadline: clock.deadlineOf(now, at, known.context),
    reminders: clock.remindersOf(now, at, known.context),
    step: clock.nextStep(now, system, at, known.context),
    private: false,
    silentSince: now.lastActivityAt,
  });
}

export async function beginHanging<F extends Subject, R extends SubjectRow>(
  c: Case,
  hanging: Hanging<F, R>,
  happening: BrokeringNews,
  move: string,
): Promise<void> {
  const { type, row, thing, parties } = hanging;
  await insert(c.work.tx, type, row);
  await record(c, thing, c.actor, sideOf(c.actor, parties), { move, from: null, to: hanging.facts().state });
  await oweHanging(c, hanging);
  await tell(c, thing, happening);
}

export async function keepHanging<F extends Subject, R extends SubjectRow>(
  c: Case,
  hanging: Hanging<F, R>,
  change: Partial<R>,
  actor: Actor,
  happening: BrokeringNews,
  step: Step,
): Promise<void> {
  const { type, row, thing, parties } = hanging;
  await store(c.work.tx, type, row, change);
  await record(c, thing, actor, sideOf(actor, parties), step);
  await oweHanging(c, hanging);
  await tell(c, thing, happening);
}
