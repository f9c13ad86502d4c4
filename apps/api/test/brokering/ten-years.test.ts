import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../harness.ts';
import { aDecade, type Decade, day, end, wall } from './decade.ts';
import { kinds, miscounted, replayed, stored } from './ledger.ts';
import { expressionsWanted, live, requestsWanted } from './life.ts';

const minutes = 60_000;

describe('ten years of three hundred requests', () => {
  let house: House;
  let decade: Decade;
  let lived: Awaited<ReturnType<typeof live>>;
  beforeAll(async () => {
    house = await openHouse();
    decade = await aDecade(house, 20_300_107);
    const started = performance.now();
    lived = await live(house, decade);
    const { faults, broken, ...figures } = lived;
    if (process.env['TEST_FIGURES'])
      console.info(JSON.stringify({ ...figures, seconds: Math.round((performance.now() - started) / 1000) }));
  }, 15 * minutes);
  afterAll(() => house.close());

  it('were lived by people prompt, slow and silent, with workers dying and firing twice on the way', () => {
    expect(lived).toMatchObject({ drafted: requestsWanted, expressed: expressionsWanted });
    expect(Math.min(lived.killed, lived.doubled, lived.tooSoon)).toBeGreaterThan(50);
    expect(lived.acts).toBeGreaterThan(2000);
    expect(lived.looks).toBeGreaterThan(50);
  });

  it('left nothing open without exactly one next deadline and one responsible, at any moment looked at (I1)', () => {
    expect(lived.broken).toEqual([]);
  });

  it('put every silent party on a desk by its date, or ended the matter on that date', () => {
    expect(lived.faults).toEqual([]);
    expect(lived.late).toBe(lived.onTheDesk + lived.ended);
    expect(Math.min(lived.silent, lived.onTheDesk, lived.ended)).toBeGreaterThan(100);
  });

  it('fired every deadline at its time, none before it, none a second time, and forgot none (I7)', async () => {
    const off = await house.db(
      `select id, subject, kind, due_at, fired_at from timer where state = 'fired' and fired_at <> due_at and armed_at < due_at`,
    );
    expect(off).toEqual([]);
    expect(await house.db(`select id, subject, kind from timer where state = 'armed' and due_at <= $1`, [end])).toEqual(
      [],
    );
    const [{ fired } = { fired: 0 }] = await house.db<{ fired: number }>(
      `select count(*)::int as fired from timer where state = 'fired'`,
    );
    expect(fired).toBe(lived.fired);
    // What a deadline does is told once for each that fired: a reminder, a step passed on, a move of the system.
    const unequal = await house.db(
      `with done as (select subject, fired_at as at, case when kind ~ 'remind$' then 'near' when kind ~ 'escalate$' then 'missed' else 'move' end as what,
           count(*)::int as n from timer where state = 'fired' group by 1, 2, 3),
         told as (select stream as subject, at, replace(name, 'brokering.deadline.', '') as what, count(*)::int as n from domain_event
           where name in ('brokering.deadline.near', 'brokering.deadline.missed') group by 1, 2, 3),
         moved as (select d.subject, d.at, d.what, d.n, (select count(*)::int from brokering_move m where m.subject = d.subject and m.at = d.at and m.by_kind = 'system') as told
           from done d where d.what = 'move')
       select * from (
         select coalesce(d.subject, t.subject) as subject, coalesce(d.at, t.at) as at, coalesce(d.what, t.what) as what, d.n, t.n as told
         from (select * from done where what <> 'move') d full join told t using (subject, at, what)
         union all select * from moved) c
       where c.n is distinct from c.told`,
    );
    expect(unequal).toEqual([]);
  });

  it('counted the ten days of every answer where the answer was owed, over weekends, holidays and changes of the clock', async () => {
    const answers = await house.db<{ sent: Date; due: Date; organisationId: string }>(
      `select distinct on (e.id) e.sent_at as sent, t.due_at as due, r.organisation_id as "organisationId" from expression e
       join request r on r.id = e.request_id join timer t on t.subject = 'expression:' || e.id
       where e.sent_at is not null and t.kind = 'brokering.expression.escalate' and t.armed_at = e.sent_at order by e.id, t.id`,
    );
    expect(answers.length).toBeGreaterThan(600);
    const rests: Readonly<Record<string, readonly number[]>> = { EG: [5, 6], IN: [0] };
    let changed = 0;
    for (const { sent, due, organisationId } of answers) {
      const { zone, country } = decade.cityOf.get(organisationId) as NonNullable<ReturnType<Decade['cityOf']['get']>>;
      const [from = '', to = ''] = [wall(sent, zone), wall(due, zone)];
      let days = 0;
      for (let at = Date.parse(from.slice(0, 10)) + day; at <= Date.parse(to.slice(0, 10)); at += day) {
        const date = new Date(at);
        const rest = (rests[country] ?? [0, 6]).includes(date.getUTCDay());
        if (!rest && !decade.holidays.get(country)?.has(date.toISOString().slice(0, 10))) days += 1;
      }
      expect({ zone, sent, due, days }).toMatchObject({ days: 10 });
      // Only in the hour that a spring night leaves out can the clock on the wall show another time.
      expect(to.slice(11)).toBe(from.slice(11));
      if ((due.getTime() - sent.getTime()) % day !== 0) changed += 1;
    }
    expect(changed).toBeGreaterThan(10);
  });

  it('can be told again from nothing: every row stands where what happened put it (I4)', async () => {
    const told = await replayed(house);
    const rows = await stored(house);
    expect(rows.length).toBeGreaterThan(requestsWanted + expressionsWanted);
    expect(rows.map((row) => told.get(row.subject))).toEqual(rows);
    expect(told.size).toBe(rows.length);
    // Of everything that can be open there was some, ended in more than one way.
    for (const kind of kinds) {
      const ends = rows.filter(({ subject }) => subject.startsWith(`${kind}:`)).map(({ state }) => state);
      expect({ kind, some: ends.length > 20, ways: new Set(ends).size > 1 }).toEqual({ kind, some: true, ways: true });
    }
    expect(await miscounted(house)).toEqual([]);
  });

  it('left nothing parked: what was told last is carried to everybody, and no job fails', async () => {
    await house.db(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'relay'
         and (j.payload ->> 'seq')::bigint < (select max(seq) - 600 from domain_event)`,
    );
    await house.deliver();
    const failed = await house.db(
      'select task_identifier, last_error from graphile_worker.jobs where last_error is not null',
    );
    expect(failed).toEqual([]);
    expect(
      await house.db(`select 1 from graphile_worker.jobs where task_identifier <> 'timer' and run_at <= now()`),
    ).toEqual([]);
  });

  it('holds the case in the hands that the last happening named', async () => {
    const other = await house.db(
      `select r.ref, r.claimed_by, last.broker from request r cross join lateral (
         select e.data ->> 'brokerId' as broker from domain_event e where e.stream = 'request:' || r.id order by e.seq desc limit 1) last
       where r.claimed_by::text is distinct from last.broker`,
    );
    expect(other).toEqual([]);
  });

  it('ended everything that ended with a reason, a closer and a time (I3)', async () => {
    const bare = await house.db(
      ['request', 'expression', 'match', 'partnership', 'check_in']
        .map(
          (kind) =>
            `select '${kind}:' || id as subject from ${kind} where num_nonnulls(end_reason, ended_by, ended_at) not in (0, 3)`,
        )
        .join(' union all '),
    );
    expect(bare).toEqual([]);
  });
});
