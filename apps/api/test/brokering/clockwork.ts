import { BrokeringTimers } from '../../src/brokering/brokering.timers.ts';
import { DeskQueries } from '../../src/brokering/desk/desk.queries.ts';
import { asActor, asSystem } from '../../src/platform/asker.ts';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { type FiredTimer, Timers } from '../../src/platform/timers/timers.ts';
import type { House } from '../harness.ts';
import { type Decade, isSilent } from './decade.ts';
import type { Step } from './step.ts';

type DueTimer = FiredTimer & Step & { readonly owedAt: Date; readonly private: boolean };

/** What was done to the clock on the way, and what it did. */
interface Mishaps {
  fired: number;
  killed: number;
  doubled: number;
  tooSoon: number;
  /** Steps of members and organisations that were not taken in time, and those of them whose silence was planted. */
  late: number;
  silent: number;
  onTheDesk: number;
  ended: number;
  /** What should not have been; each says enough to be looked into. */
  readonly faults: string[];
}

/** Lets the deadlines of one moment fall due: some by a worker that dies at it, some by several workers at once. */
export function clockworkOf(house: House, decade: Decade) {
  const { chance, cityOf, personOf, leads } = decade;
  const timers = house.app.get(Timers);
  const work = house.app.get(UnitOfWork);
  const { handlers } = house.app.get(BrokeringTimers, { strict: false });
  const desk = house.app.get(DeskQueries, { strict: false });
  const mishaps: Mishaps = {
    fired: 0,
    killed: 0,
    doubled: 0,
    tooSoon: 0,
    late: 0,
    silent: 0,
    onTheDesk: 0,
    ended: 0,
    faults: [],
  };

  const dueUntil = (until: Date) =>
    house.db<DueTimer>(
      `select t.id::text, t.subject, t.kind, t.due_at as "dueAt", s.request_id as "requestId", s.what, s.private, s.due_at as "owedAt",
         s.responsible_kind as "responsibleKind", s.responsible_id as "responsibleId", s.missed_at as "missedAt"
       from timer t left join brokering_step s on s.subject = t.subject where t.state = 'armed' and t.due_at <= $1 order by t.due_at, t.id`,
      [until],
    );
  const stateOf = async (id: string) =>
    (await house.db<{ state: string }>('select state from timer where id = $1', [id]))[0]?.state;

  /** All is done, and the connection is lost before it is kept. */
  const die = (timer: FiredTimer) =>
    work
      .run(asSystem(house.clock.now()), async (own) => {
        await own.tx.query(`update timer set state = 'fired', fired_at = $2 where id = $1`, [
          timer.id,
          house.clock.now(),
        ]);
        await handlers.get(timer.kind)?.(own, timer);
        await own.tx.query('select pg_terminate_backend(pg_backend_pid())');
      })
      .then(
        () => mishaps.faults.push(`a dead worker kept ${timer.kind} of ${timer.subject}`),
        () => undefined,
      );

  /** Before its time nothing happens, whoever asks. */
  const tooSoon = async (timer: FiredTimer) => {
    const at = house.clock.now();
    house.clock.set(new Date(timer.dueAt.getTime() - 1));
    await timers.fire(timer.id);
    house.clock.set(at);
    mishaps.tooSoon += 1;
    if ((await stateOf(timer.id)) !== 'armed') mishaps.faults.push(`${timer.kind} of ${timer.subject} fired too soon`);
  };

  const fire = async (timer: DueTimer) => {
    // One that was due with others may have struck with them, or been wound again by them, in the meantime.
    const armed = (await stateOf(timer.id)) === 'armed';
    if (chance.is(0.05) && armed) await tooSoon(timer);
    if (chance.is(0.04) && armed) {
      await die(timer);
      mishaps.killed += 1;
      if ((await stateOf(timer.id)) !== 'armed')
        mishaps.faults.push(`${timer.kind} of ${timer.subject} was lost with its worker`);
    }
    if (chance.is(0.05)) {
      await Promise.all([timers.fire(timer.id), timers.fire(timer.id), timers.fireDue()]);
      mishaps.doubled += 1;
    } else await timers.fire(timer.id);
    mishaps.fired += 1;
  };

  /** Whoever did not do what they owed is on the desk by the day it was due, unless the clock itself moved the matter that day. */
  const mustSurface = async (timer: DueTimer) => {
    const at = house.clock.now();
    const who = cityOf.get(timer.responsibleId)?.focal ?? personOf.get(timer.responsibleId);
    if (!who || timer.private || timer.kind.endsWith('.remind')) return;
    mishaps.late += 1;
    if (isSilent(who, timer.dueAt)) mishaps.silent += 1;
    const [ended] = await house.db(
      `select 1 from brokering_move where subject = $1 and at = $2 and by_kind = 'system'`,
      [timer.subject, at],
    );
    if (ended) {
      mishaps.ended += 1;
      return;
    }
    const [{ ref } = { ref: '' }] = await house.db<{ ref: string }>('select ref from request where id = $1', [
      timer.requestId,
    ]);
    const lead = asActor(leads[0].actor, at);
    let cursor: string | undefined;
    do {
      const page = await desk.queue(lead, { view: 'silent', cursor, limit: 100 });
      if (page.items.some((item) => item.ref === ref)) {
        mishaps.onTheDesk += 1;
        return;
      }
      cursor = page.next ?? undefined;
    } while (cursor);
    mishaps.faults.push(
      `${who.name} is late with ${timer.what} of ${timer.subject} (${ref}) at ${at.toISOString()}, and no desk shows it`,
    );
  };

  return {
    mishaps,
    async nextDue(): Promise<Date | null> {
      const [row] = await house.db<{ at: Date | null }>(`select min(due_at) as at from timer where state = 'armed'`);
      return row?.at ?? null;
    },
    /** Fires what is due; returns the cases it belonged to. */
    async strike(): Promise<Set<string>> {
      const touched = new Set<string>();
      for (let due = await dueUntil(house.clock.now()); due.length > 0; due = await dueUntil(house.clock.now()))
        for (const timer of due) {
          if (!timer.requestId) mishaps.faults.push(`${timer.kind} of ${timer.subject} is armed and nobody owes it`);
          touched.add(timer.requestId);
          await fire(timer);
          if ((await stateOf(timer.id)) === 'armed') throw new Error(`${timer.kind} of ${timer.subject} does not fire`);
          await mustSurface(timer);
        }
      return touched;
    },
  };
}
