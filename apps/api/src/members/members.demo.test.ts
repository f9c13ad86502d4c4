import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse, testSettings } from '../../test/harness.ts';

describe('the people of the demo community', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true });
  });
  afterAll(() => house.close());

  it.each([
    ['kolkata', 'Kolkata focal point', 'focal_point'],
    ['hangzhou-delegate', 'Hangzhou delegate', 'delegate'],
    ['practitioner-benin', 'Practitioner, Benin', 'staff'],
    ['admin', 'Administrator', undefined],
  ])('sign in with the password of the demo: %s', async (slug, name, role) => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/members/sign-in',
      payload: { email: `${slug}@demo.baraza.example`, password: testSettings.demoPassword },
      headers: { 'idempotency-key': randomUUID() },
    });
    const { reader } = answer.json<{ reader: { name: string; organisations: { role: string }[] } }>();
    expect([reader.name, reader.organisations[0]?.role]).toEqual([name, role]);
  });

  it('answer for every organisation that is more than a name in a document, and for no other', async () => {
    const rows = await house.db<{ placeholder: boolean; answered: boolean }>(
      `select o.placeholder, exists (select 1 from affiliation a
         where a.organisation_id = o.id and a.role = 'focal_point' and a.state = 'active') as answered
       from organisation o`,
    );
    expect(rows.length).toBeGreaterThan(40);
    for (const { placeholder, answered } of rows) expect(answered).toBe(!placeholder);
  });

  it('leave behind what the doors would have left: events, and one deadline for whatever is open', async () => {
    const rows = await house.db<{ state: string; armed: number; told: number }>(
      `select a.state, (select count(*)::int from timer t where t.subject = 'affiliation:' || a.id and t.state = 'armed') as armed,
         (select count(*)::int from domain_event e where e.stream = 'affiliation:' || a.id) as told
       from affiliation a`,
    );
    const due = rows.filter(({ told }) => told > 0); // another room's demo may add people it needs without ceremony
    expect(due.filter(({ state }) => state === 'pending').length).toBeGreaterThan(8);
    expect(due.length).toBeGreaterThan(50);
    for (const { state, armed, told } of due)
      expect([state, armed, told]).toEqual([state, 1, state === 'active' ? 2 : 1]);
  });
});
