import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orphans, withoutItsStep } from '../../test/brokering/ledger.ts';
import {
  anActive,
  aRequest,
  at,
  type Cast,
  cast,
  content,
  express,
  introduced,
  on,
  passDays,
} from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { Timers } from '../platform/timers/timers.ts';

const meeting = {
  topic: 'Première leçon',
  slots: ['2026-03-25T09:00', '2026-03-26T09:00', '2026-03-27T09:00'],
  timeZone: 'Africa/Porto-Novo',
  delegate: 'Bola',
  language: 'fr' as const,
};
const outcome = {
  indicator: 'Tournées communes',
  level: 'output' as const,
  unit: 'tournées',
  actual: { value: 4, date: '2026-03-16', evidence: 'Feuilles de route' },
  language: 'fr' as const,
};

describe('everything open owes one step and has one deadline (I1)', () => {
  let house: House;
  let people: Cast;
  let onesided: string;
  beforeAll(async () => {
    house = await openHouse();
    house.clock.set('2026-03-16T09:00:00Z');
    people = await cast(house);
    await manyThings();
  });
  afterAll(() => house.close());

  const holds = async () => expect([await withoutItsStep(house), await orphans(house)]).toEqual([[], []]);
  const armed = () =>
    house.db(
      `select subject, kind, due_at, responsible_id from timer where state = 'armed' and kind ~ '^brokering' order by subject, kind`,
    );
  /** Deadlines and reminders strike now, as they would if the days they were counted in had changed: nothing is due yet. */
  const strikesEarly = async () => {
    const before = await armed();
    await house.db(`update timer set due_at = $1 where state = 'armed' and kind ~ '^brokering'`, [house.clock.now()]);
    await house.app.get(Timers).fireDue();
    await holds();
    expect(await armed()).toEqual(before);
  };

  /** One of everything that hangs on a request or on what became of it, and requests in many states. */
  const manyThings = async () => {
    const { broker, otherBroker, delegate, focal, otherDelegate, rival, member } = people;
    await focal.brokering.draftRequest({ body: { title: 'Brouillon', language: 'fr' } });
    await delegate.brokering.draftRequest({ body: { ...content, submit: true } });
    await aRequest(people, 'submitted');
    await broker.brokering.askRequest(on(await aRequest(people, 'in_review'), { note: 'Who pays?' }));
    const proposed = await aRequest(people, 'in_review');
    await broker.brokering.declineRequest(on(proposed, { reason: 'incomplete', note: 'Say who pays.' }));
    const open = await aRequest(people);
    await rival.brokering.askClarification({
      params: { ref: open.ref },
      body: { question: 'Which market?', open: true },
    });
    await express(otherDelegate, open);
    await otherBroker.brokering.claimRequest(on(await aRequest(people, 'submitted')));
    const kenya = await house.organisation('kenya');
    const zhalantun = await house.organisation('zhalantun');
    const { version } = await broker.brokering.request({ params: { ref: open.ref } });
    await broker.brokering.suggestPartner({ params: { ref: open.ref }, body: { version, organisationId: kenya } });
    await member.brokering.referPartner({
      params: { ref: (await aRequest(people)).ref },
      body: { organisationId: zhalantun, because: 'They run village stations.' },
    });
    const match = await introduced(people, await aRequest(people));
    await delegate.brokering.meetForMatch({ params: { id: match.id }, body: meeting });
    const taken = await delegate.brokering.meetForMatch({ params: { id: match.id }, body: meeting });
    await otherDelegate.brokering.acceptMeeting(at(taken, { slot: taken.slots[0] as string, delegate: '陈' }));
    const active = await anActive(people);
    await delegate.brokering.claimOutcome({ params: { ref: active.ref }, body: outcome });
    onesided = (await anActive(people)).ref;
  };
  /** The one party that says how it goes; the other's silence comes before the broker. */
  const oneAnswers = async () => {
    const { otherDelegate } = people;
    const { checkIns } = await otherDelegate.brokering.partnership({ params: { ref: onesided } });
    const asked = checkIns.find(({ answerAs }) => answerAs !== null);
    if (asked) await otherDelegate.brokering.answerCheckIn({ params: { id: asked.id }, body: { going: 'yes' } });
  };

  it('when deadlines and reminders strike before their time: nothing happens, and they are armed anew', async () => {
    await holds();
    await strikesEarly();
  });

  it('while hardly anybody answers anything for a year, and again whenever they strike before their time', async () => {
    for (let week = 1; week <= 52; week++) {
      await passDays(house, 7);
      await oneAnswers();
      await holds();
      if (week % 4 === 0) await strikesEarly();
    }
  }, 120_000);
});
