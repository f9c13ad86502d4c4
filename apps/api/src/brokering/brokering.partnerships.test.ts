import type { PartnershipView } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anActive,
  aRequest,
  at,
  type Cast,
  cast,
  introduced,
  on,
  passDays,
  proposal,
  refusal,
  toldTo,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

describe('a partnership under way', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const active = (more: object = {}) => anActive(people, more);
  const read = (who: keyof Cast, { ref }: { ref: string }) => people[who].brokering.partnership({ params: { ref } });
  const live = (days: number) => passDays(house, days);
  const openCheckIn = async (partnership: PartnershipView) => {
    const { checkIns } = await read('delegate', partnership);
    const open = checkIns.find(({ state }) => state === 'open');
    if (!open) throw new Error('no check-in is open');
    return open;
  };
  const going = { going: 'yes' as const, happened: 'Trois tournées.', language: 'fr' as const };

  describe('is asked how it goes', () => {
    it('each party for itself, and nobody outside reads it', async () => {
      const partnership = await active();
      await live(31);
      const open = await openCheckIn(partnership);
      expect(open).toMatchObject({
        kind: 'regular',
        answerAs: { slug: 'benin' },
        nextStep: { who: 'you', what: 'brokering.step.checkIn' },
      });
      const params = { id: open.id };
      expect(await refusal(people.broker.brokering.answerCheckIn({ params, body: going }))).toMatchObject({
        status: 403,
      });
      expect(await refusal(people.rival.brokering.answerCheckIn({ params, body: going }))).toMatchObject({
        status: 404,
      });
      const half = await people.delegate.brokering.answerCheckIn({ params, body: going });
      expect(half).toMatchObject({ state: 'open', nextStep: { organisation: { slug: 'zhalantun' } } });
      expect(await refusal(people.focal.brokering.answerCheckIn({ params, body: going }))).toMatchObject({
        status: 409,
      });
      const both = await people.otherFocal.brokering.answerCheckIn({ params, body: { going: 'slowly' } });
      expect(both).toMatchObject({
        state: 'answered',
        nextStep: null,
        sides: [{ answer: { happened: { text: 'Trois tournées.' } } }, { answer: { going: 'slowly' } }],
      });
      expect((await read('visitor', partnership)).checkIns).toEqual([]);
      expect((await read('broker', partnership)).checkIns).toHaveLength(1);
    });

    it('and takes both answers when two parties give them at the same moment', async () => {
      const partnership = await active();
      await live(31);
      const params = { id: (await openCheckIn(partnership)).id };
      const [one, two] = await Promise.all([
        people.delegate.brokering.answerCheckIn({ params, body: going }),
        people.otherDelegate.brokering.answerCheckIn({ params, body: going }),
      ]);
      expect([one.state, two.state].sort()).toEqual(['answered', 'open']);
      const [done] = (await read('delegate', partnership)).checkIns;
      expect(done).toMatchObject({ state: 'answered', sides: [{ answer: {} }, { answer: {} }] });
    });

    it('the one who misses it twice is the broker’s to ask; who answers late after all has answered', async () => {
      const partnership = await active();
      const answers = async () => {
        const params = { id: (await openCheckIn(partnership)).id };
        return people.otherDelegate.brokering.answerCheckIn({ params, body: going });
      };
      await live(31);
      await answers();
      await live(60);
      await answers();
      await live(15);
      const asked = await openCheckIn(partnership);
      expect(asked.nextStep).toMatchObject({ what: 'brokering.step.askForCheckIn', name: 'uma' });
      const seen = (await read('broker', partnership)).checkIns.find(({ id }) => id === asked.id);
      expect(seen?.moves).toMatchObject([{ move: 'settle', operation: 'brokering.settleCheckIn', note: 'required' }]);
      expect((await read('delegate', partnership)).state).toBe('active');
      const late = await people.delegate.brokering.answerCheckIn({ params: { id: asked.id }, body: going });
      expect(late.state).toBe('answered');
    });

    it('and when all miss it twice it is dormant, wakes with a word, or closes after 180 days', async () => {
      const kept = await active();
      const left = await active();
      await live(110);
      for (const partnership of [kept, left])
        expect(await read('delegate', partnership)).toMatchObject({
          state: 'dormant',
          nextStep: { what: 'brokering.step.wakePartnership', name: 'uma' },
        });
      const woken = await people.otherDelegate.brokering.wakePartnership(on(await read('otherDelegate', kept)));
      expect(woken).toMatchObject({ state: 'active', nextStep: { what: 'brokering.step.workUntilCheckIn' } });
      await live(181);
      expect(await read('delegate', left)).toMatchObject({
        state: 'closed',
        end: { reason: 'dormant' },
        nextStep: null,
      });
      expect((await read('delegate', left)).checkIns.every(({ nextStep }) => nextStep === null)).toBe(true);
      const armed = await house.db(`select 1 from timer where subject = $1 and state = 'armed'`, [
        `partnership:${left.id}`,
      ]);
      expect(armed).toEqual([]);
    });

    it('not while it rests, and once more a year after it has closed', async () => {
      const partnership = await active({ rhythm: 'transfer_3_12_18_24' });
      const until = addDays(house.clock.now(), 100).toISOString().slice(0, 10);
      const suspend = (day: string) =>
        people.focal.brokering.suspendPartnership(on(partnership, { reason: 'election', until: day }));
      expect(await refusal(suspend('2027-03-16'))).toMatchObject({ status: 409, issues: [{ path: 'until' }] });
      expect(await suspend(until)).toMatchObject({ state: 'suspended' });
      await live(101);
      const resumed = await read('focal', partnership);
      expect(resumed).toMatchObject({ state: 'active', checkIns: [], resumesAt: null });
      await live(1);
      const finalising = await people.delegate.brokering.finalisePartnership(on(resumed));
      const closed = await people.focal.brokering.closePartnership(on(finalising, { reason: 'completed' }));
      expect(closed).toMatchObject({
        state: 'closed',
        nextStep: null,
        checkIns: [{ kind: 'look_back', state: 'planned', nextStep: { what: 'brokering.step.lookBack' } }],
      });
      await live(366);
      const back = await openCheckIn(partnership);
      expect(back).toMatchObject({ kind: 'look_back', answerAs: { slug: 'benin' } });
      await people.delegate.brokering.answerCheckIn({ params: { id: back.id }, body: { going: 'no' } });
      await live(15);
      expect((await read('delegate', partnership)).checkIns).toMatchObject([{ state: 'missed', nextStep: null }]);
    });
  });

  it('holds milestones and contributions that the other party confirms, and shows the rest to nobody', async () => {
    const { ref } = await active();
    const { delegate, otherDelegate, visitor, broker } = people;
    const [benin, zhalantun] = [await house.organisation('benin'), await house.organisation('zhalantun')];
    const body = { title: 'Six leçons en ligne', due: '2026-03-31', ownerId: zhalantun, language: 'fr' as const };
    expect(await refusal(broker.brokering.planMilestone({ params: { ref }, body }))).toMatchObject({ status: 403 });
    let file = await delegate.brokering.planMilestone({ params: { ref }, body });
    expect(file.milestones).toMatchObject([{ state: 'planned', owner: { slug: 'zhalantun' }, late: false }]);
    const milestone = { params: { id: file.milestones[0]?.id as string } };
    file = await otherDelegate.brokering.reachMilestone(milestone);
    expect(file.milestones).toMatchObject([{ state: 'done', late: false }]);
    expect(await refusal(delegate.brokering.dropMilestone(milestone))).toMatchObject({ status: 409 });

    const days = { kind: 'expert_days' as const, quantity: 6, unit: 'days', date: '2026-03-10' };
    expect(
      await refusal(otherDelegate.brokering.giveContribution({ params: { ref }, body: { ...days, amount: 900 } })),
    ).toMatchObject({ status: 422 });
    file = await otherDelegate.brokering.giveContribution({ params: { ref }, body: days });
    expect(file.contributions).toMatchObject([{ quantity: 6, monetised: null }]);
    const given = { params: { id: file.contributions[0]?.id as string } };
    expect((await visitor.brokering.partnership({ params: { ref } })).contributions).toEqual([]);
    expect(await refusal(otherDelegate.brokering.confirmContribution(given))).toMatchObject({ status: 403 });
    file = await delegate.brokering.confirmContribution(given);
    expect(file.contributions).toMatchObject([{ confirmedFor: { id: benin } }]);
    const shown = await visitor.brokering.partnership({ params: { ref } });
    expect(shown.contributions).toHaveLength(1);
    expect(shown).toMatchObject({ mayRecord: false, mayClaim: false, matchId: null, meetings: [] });
  });

  it('measures itself by what its request hoped for, as long as the partner may read that request', async () => {
    const wanted = { expectedOutcomes: [{ indicator: 'Producteurs', target: 20 }] };
    const match = await introduced(people, await aRequest(people, 'published', wanted));
    const proposed = await people.delegate.brokering.proposePartnership(proposal(match));
    const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
    const agreed = await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
    await people.delegate.brokering.startPartnership(on(agreed));
    const hoped = [{ indicator: { text: 'Producteurs' }, target: 20 }];
    expect(await read('otherDelegate', agreed)).toMatchObject({ mayClaim: true, expected: hoped });
    const request = await people.focal.brokering.request({ params: { ref: match.request.ref } });
    await people.focal.brokering.withdrawRequest(on(request));
    expect(await read('otherDelegate', agreed)).toMatchObject({ mayClaim: true, request: null, expected: [] });
    expect((await read('delegate', agreed)).expected).toMatchObject(hoped);
  });

  it('tells whoever signed a result, as well as whoever claimed it, that an officer disputes it', async () => {
    const { ref } = await active();
    const officer = await house.as({ slug: 'mira', roles: ['me_officer'] });
    const body = {
      indicator: 'Tournées partagées',
      level: 'output' as const,
      unit: 'tournées',
      actual: { value: 4, date: '2026-03-10', evidence: 'Relevé' },
    };
    const claimed = await people.delegate.brokering.claimOutcome({ params: { ref }, body });
    const signed = await people.otherDelegate.brokering.countersignOutcome(at(claimed));
    const told = async (who: ApiClient) => {
      await house.deliver();
      return (await toldTo(who, `/partnerships/${ref}`)).includes('brokering.outcomeDisputed');
    };
    const all = [people.delegate, people.focal, people.otherDelegate, people.otherFocal, people.broker];
    for (const who of all) expect(await told(who)).toBe(false);
    await officer.brokering.disputeOutcome(at(signed, { note: 'The evidence is of another year.' }));
    for (const who of all) expect(await told(who)).toBe(true);
  });

  it('says what came of it: countersigned by the other party, verified by an officer, or disputed and settled', async () => {
    const { ref } = await active();
    const { delegate, focal, otherDelegate, broker, partialBroker, visitor } = people;
    const officer = await house.as({ slug: 'mia', roles: ['me_officer'] });
    const body = {
      indicator: 'Coût du dernier kilomètre',
      level: 'outcome' as const,
      unit: 'XOF',
      baseline: { value: 1200, date: '2026-02-01', source: 'Relevé' },
      actual: { value: 790, date: '2026-03-10', evidence: 'https://example.org/releve' },
    };
    let outcome = await delegate.brokering.claimOutcome({ params: { ref }, body });
    expect(outcome).toMatchObject({
      state: 'claimed',
      nextStep: { what: 'brokering.step.countersignOutcome', organisation: { slug: 'zhalantun' } },
    });
    expect(await refusal(focal.brokering.countersignOutcome(at(outcome)))).toMatchObject({ status: 403 });
    expect(await refusal(broker.brokering.countersignOutcome(at(outcome)))).toMatchObject({ status: 403 });
    expect(await refusal(visitor.brokering.countersignOutcome(at(outcome)))).toMatchObject({ status: 401 });
    expect((await visitor.brokering.partnership({ params: { ref } })).outcomes).toEqual([]);
    outcome = await otherDelegate.brokering.disputeOutcome(at(outcome, { note: '只有两个市场' }));
    expect(outcome).toMatchObject({ state: 'disputed', dispute: { text: '只有两个市场' } });
    expect(outcome.nextStep).toMatchObject({ what: 'brokering.step.settleDispute', name: 'uma' });
    expect(await refusal(partialBroker.brokering.settleOutcome(at(outcome, { note: 'x' })))).toMatchObject({
      status: 403,
    });
    outcome = await broker.brokering.settleOutcome(at(outcome, { note: 'Three markets, read together.' }));
    outcome = await otherDelegate.brokering.countersignOutcome(at(outcome));
    expect(outcome).toMatchObject({ state: 'countersigned', countersignedFor: { slug: 'zhalantun' }, dispute: null });
    expect((await visitor.brokering.partnership({ params: { ref } })).outcomes).toMatchObject([
      { state: 'countersigned', actuals: [{ value: 790 }], moves: [] },
    ]);
    const own = await house.as({ slug: 'max', roles: ['me_officer'], at: { benin: 'staff' } });
    expect((await officer.brokering.mine()).owed).toMatchObject([
      { step: { who: 'you', what: 'brokering.step.verifyOutcome' }, subject: { kind: 'partnership', id: ref } },
    ]);
    for (const who of [own, broker, visitor])
      expect(JSON.stringify(await who.brokering.mine().catch(() => null))).not.toContain('verifyOutcome');
    expect(await refusal(broker.brokering.verifyOutcome(at(outcome)))).toMatchObject({ status: 403 });
    const verifier = { organisation: 'Université d’Abomey-Calavi', date: '2026-03-15', document: 'Rapport 12/2026' };
    const ahead = at(outcome, { verifier: { ...verifier, date: '2026-04-01' } });
    expect(await refusal(officer.brokering.verifyOutcome(ahead))).toMatchObject({
      status: 409,
      issues: [{ path: 'verifier.date' }],
    });
    outcome = await officer.brokering.verifyOutcome(at(outcome, { verifier }));
    expect((await officer.brokering.mine()).owed).toEqual([]);
    expect(outcome).toMatchObject({ state: 'verified', nextStep: null, verifier });
    expect((await visitor.brokering.partnership({ params: { ref } })).outcomes).toMatchObject([{ verifier }]);
    const { count } = {
      count: await house.db(`select 1 from brokering_step where subject = $1`, [`outcome:${outcome.id}`]),
    };
    expect(count).toEqual([]);
  });
});

