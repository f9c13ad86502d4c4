import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    const { id } = await kim.brokering.suggestPartner(on({ ref, version }, { organisationId }));
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
