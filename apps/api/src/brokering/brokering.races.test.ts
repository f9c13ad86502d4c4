import { randomUUID } from 'node:crypto';
import { ApiError } from '@baraza/contracts/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, express, on } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { Timers } from '../platform/timers/timers.ts';

/** What each of several calls came to: an answer, or the code of its refusal. */
const outcomes = async (calls: readonly Promise<unknown>[]): Promise<string[]> => {
  const settled = await Promise.allSettled(calls);
  return settled.map((result) => {
    if (result.status === 'fulfilled') return 'done';
    if (result.reason instanceof ApiError) return result.reason.problem.code;
    throw result.reason;
  });
};
const tally = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

describe('several at once', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('gives a case to exactly one of two brokers, and tells the other', async () => {
    const request = await aRequest(people, 'submitted');
    const told = await outcomes(
      [people.broker, people.otherBroker].map((broker) => broker.brokering.claimRequest(on(request))),
    );
    expect(tally(told)).toEqual({ done: 1, 'already-done': 1 });
    const [claim] = await house.db<{ n: number }>(
      `select count(*)::int as n from brokering_move where subject = 'request:' || $1 and move = 'claim'`,
      [request.id],
    );
    expect(claim).toEqual({ n: 1 });
  });

  it('numbers forty requests drafted at once without a gap and without a double', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 40 }, () => people.focal.brokering.draftRequest({ body: { title: 'One of forty' } })),
    );
    const refused = await outcomes([people.member.brokering.draftRequest({ body: { title: 'Of nobody' } })]);
    const next = await people.focal.brokering.draftRequest({ body: { title: 'The next one' } });
    const numbers = [...drafts, next].map(({ ref }) => Number(ref.slice(9))).sort((a, b) => a - b);
    expect(refused).toEqual(['not-permitted']);
    expect(numbers).toEqual(Array.from({ length: 41 }, (_, i) => (numbers[0] as number) + i));
    const [{ last, count } = { last: 0, count: 1 }] = await house.db<{ last: number; count: number }>(
      `select (select last from reference_counter where series = 'REQ') as last, (select count(*)::int from request) as count`,
    );
    expect(last).toBe(count);
  });

  it('loses no change among two hundred replayed and racing moves', async () => {
    const request = await aRequest(people);
    let { version } = request;
    for (let round = 0; round < 20; round++) {
      const key = randomUUID();
      const confirm = (idempotencyKey: string) =>
        people.focal.brokering.confirmRequest({ params: { ref: request.ref }, body: { version } }, { idempotencyKey });
      const racing = Array.from({ length: 5 }, () => confirm(randomUUID()));
      const told = await outcomes([...racing, ...Array.from({ length: 5 }, () => confirm(key))]);
      const counts = tally(told);
      // One wish wins; when it is the replayed one, each of its five gets that answer.
      expect([1, 5]).toContain(counts['done']);
      expect((counts['done'] ?? 0) + (counts['stale-version'] ?? 0)).toBe(10);
      version += 1;
    }
    const now = await people.focal.brokering.request({ params: { ref: request.ref } });
    expect(now.version).toBe(version);
    const [moves] = await house.db<{ confirmed: number; told: number; timers: number }>(
      `select (select count(*)::int from brokering_move where subject = $1 and move = 'confirm') as confirmed,
         (select count(*)::int from domain_event where stream = $1 and data ->> 'move' = 'confirm') as told,
         (select count(*)::int from timer where subject = $1 and state = 'armed' and kind !~ 'remind$') as timers`,
      [`request:${request.id}`],
    );
    expect(moves).toEqual({ confirmed: 20, told: 20, timers: 1 });
  });

  it('lets an organisation have one live expression, however often it is tried at once', async () => {
    const request = await aRequest(people);
    const told = await outcomes(Array.from({ length: 8 }, () => express(people.rival, request)));
    expect(tally(told)).toEqual({ done: 1, 'already-done': 7 });
  });

  it('lets a clock and a member meet on one case without either being lost', async () => {
    const request = await aRequest(people);
    const sent = await Promise.all([express(people.rival, request), express(people.otherDelegate, request)]);
    house.clock.pass(60);
    const accepts = sent.map((expression) => people.delegate.brokering.acceptExpression(at(expression)));
    const told = await Promise.all([
      outcomes(accepts),
      outcomes(Array.from({ length: 3 }, () => house.app.get(Timers).fireDue())).catch(() => []),
    ]);
    for (const code of told[0]) expect(['done', 'stale-version']).toContain(code);
    while ((await house.app.get(Timers).fireDue()) > 0);
    const late = await house.db(`select subject from timer where state = 'armed' and due_at <= $1`, [
      house.clock.now(),
    ]);
    expect(late).toEqual([]);
    const stuck = await house.db(
      `select e.id from expression e where e.ended_at is null and not exists (
         select 1 from timer t where t.subject = 'expression:' || e.id and t.state = 'armed' and t.kind !~ 'remind$')`,
    );
    expect(stuck).toEqual([]);
  });

  it('keeps every request that was written', async () => {
    const lost = await house.db(`select 1 from domain_event e where e.name = 'brokering.request.drafted'
      and not exists (select 1 from request r where r.id = (e.data ->> 'requestId')::uuid)`);
    expect(lost).toEqual([]);
  });
});
