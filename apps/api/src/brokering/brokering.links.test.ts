import type { CheckInView } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anActive, type Cast, cast, on, passDays, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { SignedLinks } from '../platform/signed-links.ts';

describe('by the link in a mail', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const read = (who: keyof Cast, { ref }: { ref: string }) => people[who].brokering.partnership({ params: { ref } });
  const going = { going: 'yes' as const, happened: 'Trois tournées.', language: 'fr' as const };

  const mailed = async () => {
    const partnership = await anActive(people);
    await passDays(house, 30.5);
    await house.deliver();
    const open = (await read('delegate', partnership)).checkIns[0] as CheckInView;
    const mails = await house.db<{ to: string; text: string; locale: string }>(
      `select to_address as "to", body_text as text, locale from mail where body_text like '%/check-ins/%' and created_at = $1`,
      [house.clock.now()],
    );
    const signed = house.app.get(SignedLinks);
    const links = new Map(
      mails.flatMap(({ to, text }): [string, string][] => {
        const token = /\/check-ins\/([\w-]+)\?lang=/.exec(text)?.[1] ?? '';
        return signed.read('check-in', token, house.clock.now())?.[0] === open.id
          ? [[to.split('@')[0] ?? '', token]]
          : [];
      }),
    );
    return { partnership, open, links };
  };

  it('the five questions are answered without signing in, once, as whom it was written to', async () => {
    const { open, links } = await mailed();
    const otherDelegate = await house.member({ slug: 'chen' });
    const token = links.get(otherDelegate) as string;
    expect(new Set(links.values()).size).toBe(links.size);
    const visitor = people.visitor.brokering;
    const params = { token };
    expect(await visitor.linkedCheckIn({ params })).toMatchObject({
      state: 'open',
      organisation: 'zhalantun',
      partnership: { with: ['benin'] },
    });
    expect(await visitor.linkedCheckIn({ params })).toMatchObject({ state: 'open' });
    expect(await visitor.answerLinkedCheckIn({ params, body: going })).toMatchObject({ state: 'answered' });
    expect(await refusal(visitor.answerLinkedCheckIn({ params, body: { going: 'no' } }))).toMatchObject({
      status: 409,
    });
    const [moved] = await house.db(
      `select by_id, on_behalf_of from brokering_move where subject = $1 and move = 'answer'`,
      [`check_in:${open.id}`],
    );
    expect(moved).toEqual({ by_id: otherDelegate, on_behalf_of: await house.organisation('zhalantun') });
    // The other one in the same house finds it answered, the other party does not.
    const colleague = links.get(await house.member({ slug: 'dai' })) as string;
    expect(await visitor.linkedCheckIn({ params: { token: colleague } })).toMatchObject({ state: 'answered' });
    const benin = links.get(await house.member({ slug: 'codjo' })) as string;
    expect(await visitor.linkedCheckIn({ params: { token: benin } })).toMatchObject({ state: 'open' });
  });

  it('nothing opens that is forged, for another purpose, too old, of somebody who left, or replaced', async () => {
    const { partnership, open, links } = await mailed();
    const visitor = people.visitor.brokering;
    const looks = (token: string) => refusal(visitor.linkedCheckIn({ params: { token } }));
    const signed = house.app.get(SignedLinks);
    const organisation = await house.organisation('zhalantun');
    const memberId = await house.member({ slug: 'dai' });
    const until = addDays(house.clock.now(), 10);
    const ids = [open.id, organisation, memberId];
    expect(await visitor.linkedCheckIn({ params: { token: signed.sign('check-in', ids, until) } })).toBeDefined();
    for (const token of [
      signed.sign('approve', ids, until),
      signed.sign('check-in', ids, house.clock.now()),
      signed.sign('check-in', [open.id, await house.organisation('benin'), memberId], until),
      signed.sign('check-in', [open.id, organisation, await house.member({ slug: 'kamau' })], until),
      new SignedLinks({ secret: 'another secret, of another house, long enough' } as never).sign(
        'check-in',
        ids,
        until,
      ),
    ])
      expect(await looks(token)).toMatchObject({ status: 404 });
    const token = links.get(memberId) as string;
    const focal = await read('focal', partnership);
    await people.focal.brokering.closePartnership(on(focal, { reason: 'completed' }));
    expect(await visitor.linkedCheckIn({ params: { token } })).toMatchObject({ state: 'over' });
    expect(await refusal(visitor.answerLinkedCheckIn({ params: { token }, body: going }))).toMatchObject({
      status: 409,
    });
    await passDays(house, 60);
    expect(await looks(token)).toMatchObject({ status: 404 });
  });
});
