import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  at,
  type Cast,
  cast,
  express,
  introduced,
  names,
  on,
  refusal,
  toldTo,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

const planted = 'sesameflag';

describe('what the desk keeps to itself', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    admin = await house.as({ slug: 'keeper', roles: ['admin'] });
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const seenBy = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });
  const flag = (who: ApiClient, { ref }: { ref: string }, level: 'observation' | 'risk' | 'escalated' | 'red') =>
    who.brokering.raiseFlag({
      params: { ref },
      body: { level, category: 'commercial_interest', note: `${planted}: one supplier behind both`, language: 'en' },
    });

  it('is never told to a party, to a member, to a visitor or to a broker with a stake, in any answer or event', async () => {
    const { broker, author, delegate, focal, otherDelegate, otherFocal, rival, partialBroker, member, visitor } =
      people;
    const request = await aRequest(people);
    const sent = await express(otherDelegate, request);
    await flag(broker, request, 'escalated');
    const noted = await broker.brokering.writeNote({
      params: { ref: request.ref },
      body: { text: `${planted}: asked the bank` },
    });
    expect(noted.desk).toMatchObject({
      flags: [{ level: 'escalated', by: 'uma' }],
      notes: [{ by: 'uma', you: true, text: { text: `${planted}: asked the bank` } }],
    });
    await house.deliver();
    for (const who of [author, delegate, focal, otherDelegate, otherFocal, rival, partialBroker, member, visitor]) {
      const view = await seenBy(who, request);
      expect(view.desk).toBeNull();
      expect(JSON.stringify(view)).not.toMatch(/sesameflag|escalated|safeguard/);
    }
    for (const who of [delegate, otherDelegate, partialBroker]) {
      const answers = [
        await who.brokering.mine(),
        await who.notifications.inbox({ query: { view: 'all', limit: 50 } }),
        await who.brokering.requests({ query: {} }),
        await who.live.missed({ params: { stream: `request:${request.id}` }, query: { since: 0 } }),
      ];
      expect(JSON.stringify(answers)).not.toMatch(/sesameflag|escalated|flagRaised/);
      expect(
        await refusal(who.live.missed({ params: { stream: `flag:${request.id}` }, query: { since: 0 } })),
      ).toMatchObject({ status: 404 });
    }
    expect(JSON.stringify(await delegate.brokering.expression({ params: { id: sent.id } }))).not.toContain(planted);
    const events = await house.db<{ data: unknown }>(`select data from domain_event where data::text like $1`, [
      `%${planted}%`,
    ]);
    expect(events).toEqual([]);
    const mails = await house.db(`select 1 from mail where body_text like $1 or subject like $1`, [`%${planted}%`]);
    expect(mails).toEqual([]);
    expect(await refusal(flag(partialBroker, request, 'risk'))).toMatchObject({ status: 403 });
    expect(await refusal(flag(delegate, request, 'risk'))).toMatchObject({ status: 403 });
    expect(
      await refusal(partialBroker.brokering.writeNote({ params: { ref: request.ref }, body: { text: 'x' } })),
    ).toMatchObject({ status: 403 });
    expect(await toldTo(people.lead)).toContain('brokering.flagRaised');
    expect((await seenBy(admin, request)).desk).toBeNull();
  });

  it('is not even told to a lead broker whose own city was suggested', async () => {
    const partner = await house.as({ slug: 'zhao', roles: ['broker', 'lead_broker'], at: { zhalantun: 'staff' } });
    const request = await aRequest(people);
    await express(people.otherDelegate, request);
    await flag(people.broker, request, 'red');
    await house.deliver();
    expect((await seenBy(partner, request)).desk).toBeNull();
    expect(await toldTo(partner, `/requests/${request.ref}`)).not.toContain('brokering.flagRaised');
  });

  it('freezes publishing and introductions while it is red, and only a lead broker lowers it', async () => {
    const review = await aRequest(people, 'in_review');
    const red = await flag(people.broker, review, 'red');
    expect(red.version).toBe(review.version);
    expect(await refusal(people.broker.brokering.publishRequest(on(red)))).toMatchObject({ code: 'unmet-condition' });
    const [raised] = red.desk?.flags ?? [];
    const lower = (who: ApiClient, level: 'risk' | 'cleared', version = raised?.version ?? 0) =>
      who.brokering.changeFlag({
        params: { id: raised?.id ?? '' },
        body: { version, level, note: 'Settled with the bank.' },
      });
    expect(await refusal(lower(people.broker, 'risk'))).toMatchObject({ status: 403 });
    const lowered = await lower(people.lead, 'risk');
    expect(lowered.desk?.flags).toMatchObject([{ level: 'risk', by: 'lena' }]);
    expect(await refusal(lower(people.lead, 'cleared'))).toMatchObject({ code: 'stale-version' });
    expect(await people.broker.brokering.publishRequest(on(lowered))).toMatchObject({
      state: 'in_review',
      desk: { proposal: { move: 'publish' } },
    });

    const request = await aRequest(people);
    const accepted = await people.delegate.brokering.acceptExpression(at(await express(people.otherDelegate, request)));
    await flag(people.broker, request, 'red');
    const waiting = await people.otherDelegate.brokering.expression({ params: { id: accepted.id } });
    expect(names(waiting)).toEqual(['withdraw']);
    expect(await refusal(people.otherDelegate.brokering.confirmExpression(at(waiting)))).toMatchObject({
      code: 'unmet-condition',
      detail: 'This has to wait: the brokers are looking at something first.',
    });
  });

  it('is handed with its case to another broker by a lead broker, and everything that waits with it', async () => {
    const { broker, otherBroker, lead } = people;
    const otherId = await house.member({ slug: 'vera' });
    const request = (await introduced(people, await aRequest(people))).request;
    const seen = await seenBy(lead, request);
    expect(seen.desk?.handTo.map(({ name }) => name)).toEqual(expect.arrayContaining(['vera']));
    expect(seen.desk?.handTo.map(({ name }) => name)).not.toContain('bio');
    expect(await refusal(broker.brokering.handOver(on(seen, { to: otherId })))).toMatchObject({ status: 403 });
    const handed = await lead.brokering.handOver(on(seen, { to: otherId }));
    expect(handed.broker).toMatchObject({ name: 'vera' });
    expect((await seenBy(otherBroker, request)).nextStep).toMatchObject({ who: 'you' });
    await house.deliver();
    expect(await toldTo(otherBroker)).toContain('brokering.caseHandedOver');
    const { brokers } = await lead.brokering.workload();
    expect(brokers.find(({ name }) => name === 'vera')).toMatchObject({ cases: 1, you: false });
    expect(brokers.map(({ name }) => name)).toEqual(expect.arrayContaining(['uma', 'vera', 'lena']));
  });
});

