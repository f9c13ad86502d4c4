import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anActive,
  aRequest,
  at,
  type Cast,
  cast,
  introduced,
  names,
  on,
  passDays,
  proposal,
  refusal,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

describe('who holds a case', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    admin = await house.as({ slug: 'ada', roles: ['admin'] });
  });
  afterAll(() => house.close());

  const held = (ref: string, client: ApiClient = people.lead) => client.brokering.request({ params: { ref } });
  const rolesOf = (until: string) =>
    house.db(
      `insert into member_role (member_id, role, valid_until) select id, 'broker', $1 from member where name = 'ben'
       on conflict (member_id, role) do update set valid_until = excluded.valid_until`,
      [until],
    );

  it('is no broker who has come to belong to a party: the case is the desk’s again, and somebody owes its step (I1, I11)', async () => {
    const { ref } = await aRequest(people);
    const elsewhere = await aRequest({ focal: people.rival, broker: people.broker }, 'published', {
      organisationId: await house.organisation('kenya'),
    });
    expect((await held(ref)).broker?.name).toBe('uma');
    const mine = await people.broker.members.requestAffiliation({
      body: { organisationId: await house.organisation('benin'), role: 'staff' },
    });
    await house.deliver();
    expect((await held(ref)).broker?.name).toBe('uma');
    const { version } = (await people.broker.members.me()).affiliations.find(({ id }) => id === mine.id) ?? mine;
    await admin.members.moveAffiliation({ params: { id: mine.id }, body: { version, move: 'verify' } });
    await house.deliver();

    const after = await held(ref);
    expect(after.broker).toBeNull();
    expect(after.nextStep).toMatchObject({ role: 'broker', what: 'brokering.step.suggestPartners' });
    expect(names(await held(ref, people.otherBroker))).toContain('close');
    expect((await held(elsewhere.ref)).broker?.name).toBe('uma');
  });

  it('leaves to the desk also what a partnership left open that has ended with its request (I1, I11)', async () => {
    const nia = await house.as({ slug: 'nia', roles: ['broker'] });
    const { ref, request } = await anActive({ ...people, broker: nia });
    const requestRef = request?.ref as string;
    await people.delegate.brokering.claimOutcome({
      params: { ref },
      body: {
        indicator: 'Coût du dernier kilomètre',
        level: 'outcome',
        unit: 'XOF',
        baseline: { value: 1200, date: '2026-02-01', source: 'Relevé' },
        actual: { value: 790, date: '2026-03-10', evidence: 'https://example.org/releve' },
      },
    });
    await people.otherDelegate.brokering.giveContribution({
      params: { ref },
      body: { kind: 'expert_days', quantity: 6, unit: 'days', date: '2026-03-10' },
    });
    const partnership = () => people.focal.brokering.partnership({ params: { ref } });
    await people.focal.brokering.finalisePartnership(on(await partnership()));
    await people.focal.brokering.closePartnership(on(await partnership(), { reason: 'completed' }));
    const found = await held(requestRef, people.focal);
    await people.focal.brokering.closeRequest(on(found, { reason: 'partnered' }));
    house.clock.pass(60);
    await house.deliver();
    const owed = () =>
      house.db<{ kind: string; who: string }>(
        `select split_part(s.subject, ':', 1) as kind, coalesce(m.name, s.responsible_id) as who from brokering_step s
         left join member m on m.id::text = s.responsible_id where s.request_id = (select id from request where ref = $1) and s.subject not like 'check_in:%' order by 1`,
        [requestRef],
      );
    expect(await owed()).toEqual([
      { kind: 'contribution', who: 'nia' },
      { kind: 'outcome', who: 'nia' },
    ]);
    const body = { organisationId: await house.organisation('benin'), role: 'staff' as const };
    const { id, version } = await nia.members.requestAffiliation({ body });
    await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'verify' } });
    await house.deliver();
    expect(await owed()).toEqual([
      { kind: 'contribution', who: 'broker' },
      { kind: 'outcome', who: 'broker' },
    ]);
  });

  it('is no broker whose own city has joined the partnership with its signature, though to be named takes no case away (I1, I11)', async () => {
    const kim = await house.as({ slug: 'kim', roles: ['broker'], at: { kenya: 'staff' } });
    const { ref, version } = await aRequest({ ...people, broker: kim }, 'published', { visibility: 'brokers_only' });
    const organisationId = await house.organisation('zhalantun');
    const { id } = await kim.brokering.suggestPartner(
      on({ ref, version }, { organisationId, because: 'They have done it.' }),
    );
    const match = (who = people.focal) => who.brokering.match({ params: { id } });
    await people.focal.brokering.sayYesMatch(at(await match()));
    await people.otherFocal.brokering.sayYesMatch(at(await match(people.otherFocal)));
    const { params, body } = proposal(await match());
    const kenya = { organisationId: await house.organisation('kenya'), role: 'facilitator' as const };
    const both = { ...body, parties: [...body.parties, kenya] };
    let partnership = await people.focal.brokering.proposePartnership({ params, body: both });
    partnership = await people.focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo' }));
    partnership = await people.otherFocal.brokering.acceptPartnership(on(partnership, { name: '戴' }));
    expect((await held(ref)).broker?.name).toBe('kim');
    expect(await refusal(held(ref, people.rival))).toMatchObject({ status: 404 });

    partnership = await people.rival.brokering.acceptPartnership(on(partnership, { name: 'Kamau' }));
    expect(partnership.state).toBe('agreed');
    expect((await held(ref)).broker).toBeNull();
    expect((await held(ref, people.rival)).ref).toBe(ref);
    expect(names(await held(ref, kim))).toEqual([]);
    await passDays(house, 60);
    const late = await people.otherBroker.brokering.partnership({ params: { ref: partnership.ref } });
    expect(late.nextStep).toMatchObject({ what: 'brokering.step.helpStart', who: 'desk', role: 'broker' });
    expect(names(late)).toContain('cancel');
  });

  it('leaves to the other brokers what a partnership that names their own city owes the desk, until it names it no more (I1, I11)', async () => {
    house.clock.set('2026-03-16T09:00:00Z');
    const noor = await house.as({ slug: 'noor', roles: ['broker'], at: { nepal: 'staff' } });
    const match = await introduced({ ...people, broker: noor }, await aRequest({ ...people, broker: noor }));
    const { params, body } = proposal(match);
    const { version: _, ...words } = body;
    const nepal = { organisationId: await house.organisation('nepal'), role: 'triangular_funder' as const };
    const { ref } = await people.focal.brokering.proposePartnership({
      params,
      body: { ...body, parties: [...body.parties, nepal] },
    });
    const read = (who = people.otherBroker) => who.brokering.partnership({ params: { ref } });
    await passDays(house, 60);
    expect((await read()).nextStep).toMatchObject({ what: 'brokering.step.helpAgree', who: 'desk', role: 'broker' });
    expect(names(await read())).toContain('cancel');
    expect(names(await read(noor))).toEqual([]);
    await house.deliver();
    const late = await house.db<{ name: string }>(
      `select distinct m.name from notification n join member m on m.id = n.member_id join partnership p on p.id::text = n.subject_id
       where n.reason = 'brokering.late' and p.ref = $1`,
      [ref],
    );
    expect(late.map(({ name }) => name)).toEqual(expect.arrayContaining(['codjo', 'vera']));
    expect(late).not.toContainEqual({ name: 'noor' });
    const amended = await people.focal.brokering.amendPartnership(on(await read(people.focal), words));
    expect(amended.nextStep?.what).toBe('brokering.step.acceptPartnership');
    await passDays(house, 60);
    expect((await read()).nextStep).toMatchObject({ what: 'brokering.step.helpAgree', name: 'noor' });
    expect(names(await read(noor))).toContain('cancel');

    // Whoever comes to belong to a city that is named hands over the same.
    await people.focal.brokering.amendPartnership(
      on(await read(people.focal), {
        ...words,
        parties: [...words.parties, { ...nepal, organisationId: await house.organisation('peru') }],
      }),
    );
    await passDays(house, 60);
    expect((await read()).nextStep).toMatchObject({ name: 'noor' });
    const joining = { organisationId: await house.organisation('peru'), role: 'staff' as const };
    const { id, version } = await noor.members.requestAffiliation({ body: joining });
    await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'verify' } });
    await house.deliver();
    expect((await read()).nextStep).toMatchObject({ what: 'brokering.step.helpAgree', who: 'desk', role: 'broker' });
    expect((await held(match.request.ref)).broker?.name).toBe('noor');
  });

  it('is found among those to whom a lead broker may hand it, and nobody else is', async () => {
    await house.as({ slug: 'ben', roles: ['broker'] });
    const { ref } = await aRequest({ ...people, broker: people.otherBroker });
    const handTo = async () => (await held(ref)).desk?.handTo.map(({ name }) => name);
    expect(await handTo()).toContain('ben');
    await rolesOf('2020-01-01');
    expect(await handTo()).not.toContain('ben');
    await rolesOf('2099-01-01');
    expect(await handTo()).toContain('ben');
    expect(await handTo()).not.toContain('bio');
  });
});

