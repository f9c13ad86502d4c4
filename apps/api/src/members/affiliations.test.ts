import { type Actor, affiliationRoles, visitor } from '@baraza/domain/kernel';
import { type AffiliationFacts, affiliationMachine, affiliationMovesFor } from '@baraza/domain/members';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AMember, type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { MemberLookup } from '../platform/auth/member-lookup.ts';

const problem = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

describe('an affiliation', () => {
  let house: House;
  let admin: ApiClient;
  let kolkata: string;
  beforeAll(async () => {
    house = await openHouse();
    admin = await house.as({ slug: 'the-admin', roles: ['admin'] });
    kolkata = await house.organisation('kolkata');
    await house.db(`update organisation set email_domains = '{kolkata.gov.example}' where id = $1`, [kolkata]);
  });
  afterAll(() => house.close());

  const armed = (id: string) =>
    house.db<{ kind: string; responsible: string; due_at: Date }>(
      `select kind, responsible_kind || ':' || responsible_id as responsible, due_at from timer where subject = $1 and state = 'armed'`,
      [`affiliation:${id}`],
    );
  const told = (id: string) =>
    house
      .db<{ name: string }>('select name from domain_event where stream = $1 order by stream_seq', [
        `affiliation:${id}`,
      ])
      .then((rows) => rows.map(({ name }) => name));
  const someone = (a: AMember = {}) => house.as({ ...a });
  const ask = (who: ApiClient, more: object = {}) =>
    who.members.requestAffiliation({ body: { organisationId: kolkata, role: 'staff', ...more } });

  it('is verified in the same breath by an address of the organisation', async () => {
    const ana = await someone({ email: 'ana@mail.kolkata.gov.example' });
    const view = await ask(ana, { role: 'delegate' });
    expect(view).toMatchObject({ state: 'active', verifiedBy: 'email_domain', moves: ['leave'], dueAt: null });
    expect(await told(view.id)).toEqual(['members.affiliation.requested', 'members.affiliation.moved']);
    expect(await armed(view.id)).toMatchObject([{ kind: 'members.affiliation.lapse' }]);
    const { reader } = await ana.members.session();
    expect(reader?.actingFor).toMatchObject({ id: kolkata });
  });

  it('of a focal point is never verified by an address, nor one of an address nobody confirmed', async () => {
    const focal = await someone({ email: 'fay@kolkata.gov.example' });
    expect(await ask(focal, { role: 'focal_point' })).toMatchObject({ state: 'pending', verifiedBy: null });
    const unconfirmed = await house.member({ email: 'uma@kolkata.gov.example' });
    await house.db('update member set email_verified = false where id = $1', [unconfirmed]);
    expect(await ask(await house.as(unconfirmed))).toMatchObject({ state: 'pending' });
  });

  it('waits for an administrator within five working days, and the next deadline follows the last', async () => {
    const view = await ask(await someone(), { note: 'I run the e-commerce desk.' });
    expect(view).toMatchObject({ state: 'pending', moves: ['leave'], dueAt: '2026-03-27T09:00:00.000Z' });
    expect(await armed(view.id)).toMatchObject([{ kind: 'members.affiliation.verify', responsible: 'role:admin' }]);
    const before = house.clock.now();
    house.clock.set('2026-03-27T09:00:00Z');
    await house.deliver();
    house.clock.set('2026-03-28T09:00:00Z');
    await house.deliver();
    const mails = await house.db(`select subject from mail where dedupe_key like 'affiliations-waiting:%'`);
    expect(mails).toEqual([{ subject: 'Somebody waits for an answer on Baraza' }]);
    expect(await armed(view.id)).toEqual([
      { kind: 'members.affiliation.verify', responsible: 'role:admin', due_at: new Date('2026-04-03T09:00:00Z') },
    ]);
    const { items } = await admin.admin.affiliations({ query: {} });
    expect(items.find(({ id }) => id === view.id)).toMatchObject({ note: 'I run the e-commerce desk.' });
    const verified = await admin.members.moveAffiliation({
      params: { id: view.id },
      body: { version: view.version, move: 'verify', letter: true },
    });
    expect(verified).toMatchObject({ state: 'active', verifiedBy: 'letter' });
    expect(await armed(view.id)).toMatchObject([{ kind: 'members.affiliation.lapse' }]);
    house.clock.set(before);
  });

  it('gives its holder the word at once, and takes it at once', async () => {
    const member = await house.member();
    const own = await house.as(member);
    const view = await ask(own, { role: 'delegate' });
    const actingFor = async () => (await own.members.session()).reader?.actingFor?.id ?? null;
    expect(await actingFor()).toBeNull();
    const move = (version: number, move: 'verify' | 'revoke') =>
      admin.members.moveAffiliation({ params: { id: view.id }, body: { version, move } });
    const verified = await move(view.version, 'verify');
    expect(await actingFor()).toBe(kolkata);
    await move(verified.version, 'revoke');
    expect(await actingFor()).toBeNull();
    expect(await armed(view.id)).toEqual([]);
  });

  it('of a colleague is confirmed by a focal point who sees the address only so far as the domain', async () => {
    const colleague = await someone({ email: 'cem@home.example' });
    const view = await ask(colleague);
    const focal = await someone({ at: { kolkata: 'focal_point' } });
    const { toDecide } = await focal.members.me();
    const found = toDecide.find(({ id }) => id === view.id);
    expect(found).toMatchObject({ member: { email: null, domain: 'home.example' }, moves: ['verify', 'revoke'] });
    expect(JSON.stringify(toDecide)).not.toContain('cem@');
    expect(toDecide.every(({ role }) => role !== 'focal_point')).toBe(true);
    const delegate = await someone({ at: { kolkata: 'delegate' } });
    expect((await delegate.members.me()).toDecide).toEqual([]);
    const body = { version: view.version, move: 'verify' as const };
    const params = { id: view.id };
    await expect(delegate.members.moveAffiliation({ params, body })).rejects.toEqual(problem('not-found'));
    await expect(colleague.members.moveAffiliation({ params, body })).rejects.toEqual(problem('not-permitted'));
    await expect(focal.members.moveAffiliation({ params, body: { ...body, version: 7 } })).rejects.toEqual(
      problem('stale-version'),
    );
    expect(await focal.members.moveAffiliation({ params, body })).toMatchObject({ verifiedBy: 'vouch' });
    await expect(focal.members.moveAffiliation({ params, body: { ...body, version: 2 } })).rejects.toEqual(
      problem('no-such-move'),
    );
  });

  it('is decided once, however many decide it at once', async () => {
    const view = await ask(await someone());
    const admins = await Promise.all(Array.from({ length: 5 }, () => house.as({ roles: ['admin'] })));
    const outcomes = await Promise.allSettled(
      admins.map((a, i) =>
        a.members.moveAffiliation({
          params: { id: view.id },
          body: { version: view.version, move: i % 2 ? 'revoke' : 'verify' },
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await told(view.id)).toHaveLength(2);
  });

  it('is asked for once at a time, and never where there is nothing', async () => {
    const member = await someone();
    const outcomes = await Promise.allSettled([ask(member), ask(member), ask(member)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toEqual(problem('already-done'));
    const nowhere = { organisationId: '00000000-0000-4000-8000-000000000000' };
    await expect(ask(await someone(), nowhere)).rejects.toEqual(problem('not-found'));
    await expect(ask(house.visitor())).rejects.toEqual(problem('not-signed-in'));
  });

  it('lapses by its date, and is renewed by somebody else', async () => {
    const member = await house.member();
    const own = await house.as(member);
    const view = await ask(own);
    const { version } = await admin.members.moveAffiliation({
      params: { id: view.id },
      body: { version: view.version, move: 'verify' },
    });
    const before = house.clock.now();
    house.clock.pass(731);
    await house.deliver();
    const lapsed = (await own.members.me()).affiliations.find(({ id }) => id === view.id);
    expect(lapsed).toMatchObject({ state: 'lapsed', moves: [] });
    expect((await own.members.session()).reader?.actingFor).toBeNull();
    const renewed = await admin.members.moveAffiliation({
      params: { id: view.id },
      body: { version: version + 1, move: 'renew' },
    });
    expect(renewed.state).toBe('active');
    house.clock.set(before);
  });

  it('lets its holder speak for an organisation or for themself, and for no other', async () => {
    const member = await house.member({ at: { kolkata: 'staff', ningbo: 'expert' } });
    const cookie = await house.cookie(member);
    const own = await house.as(member);
    const ningbo = await house.organisation('ningbo');
    expect((await own.members.actFor({ body: { organisationId: ningbo } })).reader.actingFor).toMatchObject({
      id: ningbo,
    });
    expect((await own.members.actFor({ body: {} })).reader.actingFor).toBeNull();
    const elsewhere = await house.organisation('yiwu');
    await expect(own.members.actFor({ body: { organisationId: elsewhere } })).rejects.toEqual(problem('not-permitted'));
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/members/acting-for',
      payload: {},
      headers: { cookie },
    });
    expect(String(answer.headers['set-cookie'])).toContain('baraza.acting_for=self;');
    const session = await house.visitor({ cookie: `${cookie}; baraza.acting_for=${elsewhere}` }).members.session();
    expect([kolkata, ningbo]).toContain(session.reader?.actingFor?.id);
  });

  it('is looked for by a part of the name, in any language and without marks', async () => {
    await house.db(
      `update organisation set names = '{"en": "São Tomé", "zh": "圣多美", "ar": "ساو تومي"}' where id = $1`,
      [await house.organisation('sao-tome')],
    );
    const found = async (q: string) =>
      (await house.visitor({ 'accept-language': 'zh' }).members.organisations({ query: { q } })).items.map(
        (o) => o.name,
      );
    for (const q of ['sao tome', 'TOMÉ', '多美', 'تومي']) expect(await found(q)).toEqual(['圣多美']);
    expect(await found('%')).toEqual([]);
    expect(await found("'; drop table member; --")).toEqual([]);
  });

  it('is shown to whom the policy lets decide it, and to nobody else', async () => {
    const cities = ['p-one', 'p-two', 'p-three'];
    for (const city of cities) await house.organisation(city);
    const deciders = await Promise.all(
      cities.flatMap((city) =>
        affiliationRoles.map((role) =>
          house.member({ at: { [city]: role, ...(role === 'staff' && { 'p-one': 'focal_point' }) } }),
        ),
      ),
    );
    for (const city of cities)
      for (const role of affiliationRoles)
        for (const state of affiliationMachine.states)
          await house.db(`insert into affiliation (member_id, organisation_id, role, state) values ($1, $2, $3, $4)`, [
            await house.member(),
            await house.organisation(city),
            role,
            state,
          ]);
    // Deciders ask for something themselves: nobody decides their own.
    for (const id of deciders.slice(0, 6))
      await house.db(
        `insert into affiliation (member_id, organisation_id, role, state) select $1, id, 'staff', 'pending' from organisation where slug = any ($2)
         on conflict do nothing`,
        [id, cities],
      );
    const all = await house.db<AffiliationFacts>(
      `select id, version, member_id as "memberId", organisation_id as "organisationId", role, state from affiliation`,
    );
    const lookup = house.app.get(MemberLookup);
    let shown = 0;
    for (const id of deciders) {
      const known = await lookup.byId(id, house.clock.now());
      const actor: Actor = { ...visitor, ...known, kind: 'member', id };
      const allowed = all.filter((a) => affiliationMovesFor(actor, a).includes('verify')).map((a) => a.id);
      const { toDecide } = await (await house.as(id)).members.me();
      expect(toDecide.map((a) => a.id).sort()).toEqual(allowed.sort());
      shown += allowed.length;
    }
    expect(shown).toBeGreaterThan(20);
  });
});
