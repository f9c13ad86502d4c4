import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

let house: House;
let people: Cast;
let zhalantun: string;
beforeAll(async () => {
  house = await openHouse();
  people = await cast(house);
  zhalantun = await house.organisation('zhalantun');
});
afterAll(() => house.close());

const noticesTo = async (name: string, reason: string) => {
  await house.deliver();
  const rows = await house.db(
    'select 1 from notification n join member m on m.id = n.member_id where m.name = $1 and n.reason = $2',
    [name, reason],
  );
  return rows.length;
};
const refer = (who: keyof Cast, ref: string) =>
  people[who].brokering.referPartner({
    params: { ref },
    body: { organisationId: zhalantun, because: 'A secret-hint: they run village stations.' },
  });
const hintOn = async (ref: string) => {
  const { matches } = await people.broker.brokering.request({ params: { ref } });
  return people.broker.brokering.match({ params: { id: matches[0]?.id ?? '' } });
};

describe('a member’s hint', () => {
  it('is on the desk and nowhere else until a broker sends it', async () => {
    const { ref } = await aRequest(people);
    const before = await noticesTo('uma', 'brokering.referralReceived');
    await refer('member', ref);
    expect(await noticesTo('uma', 'brokering.referralReceived')).toBe(before + 1);
    const hint = await hintOn(ref);
    expect(hint).toMatchObject({
      state: 'referred',
      origin: 'member',
      referredBy: 'mo',
      nextStep: { who: 'you', what: 'brokering.step.decideReferral' },
    });
    for (const who of ['focal', 'otherFocal', 'partialBroker', 'member'] as const) {
      expect((await refusal(people[who].brokering.match({ params: { id: hint.id } }))).code).toBe('not-found');
      const page = await people[who].brokering.request({ params: { ref } });
      expect(page.matches).toEqual([]);
      expect(JSON.stringify(page)).not.toContain('secret-hint');
      expect(JSON.stringify(await people[who].brokering.mine())).not.toMatch(/secret-hint|"referred"/);
    }
    const sent = await people.broker.brokering.sendMatch(at(hint));
    expect(sent.state).toBe('suggested');
    const read = await people.otherFocal.brokering.match({ params: { id: hint.id } });
    expect(read.because?.text).toContain('secret-hint');
    expect(read.referredBy).toBeNull();
    expect(await noticesTo('dai', 'brokering.suggested')).toBeGreaterThan(0);
    expect((await people.broker.brokering.request({ params: { ref } })).suggestions).toBe(1);
  });

  it('is put aside without a word to either side, and ends with its request', async () => {
    const { ref } = await aRequest(people);
    await refer('member', ref);
    const aside = await people.broker.brokering.setAsideMatch(at(await hintOn(ref), { reason: 'no_fit' }));
    expect(aside.state).toBe('set_aside');
    expect((await refusal(people.focal.brokering.match({ params: { id: aside.id } }))).code).toBe('not-found');

    const open = await aRequest(people);
    await refer('member', open.ref);
    const { id } = await hintOn(open.ref);
    await people.focal.brokering.withdrawRequest(
      on(await people.focal.brokering.request({ params: { ref: open.ref } })),
    );
    const [row] = await house.db('select state, end_reason from match where id = $1', [id]);
    expect(row).toEqual({ state: 'set_aside', end_reason: 'request_ended' });
  });

  it('passes to the lead brokers when nobody decides', async () => {
    const { ref } = await aRequest(people);
    await refer('member', ref);
    house.clock.pass(9);
    await house.deliver();
    expect((await hintOn(ref)).nextStep).toMatchObject({ role: 'lead_broker', what: 'brokering.step.decideReferral' });
  });

  it('is taken once from one member for one city', async () => {
    const { ref } = await aRequest(people);
    await refer('rival', ref);
    expect((await refusal(refer('rival', ref))).code).toBe('already-done');
    expect((await refusal(refer('visitor', ref))).code).toBe('not-signed-in');
  });
});

describe('“not now”', () => {
  it('is kept from the other side, and asked again on the day', async () => {
    const { ref, version } = await aRequest(people);
    const body = { version, organisationId: zhalantun, because: 'They have done it.' };
    const match = await people.broker.brokering.suggestPartner({ params: { ref }, body });
    await people.otherFocal.brokering.seeMatch({ params: { id: match.id } });
    const read = await people.otherFocal.brokering.match({ params: { id: match.id } });
    expect(read.parties[1]).toMatchObject({ stance: 'seen' });
    const later = await people.otherFocal.brokering.notNowMatch(at(read, { reason: 'months_1' }));
    expect(later.parties[1]).toMatchObject({ stance: 'not_now', until: expect.any(String) });
    const other = await people.focal.brokering.match({ params: { id: match.id } });
    expect(other.parties[1]).toMatchObject({ stance: null, until: null });
    expect(other.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.answerSuggestion' });
    await people.focal.brokering.sayYesMatch(at(other));
    house.clock.pass(29);
    await house.deliver();
    expect((await people.focal.brokering.match({ params: { id: match.id } })).state).toBe('suggested');
    const before = await noticesTo('dai', 'brokering.askedAgain');
    house.clock.pass(2);
    expect(await noticesTo('dai', 'brokering.askedAgain')).toBe(before + 1);
    expect(await noticesTo('codjo', 'brokering.askedAgain')).toBe(0);
    const asked = await people.otherFocal.brokering.match({ params: { id: match.id } });
    expect(asked.parties[1]).toMatchObject({ stance: 'unseen', until: null });
    expect((await people.otherFocal.brokering.sayYesMatch(at(asked))).state).toBe('introduced');
  });
});

describe('the responsiveness of a city', () => {
  it('counts what was answered within the time and what was not, never what is not due', async () => {
    const of = () => people.visitor.brokering.responsiveness({ params: { slug: 'benin' } });
    const before = await of();
    const express = async () => {
      const { ref } = await aRequest(people, 'published', { window: { start: '2027-05-01', end: '2027-09-30' } });
      return people.otherDelegate.brokering.draftExpression({
        params: { ref },
        body: { message: 'We did it.', send: true },
      });
    };
    const answered = await express();
    await express();
    const withdrawn = await express();
    await people.focal.brokering.declineExpression(at(answered, { reason: 'no_fit' }));
    await people.otherDelegate.brokering.withdrawExpression(at(withdrawn));
    expect(await of()).toEqual({ ...before, answered: before.answered + 1, asked: before.asked + 1 });
    house.clock.pass(40);
    expect(await of()).toEqual({ ...before, answered: before.answered + 1, asked: before.asked + 2 });
  });
});