describe('whoever leaves', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    admin = await house.as({ slug: 'keeper', roles: ['admin'] });
  });
  afterAll(() => house.close());
  const seenBy = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });
  const versionOf = async (id: string) =>
    (await house.db<{ version: number }>('select version from member where id = $1', [id]))[0]?.version ?? 0;

  it('leaves their cases to the desk in the same moment: a role taken, an account closed', async () => {
    const goingId = await house.member({ slug: 'gil', roles: ['broker'] });
    const closingId = await house.member({ slug: 'una', roles: ['broker'] });
    const going = await house.as(goingId);
    const closing = await house.as(closingId);
    const review = await aRequest({ ...people, broker: going }, 'in_review');
    const open = await aRequest({ ...people, broker: going });
    const sent = await express(people.otherDelegate, open);
    const third = await aRequest({ ...people, broker: closing }, 'in_review');
    await admin.members.takeRole({
      params: { id: goingId, role: 'broker' },
      body: { version: await versionOf(goingId) },
    });
    expect(await seenBy(people.lead, review)).toMatchObject({
      state: 'submitted',
      broker: null,
      nextStep: { role: 'broker', what: 'brokering.step.claimRequest' },
    });
    expect(await seenBy(people.lead, open)).toMatchObject({ state: 'published', broker: null });
    expect(await house.db(`select 1 from brokering_step where responsible_id = $1`, [goingId])).toEqual([]);
    expect((await people.delegate.brokering.expression({ params: { id: sent.id } })).state).toBe('sent');
    await admin.members.moveAccount({
      params: { id: closingId },
      body: { version: await versionOf(closingId), move: 'close' },
    });
    expect(await seenBy(people.lead, third)).toMatchObject({ state: 'submitted', broker: null });
    const claimed = await people.otherBroker.brokering.claimRequest(on(await seenBy(people.otherBroker, review)));
    expect(claimed).toMatchObject({ state: 'in_review', broker: { name: 'vera' } });
  });

  it('does not hold a case any more when their own city answers it', async () => {
    const between = await house.as({ slug: 'wei', roles: ['broker'], at: { zhalantun: 'staff' } });
    const request = await aRequest({ ...people, broker: between });
    expect(request.broker).toMatchObject({ you: true });
    await express(people.otherDelegate, request);
    expect(await seenBy(people.lead, request)).toMatchObject({ broker: null, nextStep: { role: 'broker' } });
  });

  it('as focal point leaves what only they could do to a broker, until there is another', async () => {
    const onlyId = await house.member({ slug: 'ama', at: { accra: 'focal_point' } });
    const delegate = await house.as({ slug: 'kofi', at: { accra: 'delegate' } });
    const sent = await delegate.brokering.draftRequest({
      body: {
        title: 'A',
        context: 'B',
        wantedResult: 'C',
        whatWeBring: 'D',
        modalities: ['training'],
        themes: ['logistics'],
        window: { start: '2026-05-01', end: '2027-01-31' },
        submit: true,
      },
    });
    expect(sent.nextStep).toMatchObject({ who: 'organisation', what: 'brokering.step.approveRequest' });
    const [affiliation] = await house.db<{ id: string; version: number }>(
      'select id, version from affiliation where member_id = $1',
      [onlyId],
    );
    await admin.members.moveAffiliation({
      params: { id: affiliation?.id ?? '' },
      body: { version: affiliation?.version ?? 0, move: 'revoke' },
    });
    await house.deliver();
    expect((await seenBy(delegate, sent)).nextStep).toMatchObject({
      who: 'desk',
      role: 'broker',
      what: 'brokering.step.findFocalPoint',
    });
    const other = await house.as({ slug: 'abena' });
    const asked = await other.members.requestAffiliation({
      body: { organisationId: await house.organisation('accra'), role: 'focal_point' },
    });
    await admin.members.moveAffiliation({ params: { id: asked.id }, body: { version: asked.version, move: 'verify' } });
    await house.deliver();
    expect((await seenBy(delegate, sent)).nextStep).toMatchObject({
      who: 'organisation',
      what: 'brokering.step.approveRequest',
    });
  });
});
