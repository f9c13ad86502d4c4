import { calendarOf, workingDaysBetween } from '@baraza/domain/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, content, express, introduced, on } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { Timers } from '../platform/timers/timers.ts';

const benin = calendarOf('BJ', 'Africa/Porto-Novo');
const day = 86_400_000;

describe('time that passes', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  /** Lets so many days pass, from one deadline to the next. */
  const live = async (days: number) => {
    const until = new Date(house.clock.now().getTime() + days * day);
    const next = () =>
      house.db<{ due: Date }>(
        `select greatest(due_at, $1) as due from timer where state = 'armed' and due_at <= $2 order by due_at limit 1`,
        [house.clock.now(), until],
      );
    for (let [timer] = await next(); timer; [timer] = await next()) {
      house.clock.set(timer.due);
      await house.app.get(Timers).fireDue();
    }
    house.clock.set(until);
  };
  const told = (stream: string, name: string) =>
    house.db<{ at: Date; what: string; responsible: { kind: string; id: string } }>(
      `select at, data ->> 'what' as what, data -> 'responsible' as responsible from domain_event where stream = $1 and name = $2 order by seq`,
      [stream, name],
    );

  it('reminds on the third and seventh working day, asks the broker after the tenth, and lapses after the twentieth', async () => {
    const request = await aRequest(people);
    const sentAt = house.clock.now();
    const sent = await express(people.otherDelegate, request);
    await live(32);
    const stream = `expression:${sent.id}`;
    const reminders = await told(stream, 'brokering.deadline.near');
    const asked = await house.organisation('benin');
    expect(reminders.map(({ at: when }) => workingDaysBetween(sentAt, when, benin))).toEqual([3, 7]);
    expect(reminders.every(({ responsible }) => responsible.id === asked)).toBe(true);
    const missed = await told(stream, 'brokering.deadline.missed');
    expect(missed).toMatchObject([
      { what: 'brokering.step.answerExpression', responsible: { kind: 'organisation', id: asked } },
    ]);
    expect(workingDaysBetween(sentAt, missed[0]?.at as Date, benin)).toBe(10);
    expect(await people.otherDelegate.brokering.expression({ params: { id: sent.id } })).toMatchObject({
      state: 'lapsed',
      end: { reason: 'no_response' },
      nextStep: null,
    });
    expect(await house.db(`select 1 from timer where subject = $1 and state = 'armed'`, [stream])).toEqual([]);
  });

  it('tells the desk who is silent before anything lapses', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    await people.broker.brokering.enoughRequest(on(request, { note: 'Nobody else runs such a service.' }));
    await live(16);
    const silent = await people.broker.brokering.desk({ query: { view: 'silent', limit: 100 } });
    const item = silent.items.find(({ ref }) => ref === request.ref);
    expect(item).toMatchObject({
      step: {
        who: 'you',
        what: 'brokering.step.chaseAnswer',
        late: true,
        missed: { what: 'brokering.step.answerExpression' },
      },
      subject: { kind: 'expression', id: sent.id },
    });
    expect(item?.silentDays).toBeGreaterThanOrEqual(10);
    // Whoever let it go by may still answer, and finds it among what waits for them.
    const { owed } = await people.delegate.brokering.mine();
    expect(owed.find((one) => one.request?.ref === request.ref)?.step).toMatchObject({
      who: 'you',
      what: 'brokering.step.answerExpression',
      late: true,
    });
  });

  it('puts first on the desk what was missed first, though whoever has it now has longer than others', async () => {
    const silent = await aRequest(people);
    const { id } = await express(people.otherDelegate, silent);
    await people.broker.brokering.enoughRequest(on(silent, { note: 'Nobody else runs such a service.' }));
    await live(16);
    const fresh = await aRequest(people, 'submitted');
    const { items } = await people.lead.brokering.desk({ query: { view: 'all', limit: 100 } });
    const of = (ref: string) => items.find((item) => item.ref === ref);
    expect(of(silent.ref)).toMatchObject({ subject: { id }, step: { late: true } });
    const due = (ref: string) => Date.parse(of(ref)?.step.dueAt as string);
    expect(due(silent.ref)).toBeGreaterThan(due(fresh.ref));
    const refs = items.map(({ ref }) => ref).filter((ref) => [silent.ref, fresh.ref].includes(ref));
    expect(refs.indexOf(silent.ref)).toBeLessThan(refs.indexOf(fresh.ref));
    const days = items.map(({ step }) => step.missed?.dueAt ?? step.dueAt);
    expect(days).toEqual([...days].sort());
    await people.otherDelegate.brokering.withdrawExpression(
      at(await people.otherDelegate.brokering.expression({ params: { id } })),
    );
  });

  it('asks for renewal, expires after 180 days, and closes 90 days later; opened again in between it lives on', async () => {
    const kept = await aRequest(people);
    const left = await aRequest(people);
    const stream = `request:${left.id}`;
    await live(181);
    const near = await told(stream, 'brokering.deadline.near');
    const before = near
      .filter(({ what }) => what === 'brokering.step.confirmRequest')
      .map(({ at: when }) => Math.round((Date.parse(left.publishedAt as string) + 180 * day - when.getTime()) / day));
    expect(before).toEqual([30, 15, 5]);
    const expired = await people.visitor.brokering.request({ params: { ref: left.ref } });
    expect(expired).toMatchObject({ state: 'expired', nextStep: { what: 'brokering.step.reactivateRequest' } });
    expect((await people.visitor.brokering.requests({ query: {} })).items.map(({ ref }) => ref)).not.toContain(
      left.ref,
    );
    const again = await people.focal.brokering.request({ params: { ref: kept.ref } });
    expect(await people.focal.brokering.reactivateRequest(on(again))).toMatchObject({ state: 'published' });
    await live(91);
    expect(await people.focal.brokering.request({ params: { ref: left.ref } })).toMatchObject({
      state: 'closed',
      end: { reason: 'lapsed' },
    });
    expect(await people.focal.brokering.request({ params: { ref: kept.ref } })).toMatchObject({ state: 'published' });
  });

  it('gives a case back when its broker’s lease runs out, and passes it to the lead brokers when nobody takes it', async () => {
    const request = await aRequest(people, 'in_review');
    await live(4);
    const back = await people.focal.brokering.request({ params: { ref: request.ref } });
    expect(back).toMatchObject({ state: 'submitted', broker: null, nextStep: { who: 'desk', role: 'broker' } });
    await live(5);
    const passed = await people.focal.brokering.request({ params: { ref: request.ref } });
    expect(passed.nextStep).toMatchObject({ who: 'desk', role: 'lead_broker', late: true });
  });

  it('parks a request whose question nobody answers, and archives a draft nobody goes on with', async () => {
    const request = await aRequest(people, 'in_review');
    await people.broker.brokering.askRequest(on(request, { note: 'How many producers?' }));
    await live(43);
    const parked = await people.focal.brokering.request({ params: { ref: request.ref } });
    expect(parked).toMatchObject({ state: 'draft', nextStep: { what: 'brokering.step.finishRequest' } });
    const near = await told(`request:${request.id}`, 'brokering.deadline.near');
    expect(near.filter(({ what }) => what === 'brokering.step.answerBroker')).toHaveLength(2);
    await live(181);
    expect(await people.focal.brokering.request({ params: { ref: request.ref } })).toMatchObject({
      state: 'withdrawn',
      end: { reason: 'archived' },
    });
  });

  it('hears a message as a sign of life: the quiet clock of a match starts anew', async () => {
    const match = await introduced(people, await aRequest(people));
    const due = (view: { nextStep: { dueAt: string } | null }) => Date.parse(view.nextStep?.dueAt as string);
    await live(10);
    await people.delegate.brokering.writeMessage({ params: { id: match.id }, body: { text: 'Encore là.' } });
    const stirred = await people.delegate.brokering.match({ params: { id: match.id } });
    expect(due(stirred) - due(match)).toBe(10 * day);
    expect(stirred.version).toBe(match.version);
    await live(45);
    const quiet = await people.delegate.brokering.match({ params: { id: match.id } });
    expect(quiet.nextStep).toMatchObject({ what: 'brokering.step.reviveMatch', late: true, name: 'uma' });
  });

  it('asks both sides again on the one day both have named, each by a version of its own', async () => {
    const { broker, delegate, otherDelegate } = people;
    const request = await broker.brokering.request({ params: { ref: (await aRequest(people)).ref } });
    const organisationId = await house.organisation('zhalantun');
    const { id } = await broker.brokering.suggestPartner(
      on(request, { organisationId, because: 'They have done it.' }),
    );
    const read = (who: typeof broker) => who.brokering.match({ params: { id } });
    for (const who of [delegate, otherDelegate])
      await who.brokering.notNowMatch(at(await read(who), { reason: 'months_1' }));
    const before = [await read(delegate), await read(otherDelegate)];
    await live(31);
    const after = [await read(delegate), await read(otherDelegate)];
    expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 1));
    expect(after.map(({ nextStep }) => nextStep?.what)).toEqual(after.map(() => 'brokering.step.answerSuggestion'));
    expect(
      await house.db(`select move from brokering_move where subject = 'match:' || $1 and by_kind = 'system'`, [id]),
    ).toEqual([{ move: 'askAgain' }]);
  });

  it('fires nothing twice, however often it is asked', async () => {
    const request = await aRequest(people);
    await express(people.otherDelegate, request);
    await live(16);
    const count = async () => (await house.db<{ n: number }>('select count(*)::int as n from domain_event'))[0]?.n;
    const before = await count();
    await Promise.all(Array.from({ length: 5 }, () => house.app.get(Timers).fireDue()));
    expect(await count()).toBe(before);
  });

  it('counts the requester’s days when the requester is in Cairo, where Friday and Saturday rest', async () => {
    const focal = await house.as({ slug: 'laila', at: { cairo: 'focal_point' } });
    house.clock.set('2026-03-19T08:00:00Z'); // a Thursday
    const request = await aRequest({ focal, broker: people.broker }, 'published', content);
    const sent = await express(people.rival, request);
    const received = await focal.brokering.expression({ params: { id: sent.id } });
    expect(received.nextStep).toMatchObject({
      who: 'you',
      timeZone: 'Africa/Cairo',
      workingDays: 10,
      dueAt: '2026-04-02T08:00:00.000Z',
    });
    await focal.brokering.declineExpression(at(sent, { reason: 'timing' }));
  });
});
