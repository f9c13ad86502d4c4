import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../test/harness.ts';

describe('the platform', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is live, and ready when database, migrations and queue are', async () => {
    const live = await house.app.inject({ url: '/health/live' });
    expect(live.statusCode).toBe(200);
    const ready = await house.app.inject({ url: '/health/ready' });
    expect(ready.json()).toEqual({ status: 'ok', database: true, migrations: true, queue: true });
    expect(ready.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows a member by the cookie the auth library would have set, and forgets a visitor with a forged one', async () => {
    const me = await house.as({ roles: ['broker'], at: { hangzhou: 'focal_point' }, locale: 'fr' });
    const { reader } = await me.members.session();
    expect(reader).toMatchObject({ locale: 'fr', roles: ['member', 'broker'], actingFor: { slug: 'hangzhou' } });
    const forged = house.visitor({ cookie: 'baraza.session_token=abc.def' });
    expect(await forged.members.session()).toEqual({ reader: null });
  });

  it('publishes its figures for Prometheus', async () => {
    const { body } = await house.app.inject({ url: '/metrics' });
    expect(body).toContain('baraza_jobs_parked 0');
    expect(body).toContain('http_request_duration_seconds_bucket');
  });

  it('refuses a write that comes from another site', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/members/sign-out',
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.statusCode).toBe(403);
  });
});
