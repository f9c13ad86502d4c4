import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withoutItsStep } from '../../test/brokering/ledger.ts';
import {
  anActive,
  aRequest,
  type Cast,
  cast,
  introduced,
  on,
  passDays,
  proposal,
  refusal,
} from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('what the parties of a partnership owe one another', () => {
  let house: House;
  let people: Cast;
  let benin: string;
  let zhalantun: string;
  let kenya: string;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    benin = await house.organisation('benin');
    zhalantun = await house.organisation('zhalantun');
    kenya = await house.organisation('kenya');
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const read = (who: keyof Cast, ref: string) => people[who].brokering.partnership({ params: { ref } });
  const planned = async (more: object = {}) => {
    const { ref } = await anActive(people);
    const body = { title: 'Six leçons', due: '2026-04-15', ownerId: zhalantun, language: 'fr' as const, ...more };
    const { milestones } = await people.delegate.brokering.planMilestone({ params: { ref }, body });
    return { ref, params: { id: milestones[0]?.id as string } };
  };

  it('a milestone is its owner’s until its day is over, then the broker’s again and again, until it is put off', async () => {
    const { ref, params } = await planned();
    expect((await read('otherDelegate', ref)).milestones).toMatchObject([
      {
        late: false,
        nextStep: { who: 'you', what: 'brokering.step.reachMilestone', dueAt: '2026-04-15T15:59:00.000Z' },
      },
    ]);
    await passDays(house, 31);
    expect(
      await house.db(
        `select data ->> 'what' as what from domain_event where stream = $1 and name = 'brokering.deadline.near' order by seq`,
        [`milestone:${params.id}`],
      ),
    ).toEqual([{ what: 'brokering.step.reachMilestone' }, { what: 'brokering.step.reachMilestone' }]);
    const asked = { late: true, nextStep: { who: 'you', what: 'brokering.step.chaseMilestone' } };
    expect((await read('broker', ref)).milestones).toMatchObject([asked]);
    await passDays(house, 20);
    expect((await read('broker', ref)).milestones).toMatchObject([asked]);
    expect((await read('visitor', ref)).milestones).toMatchObject([{ late: true, moves: [] }]);
    const replan = (who: keyof Cast, due: string) =>
      refusal(people[who].brokering.replanMilestone({ params, body: { due } }));
    expect(await replan('rival', '2026-07-01')).toMatchObject({ status: 403 });
    expect(await replan('broker', '2026-04-30')).toMatchObject({ status: 409, issues: [{ path: 'due' }] });
    const put = await people.broker.brokering.replanMilestone({ params, body: { due: '2026-07-01', ownerId: benin } });
    expect(put.milestones).toMatchObject([{ due: '2026-07-01', owner: { slug: 'benin' }, late: false }]);
    await people.delegate.brokering.reachMilestone({ params });
    expect(await withoutItsStep(house)).toEqual([]);
  });

  it('what is left to do ends with the work', async () => {
    const { ref } = await planned();
    const { version } = await read('focal', ref);
    await people.focal.brokering.closePartnership({ params: { ref }, body: { version, reason: 'completed' } });
    expect((await read('delegate', ref)).milestones).toMatchObject([{ state: 'dropped', nextStep: null }]);
    expect(await withoutItsStep(house)).toEqual([]);
  });

  it('the next step of a meeting of the parties is owed like a milestone', async () => {
    const { ref } = await anActive(people);
    const report = {
      topic: 'Visite du marché',
      on: '2026-03-12',
      attendees: 'Bola',
      note: 'Deux tournées réunies.',
      next: 'Envoyer le support',
      nextOwnerId: zhalantun,
      nextDue: '2026-03-13',
      language: 'fr' as const,
    };
    const record = (nextDue: string) =>
      people.delegate.brokering.recordMeetingForPartnership({ params: { ref }, body: { ...report, nextDue } });
    expect(await refusal(record('2026-03-13'))).toMatchObject({ status: 409, issues: [{ path: 'nextDue' }] });
    await record('2026-04-01');
    expect((await read('delegate', ref)).milestones).toMatchObject([
      {
        title: { text: 'Envoyer le support' },
        due: '2026-04-01',
        nextStep: { organisation: { slug: 'zhalantun' }, what: 'brokering.step.reachMilestone' },
      },
    ]);
  });

  it('a contribution waits ten working days for the other party, then the broker asks; the giver may take it back', async () => {
    const { ref } = await anActive(people);
    const body = { kind: 'expert_days' as const, quantity: 6, unit: 'days', date: '2026-03-10' };
    const { contributions } = await people.otherDelegate.brokering.giveContribution({ params: { ref }, body });
    const params = { id: contributions[0]?.id as string };
    const mine = { who: 'you', what: 'brokering.step.confirmContribution', dueAt: '2026-03-30T09:00:00.000Z' };
    expect((await read('delegate', ref)).contributions).toMatchObject([{ state: 'given', nextStep: mine }]);
    await passDays(house, 15);
    expect((await read('broker', ref)).contributions).toMatchObject([
      { nextStep: { who: 'you', what: 'brokering.step.chaseContribution' }, moves: [{ move: 'withdraw' }] },
    ]);
    const withdraw = (who: keyof Cast) =>
      people[who].brokering.withdrawContribution({ params, body: { version: 1, reason: 'mistaken' } });
    expect(await refusal(withdraw('delegate'))).toMatchObject({ status: 403 });
    expect((await withdraw('otherDelegate')).contributions).toEqual([]);
    expect(await withoutItsStep(house)).toEqual([]);
  });

  it('what is late goes to the next broker with the case', async () => {
    const { ref } = await planned();
    const given = { kind: 'expert_days' as const, quantity: 6, unit: 'days', date: '2026-03-10' };
    await people.otherDelegate.brokering.giveContribution({ params: { ref }, body: given });
    await passDays(house, 32);
    const owed = async (who: keyof Cast) => {
      const { milestones, contributions } = await read(who, ref);
      return [...milestones, ...contributions].map((one) => one.nextStep?.who);
    };
    expect([await owed('broker'), await owed('otherBroker')]).toEqual([
      ['you', 'you'],
      ['member', 'member'],
    ]);
    const of = (await read('lead', ref)).request?.ref as string;
    const vera = await house.member({ slug: 'vera' });
    const request = await people.lead.brokering.request({ params: { ref: of } });
    await people.lead.brokering.handOver(on(request, { to: vera }));
    expect(await owed('otherBroker')).toEqual(['you', 'you']);
    expect(await withoutItsStep(house)).toEqual([]);
  });

  it('a proposal keeps everybody who was introduced, and a stranger joins only as a helper with a signature', async () => {
    const match = await introduced(people, await aRequest(people));
    const proposed = await people.delegate.brokering.proposePartnership(proposal(match));
    const { ref, version } = proposed;
    const { body: words } = proposal(match);
    const amend = (
      who: keyof Cast,
      parties: { organisationId: string; role: 'requester' | 'provider' | 'facilitator' }[],
      at = version,
    ) => people[who].brokering.amendPartnership({ params: { ref }, body: { ...words, version: at, parties } });
    const both = [
      { organisationId: benin, role: 'requester' as const },
      { organisationId: zhalantun, role: 'provider' as const },
    ];
    const strangers = [{ organisationId: kenya, role: 'provider' as const }, both[0] as (typeof both)[0]];
    expect(await refusal(amend('delegate', strangers))).toMatchObject({ status: 409, issues: [{ path: 'parties' }] });
    expect(await refusal(amend('delegate', [...both, { organisationId: kenya, role: 'provider' }]))).toMatchObject({
      status: 409,
    });
    const three = await amend('delegate', [...both, { organisationId: kenya, role: 'facilitator' }]);
    const signed = await people.focal.brokering.acceptPartnership(on(three, { name: 'Codjo Houénou' }));
    expect(signed.parties[0]?.signature).toBe('Codjo Houénou');
    const named = await read('rival', ref);
    expect(named).toMatchObject({ mayAmend: false, mayRecord: false, signAs: { id: kenya } });
    expect(named.parties.map(({ signature }) => signature)).toEqual([null, null, null]);
    expect(named.moves.map(({ move }) => move)).toEqual(['accept']);
    expect(await refusal(people.rival.brokering.match({ params: { id: match.id } }))).toMatchObject({ status: 404 });
    expect(await refusal(amend('rival', both, signed.version))).toMatchObject({ status: 403 });
    const joined = await people.rival.brokering.acceptPartnership(on(signed, { name: 'Kamau' }));
    expect(joined.parties.map(({ signature }) => signature)).toEqual(['Codjo Houénou', null, 'Kamau']);
  });

  it('no formal instrument is a choice, and a helper found by its name has the role it would usually have', async () => {
    const match = await introduced(people, await aRequest(people));
    const { params, body } = proposal(match);
    await house.db(`update organisation set names = '{"en":"York University"}', country = 'CA' where id = $1`, [kenya]);
    const propose = (more: object) =>
      people.delegate.brokering.proposePartnership({ params, body: { ...body, ...more } });
    expect(await refusal(propose({ instrument: 'Un mémorandum', informal: true }))).toMatchObject({ status: 422 });
    const helper = { organisation: 'york university' };
    const open = await propose({ parties: [...body.parties, helper], instrument: undefined });
    expect(open).toMatchObject({ informal: false, iatiStatus: 1 });
    expect(open.parties[2]).toMatchObject({ organisation: { id: kenya }, role: 'triangular_technical', joined: true });
    const { ref, version } = open;
    const chosen = await people.delegate.brokering.amendPartnership({
      params: { ref },
      body: { ...body, version, instrument: undefined, informal: true },
    });
    expect(chosen).toMatchObject({ informal: true, parties: [{ joined: false }, { joined: false }] });
  });

  it('a meeting that is to be answered is shown, however many were written down after it', async () => {
    const { ref, matchId } = await anActive(people);
    const on = { params: { ref } };
    const proposed = {
      topic: 'Première leçon',
      slots: ['2026-06-01T09:00', '2026-06-02T09:00', '2026-06-03T09:00'],
      timeZone: 'UTC',
      delegate: 'Bola',
    };
    const report = {
      topic: 'Visite du marché',
      on: '2026-03-12',
      attendees: 'Bola',
      note: 'Deux tournées réunies.',
      next: 'Envoyer le support',
      nextOwnerId: zhalantun,
      nextDue: '2026-06-30',
    };
    const { id } = await people.delegate.brokering.meetForPartnership({ ...on, body: proposed });
    for (let i = 0; i < 10; i++) {
      house.clock.pass(1);
      await people.delegate.brokering.recordMeetingForPartnership({ ...on, body: report });
    }
    const { meetings } = await read('otherDelegate', ref);
    expect(meetings.map(({ state }) => state)).toEqual([...Array(9).fill('held'), 'proposed']);
    expect(meetings.at(-1)).toMatchObject({ id, nextStep: { who: 'you' } });
    expect(meetings.at(-1)?.moves.map(({ move }) => move)).toContain('accept');

    // In the room of a match as well.
    await house.db(
      'update meeting set partnership_id = null, match_id = $2 where partnership_id = (select id from partnership where ref = $1)',
      [ref, matchId],
    );
    const room = await people.otherDelegate.brokering.match({ params: { id: matchId as string } });
    expect(room.meetings.map((meeting) => meeting.id)).toEqual(meetings.map((meeting) => meeting.id));

    // And all that are open, were they more than that.
    await house.db(
      `update meeting set state = 'accepted', outcome = null, end_reason = null, ended_by = null, end_note = null, ended_at = null where match_id = $1 and state = 'held'`,
      [matchId],
    );
    expect((await people.otherDelegate.brokering.match({ params: { id: matchId as string } })).meetings).toHaveLength(
      11,
    );
  });

  it('what waits for an answer is shown, however much was confirmed before it', async () => {
    const { ref } = await anActive(people);
    const give = (date: string) =>
      people.otherDelegate.brokering.giveContribution({
        params: { ref },
        body: { kind: 'expert_days', quantity: 6, unit: 'days', date },
      });
    const { contributions } = await give('2026-03-10');
    const id = contributions[0]?.id;
    await people.delegate.brokering.confirmContribution({ params: { id: id as string } });
    await house.db(
      `insert into contribution select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
       from contribution c, generate_series(1, 99) where c.id = $1`,
      [id],
    );
    await give('2026-03-12');
    const shown = (await read('delegate', ref)).contributions;
    expect(shown).toHaveLength(100);
    expect(shown.at(-1)).toMatchObject({ date: '2026-03-12', state: 'given', nextStep: { who: 'you' } });
    expect(shown[0]).toMatchObject({ date: '2026-03-10', state: 'confirmed' });
  });

  it('no meeting is proposed at a time that is none, or years ahead', async () => {
    const match = await introduced(people, await aRequest(people));
    const meet = (slots: string[]) =>
      refusal(
        people.delegate.brokering.meetForMatch({
          params: { id: match.id },
          body: { topic: 'Première leçon', slots, timeZone: 'UTC', delegate: 'Bola', minutes: 60 },
        }),
      );
    const good = ['2026-03-20T09:00', '2026-03-21T09:00'];
    for (const never of ['2026-13-45T25:99', '2026-02-30T09:00', '2026-03-22T24:00', '2026-03-22T09:00Z'])
      expect(await meet([...good, never])).toMatchObject({ status: 422, issues: [{ path: 'body.slots.2' }] });
    expect(await meet([...good, '9999-01-01T09:00'])).toMatchObject({ status: 409, issues: [{ path: 'slots' }] });
  });
});