describe('whoever is introduced or has a partnership', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    house.clock.set('2026-03-16T09:00:00Z');
  });
  afterAll(() => house.close());

  it('meets: three slots in the proposer’s clock, one taken, written down, or called off with the match', async () => {
    const match = await introduced(people, await aRequest(people));
    const { delegate, otherDelegate, rival, visitor } = people;
    const body = {
      topic: 'Première leçon',
      slots: ['2026-03-19T09:00', '2026-03-20T09:00', '2026-03-23T09:00'],
      timeZone: 'Africa/Porto-Novo',
      delegate: 'Bola',
      language: 'fr' as const,
    };
    const params = { id: match.id };
    expect(await refusal(rival.brokering.meetForMatch({ params, body }))).toMatchObject({ status: 404 });
    expect(
      await refusal(delegate.brokering.meetForMatch({ params, body: { ...body, timeZone: 'Nowhere/Here' } })),
    ).toMatchObject({ status: 409, issues: [{ path: 'timeZone' }] });
    let meeting = await delegate.brokering.meetForMatch({ params, body });
    expect(meeting.slots[0]).toBe('2026-03-19T08:00:00.000Z');
    const other = await delegate.brokering.meetForMatch({ params, body: { ...body, topic: 'Deuxième leçon' } });
    const slot = meeting.slots[1] as string;
    const file = `/api/v1/meetings/${meeting.id}/calendar.ics`;
    const calendar = async (cookie: string) => (await house.app.inject({ url: file, headers: { cookie } })).statusCode;
    expect(await calendar(await house.cookie('chen'))).toBe(404);
    meeting = await otherDelegate.brokering.acceptMeeting(at(meeting, { slot, delegate: '陈' }));
    expect(meeting).toMatchObject({
      state: 'accepted',
      chosen: slot,
      sides: [{ delegate: 'Bola' }, { delegate: '陈' }],
    });
    const ics = await house.app.inject({ url: file, headers: { cookie: await house.cookie('chen') } });
    expect(ics.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(ics.body).toContain('DTSTART:20260320T080000Z');
    expect([await calendar(''), await calendar(await house.cookie('kamau'))]).toEqual([404, 404]);
    expect((await visitor.brokering.partnerships({ query: {} })).items).toBeDefined();

    const record = {
      attendees: 'Bola\n陈',
      note: 'Deux tournées réunies.',
      next: 'Envoyer le support',
      nextOwnerId: await house.organisation('zhalantun'),
      nextDue: '2026-03-31',
    };
    expect(await refusal(delegate.brokering.holdMeeting(at(meeting, record)))).toMatchObject({ status: 409 });
    await passDays(house, 5);
    meeting = await delegate.brokering.holdMeeting(at(meeting, record));
    expect(meeting).toMatchObject({
      state: 'held',
      nextStep: null,
      outcome: { attendees: ['Bola', '陈'], nextOwner: { slug: 'zhalantun' }, nextDue: '2026-03-31' },
    });
    const unfixed = { ...record, topic: 'Une visite au port', on: '2026-03-10', attendees: '3 agents du port' };
    expect(await refusal(rival.brokering.recordMeetingForMatch({ params, body: unfixed }))).toMatchObject({
      status: 404,
    });
    const ahead = await refusal(
      delegate.brokering.recordMeetingForMatch({ params, body: { ...unfixed, on: '2026-12-01' } }),
    );
    expect(ahead).toMatchObject({ status: 409, issues: [{ path: 'on' }] });
    const { broker } = people;
    expect(await broker.brokering.match({ params })).toMatchObject({ mayMeet: false, mayRecordMeeting: true });
    expect(await broker.brokering.recordMeetingForMatch({ params, body: unfixed })).toMatchObject({
      state: 'held',
      chosen: '2026-03-10T09:00:00.000Z',
      proposer: null,
      nextStep: null,
      moves: [],
      outcome: { attendees: ['3 agents du port'] },
    });
    await house.deliver();
    const told = await house.db<{ name: string }>(
      `select m.name from notification n join member m on m.id = n.member_id
       where n.reason = 'brokering.meetingChanged' and n.raised_at = $1 order by 1`,
      [house.clock.now()],
    );
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['bola', 'chen']));
    const room = await delegate.brokering.match({ params });
    expect(room.meetings.map(({ state }) => state).sort()).toEqual(['held', 'held', 'proposed']);
    await delegate.brokering.dropMatch(at(room, { reason: 'timing' }));
    const after = await delegate.brokering.match({ params });
    expect(after.meetings.find(({ id }) => id === other.id)).toMatchObject({
      state: 'cancelled',
      end: { reason: 'case_ended' },
      nextStep: null,
    });
  });
});
