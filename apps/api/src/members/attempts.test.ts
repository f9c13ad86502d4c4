import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../test/harness.ts';

const password = 'a sentence nobody else knows';

describe('doors that are tried', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ settings: { rateLimits: true, baseUrl: 'https://baraza.example' } });
  });
  afterAll(() => house.close());

  const send = (path: string, payload: object, remoteAddress = '192.0.2.1') =>
    house.app.inject({
      method: 'POST',
      url: `/api/v1/members/${path}`,
      payload,
      remoteAddress,
      headers: { 'idempotency-key': randomUUID() },
    });

  it('close after eight wrong passwords from one place, at once or in turn, and stay open elsewhere', async () => {
    await send('sign-up', { displayName: 'Ana', email: 'ana@city.example', password, locale: 'en' });
    await house.db('update member set email_verified = true');
    const guess = () => send('sign-in', { email: 'ana@city.example', password: 'a wrong guess' });
    const statuses = (await Promise.all(Array.from({ length: 20 }, guess))).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 409)).toHaveLength(8);
    expect(statuses.filter((status) => status === 429)).toHaveLength(12);
    const right = () => ({ email: 'Ana@City.example', password });
    const refused = await send('sign-in', right());
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
    expect((await send('sign-in', right(), '192.0.2.2')).statusCode).toBe(200);
  });

  it('let a whole training room sign up from one address', async () => {
    const asked = Array.from({ length: 25 }, (_, i) =>
      send(
        'sign-up',
        { displayName: 'Trainee', email: `trainee-${i}@city.example`, password, locale: 'en' },
        '192.0.2.7',
      ),
    );
    expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual(
      Array.from({ length: 25 }, () => 200),
    );
  });

  it('send no more than five mails an hour to one address, known or not', async () => {
    for (const email of ['ana@city.example', 'nobody@city.example']) {
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++) statuses.push((await send('forgot', { email }, `198.51.100.${i}`)).statusCode);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('hand out cookies that only travel under https where the house is reached by https', async () => {
    const answer = await send('sign-in', { email: 'ana@city.example', password }, '192.0.2.9');
    const [session] = [answer.headers['set-cookie'] ?? []].flat();
    expect(session).toMatch(/^__Secure-baraza\.session_token=.*; Secure/i);
    expect(session).toMatch(/HttpOnly/i);
    const cookie = session?.split(';')[0] ?? '';
    const me = await house.app.inject({ url: '/api/v1/members/session', headers: { cookie } });
    expect(me.json()).toMatchObject({ reader: { name: 'Ana' } });
  });
});
