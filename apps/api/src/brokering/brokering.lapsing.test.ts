import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, express, toldTo } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

describe('what somebody holds until a day', () => {
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
  const versionOf = async (id: string) => (await admin.admin.member({ params: { id } })).version;
  const armed = (id: string) =>
    house.db(`select due_at from timer where subject = $1 and state = 'armed'`, [`role:${id}:broker`]);

  it('as a broker goes back to the desk at that moment, with every case and step', async () => {
    house.clock.set('2026-03-16T09:00:00Z');
    const id = await house.member({ slug: 'gil' });
    const give = async (until: string | undefined) =>
      admin.members.giveRole({
        params: { id },
        body: { version: await versionOf(id), role: 'broker', ...(until && { until }) },
      });
    const take = async () =>
      admin.members.takeRole({ params: { id, role: 'broker' }, body: { version: await versionOf(id) } });
    await give('2026-03-18');
    expect(await armed(id)).toHaveLength(1);
    await take();
    expect(await armed(id)).toEqual([]);
    await give(undefined);
    expect(await armed(id)).toEqual([]);
    await take();
    await give('2026-03-18');

    const going = await house.as(id);
    const review = await aRequest({ ...people, broker: going }, 'in_review');
    const open = await aRequest({ ...people, broker: going });
    await express(people.otherDelegate, open);
    house.clock.set('2026-03-18T23:59:58Z');
    await house.deliver();
    expect((await seenBy(people.lead, review)).broker).toMatchObject({ name: 'gil' });
    house.clock.set('2026-03-18T23:59:59Z');
    await house.deliver();
    expect(await seenBy(people.lead, review)).toMatchObject({ state: 'submitted', broker: null });
    expect(await seenBy(people.lead, open)).toMatchObject({ state: 'published', broker: null });
    expect(await house.db('select 1 from brokering_step where responsible_id = $1', [id])).toEqual([]);
    expect(await toldTo(people.otherBroker)).toContain('brokering.caseHandedOver');
    const events = await house.db<{ name: string }>(
      'select name, actor_kind as by from domain_event where stream = $1 order by stream_seq desc limit 1',
      [`member:${id}`],
    );
    expect(events).toEqual([{ name: 'members.role.taken', by: 'system' }]);
    expect((await people.lead.brokering.workload()).brokers.map(({ name }) => name)).not.toContain('gil');
    expect(await give('2026-04-01')).toMatchObject({ roles: ['member', 'broker'] });
  });

  it('as the last focal point of a city is told to the desk, and to whoever holds a case of theirs', async () => {
    house.clock.set('2026-03-16T09:00:00Z');
    const asked = async (slug: string) => {
      const own = await house.as({ slug });
      const { id, version } = await own.members.requestAffiliation({
        body: { organisationId: await house.organisation('accra'), role: 'focal_point' },
      });
      await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'verify' } });
      return own;
    };
    const only = await asked('ama');
    const request = await aRequest({ focal: only, broker: people.broker });
    const { validUntil } = (await only.members.me()).affiliations[0] ?? {};
    const lapse = async () => {
      house.clock.set(new Date(Date.parse(validUntil ?? '') + 1000));
      await house.deliver();
    };
    await lapse();
    expect(await toldTo(people.broker)).toContain('brokering.focalPointNeeded');
    expect(await toldTo(people.otherBroker)).not.toContain('brokering.focalPointNeeded');
    expect((await seenBy(people.broker, request)).broker).toMatchObject({ you: true });
  });

  it('is nobody’s loss where another focal point remains, or nothing is open', async () => {
    const before = await house.db(`select 1 from notification where reason = 'brokering.focalPointNeeded'`);
    await house.organisation('quito');
    for (const slug of ['ines', 'juan'])
      await house.member({ slug, at: { quito: 'focal_point', benin: 'focal_point' } });
    const focal = await house.db<{ id: string; version: number }>(
      `select a.id, a.version from affiliation a join member m on m.id = a.member_id where m.name = 'ines' order by a.organisation_id`,
    );
    for (const { id, version } of focal)
      await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'revoke' } });
    await house.deliver();
    expect(await house.db(`select 1 from notification where reason = 'brokering.focalPointNeeded'`)).toEqual(before);
  });
});