describe('who holds a case next', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    admin = await house.as({ slug: 'ada', roles: ['admin'] });
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());
  const held = (ref: string, client: ApiClient = people.lead) => client.brokering.request({ params: { ref } });

  it('is any broker again, or whom a lead broker gives it to, after its broker left it published or later (I1, I11)', async () => {
    const goneId = await house.member({ slug: 'gus', roles: ['broker'] });
    const { ref } = await aRequest({ ...people, broker: await house.as(goneId) });
    const later = await introduced(people, await aRequest({ ...people, broker: await house.as(goneId) }));
    const [gone] = await house.db<{ version: number }>('select version from member where id = $1', [goneId]);
    await admin.members.takeRole({ params: { id: goneId, role: 'broker' }, body: { version: gone?.version ?? 0 } });
    await house.deliver();

    const left = await held(ref, people.otherBroker);
    expect(left).toMatchObject({ state: 'published', broker: null });
    expect(left.desk?.handTo).toMatchObject([{ name: 'vera', you: true }]);
    const [vera] = left.desk?.handTo ?? [];
    const [uma] = (await held(ref, people.broker)).desk?.handTo ?? [];
    const to = (one: typeof vera) => ({ to: one?.id as string });
    expect(await refusal(people.otherBroker.brokering.handOver(on(left, to(uma))))).toMatchObject({ status: 403 });
    expect(await refusal(people.partialBroker.brokering.handOver(on(left, to(vera))))).toMatchObject({ status: 403 });
    const taken = await people.otherBroker.brokering.handOver(on(left, to(vera)));
    expect(taken).toMatchObject({
      broker: { name: 'vera', you: true },
      nextStep: { who: 'you' },
      desk: { handTo: [] },
    });
    expect(await refusal(people.broker.brokering.handOver(on(left, to(uma))))).toMatchObject({ code: 'stale-version' });
    expect(await refusal(people.broker.brokering.handOver(on(taken, to(uma))))).toMatchObject({ status: 403 });
    const { items } = await people.otherBroker.brokering.desk({ query: { view: 'mine' } });
    expect(items.map((item) => item.ref)).toContain(ref);

    const open = await held(later.request.ref);
    expect(open).toMatchObject({ state: 'in_matching', broker: null });
    expect(open.desk?.handTo.map(({ name }) => name)).toEqual(expect.arrayContaining(['lena', 'uma', 'vera']));
    await people.lead.brokering.handOver(on(open, to(uma)));
    house.clock.pass(40);
    await house.deliver();
    const match = await people.broker.brokering.match({ params: { id: later.id } });
    expect(match.nextStep?.missed).not.toBeNull();
    expect(match.nextStep).toMatchObject({ who: 'you' });
  });

  it('hands on, and may flag, what lives on after its request is closed: its partnership is the next broker’s (I1)', async () => {
    const { ref, request } = await anActive(people);
    const requestRef = request?.ref as string;
    await people.focal.brokering.closeRequest(on(await held(requestRef, people.focal), { reason: 'partnered' }));
    const closed = await held(requestRef);
    expect(closed).toMatchObject({ state: 'closed', broker: { name: 'uma' }, desk: { mayFlag: true } });
    const vera = closed.desk?.handTo.find(({ name }) => name === 'vera');
    await people.lead.brokering.handOver(on(closed, { to: vera?.id as string }));
    const flagged = await people.otherBroker.brokering.raiseFlag({
      params: { ref: requestRef },
      body: { level: 'risk', category: 'integrity', note: 'One supplier behind both.' },
    });
    expect(flagged.desk?.flags).toMatchObject([{ level: 'risk', by: 'vera' }]);
    const [{ id, version } = { id: '', version: 0 }] = flagged.desk?.flags ?? [];
    const cleared = await people.broker.brokering.changeFlag({
      params: { id },
      body: { version, level: 'cleared', note: 'Settled.' },
    });
    expect(cleared.desk?.flags).toMatchObject([{ level: null }]);
    const { items } = await people.otherBroker.brokering.desk({ query: { view: 'mine' } });
    expect(items.map((item) => item.ref)).toContain(requestRef);
    const holders = await house.db<{ name: string }>(
      'select m.name from partnership p join member m on m.id = p.claimed_by where p.ref = $1',
      [ref],
    );
    expect(holders).toEqual([{ name: 'vera' }]);
  });

  it('no longer looks for the focal point of a city that is only named, once there is one: it is theirs to sign (I1)', async () => {
    await house.organisation('togo', { country: 'TG', timeZone: 'Africa/Lome' });
    const togo = { organisationId: await house.organisation('togo'), role: 'triangular_funder' as const };
    await house.as({ slug: 'tete', at: { togo: 'delegate' } });
    const { params, body } = proposal(await introduced(people, await aRequest(people)));
    const proposed = await people.focal.brokering.proposePartnership({
      params,
      body: { ...body, parties: [...body.parties, togo] },
    });
    const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
    const { ref, nextStep } = await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
    expect(nextStep).toMatchObject({ who: 'desk', what: 'brokering.step.findFocalPoint' });
    const akou = await house.as({ slug: 'akou' });
    const { id, version } = await akou.members.requestAffiliation({
      body: { organisationId: togo.organisationId, role: 'focal_point' },
    });
    await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'verify' } });
    await house.deliver();
    const found = await akou.brokering.partnership({ params: { ref } });
    expect(found.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.acceptPartnership' });
    const { owed } = await akou.brokering.mine();
    expect(owed.map(({ subject }) => subject)).toEqual([{ kind: 'partnership', id: ref }]);
  });
});
