import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Cast, cast, content, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { SignedLinks } from '../platform/signed-links.ts';
import { Timers } from '../platform/timers/timers.ts';

describe('one tap from the mail', () => {
  let house: House;
  let people: Cast;
  let focalId: string;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    focalId = await house.member({ slug: 'codjo' });
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const submitted = () => people.delegate.brokering.draftRequest({ body: { ...content, submit: true } });
  const seen = ({ ref }: { ref: string }) => people.delegate.brokering.request({ params: { ref } });
  const linkIn = async (member: string) => {
    const mails = await house.db<{ text: string }>(
      'select body_text as text from mail where to_member = $1 order by created_at desc, id desc',
      [member],
    );
    return mails.flatMap(({ text }) => /\/tap\/([\w-]+)/.exec(text)?.[1] ?? []);
  };
  const sign = (request: { id: string }, member = focalId, purpose = 'brokering.approve') =>
    house.app.get(SignedLinks).sign(purpose, [request.id, member], new Date(house.clock.now().getTime() + 86_400_000));
  const look = (token: string) => people.visitor.brokering.tap({ params: { token } });
  const press = (token: string) => people.visitor.brokering.pressTap({ params: { token } });

  it('approves a request for the focal point without signing in, by pressing and never by looking', async () => {
    const request = await submitted();
    await house.deliver();
    const [token = ''] = await linkIn(focalId);
    for (let i = 0; i < 3; i++)
      expect(await look(token)).toMatchObject({
        state: 'ready',
        move: 'approve',
        name: 'codjo',
        request: { ref: request.ref },
      });
    expect(await seen(request)).toMatchObject({ approved: false });
    expect(await press(token)).toMatchObject({ state: 'done' });
    expect(await seen(request)).toMatchObject({ approved: true, nextStep: { role: 'broker' } });
    const [event] = await house.db<{ actor: string; kind: string }>(
      `select actor_id as actor, actor_kind as kind from domain_event where stream = $1 and data ->> 'move' = 'approve'`,
      [`request:${request.id}`],
    );
    expect(event).toEqual({ actor: focalId, kind: 'member' });
  });

  it('works once: pressed again, or twice at the same time, nothing more happens', async () => {
    const request = await submitted();
    const token = sign(request);
    const answers = await Promise.all([press(token), press(token), press(token)]);
    expect(answers.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const moves = await house.db(`select 1 from brokering_move where subject = $1 and move = 'approve'`, [
      `request:${request.id}`,
    ]);
    expect(moves).toHaveLength(1);
  });

  it('confirms that a request is still open, from the reminder that asks for it', async () => {
    const request = await submitted();
    await press(sign(request));
    const claimed = await people.broker.brokering.claimRequest(on(await seen(request)));
    await people.broker.brokering.publishRequest(on(claimed));
    await house.db('update request set suggestions = 1 where id = $1', [request.id]);
    const confirm = sign(request, focalId, 'brokering.confirm');
    expect(await look(confirm)).toMatchObject({ state: 'ready', move: 'confirm' });
    const before = (await seen(request)).expiresAt as string;
    for (const days of [16, 15]) {
      house.clock.set(new Date(Date.parse(before) - days * 86_400_000));
      while ((await house.app.get(Timers).fireDue()) > 0);
    }
    await house.deliver();
    const [token = ''] = await linkIn(focalId);
    expect(await press(token)).toMatchObject({ state: 'done', move: 'confirm' });
    expect(Date.parse((await seen(request)).expiresAt as string)).toBeGreaterThan(Date.parse(before));
  });

  it('is worth nothing when it is forged, too old, for another purpose, or its holder has left', async () => {
    const request = await submitted();
    const token = sign(request);
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await refusal(press(forged))).toMatchObject({ status: 404 });
    expect(await refusal(press(sign(request, focalId, 'check-in')))).toMatchObject({ status: 404 });
    const delegateId = await house.member({ slug: 'bola' });
    expect(await press(sign(request, delegateId))).toMatchObject({ state: 'gone' });
    expect(await seen(request)).toMatchObject({ approved: false });
    await house.db(`update affiliation set state = 'revoked' where member_id = $1`, [focalId]);
    expect(await press(token)).toMatchObject({ state: 'gone' });
    await house.db(`update affiliation set state = 'active' where member_id = $1`, [focalId]);
    house.clock.set('2026-03-18T09:00:00Z');
    expect(await refusal(press(token))).toMatchObject({ status: 404 });
    expect(await seen(request)).toMatchObject({ approved: false });
  });

  it('leaves no token in the logs’ words for an address', async () => {
    const { withoutTokens } = await import('../platform/signed-links.ts');
    const token = sign(await submitted());
    expect(withoutTokens(`/tap/${token}`)).toBe('/tap/…');
  });
});
