import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

describe('the matcher in the demo community', () => {
  let house: House;
  let broker: ApiClient;
  beforeAll(async () => {
    house = await openHouse({ demo: true });
    broker = await house.as({ roles: ['broker'] });
  }, 60_000);
  afterAll(() => house.close());

  it('finds partners for every open request, each with a reason that rests on something', async () => {
    const { items } = await broker.brokering.requests({ query: { limit: 100 } });
    expect(items.length).toBeGreaterThan(5);
    for (const { ref } of items) {
      const found = await broker.matching.candidates({ params: { ref }, query: {} });
      expect(found.items.length).toBeGreaterThan(0);
      for (const { because } of found.items) expect(because.some(({ evidence }) => evidence.length > 0)).toBe(true);
    }
  });

  it('has said with each suggestion what it rests on', async () => {
    const [row] = await house.db<{ id: string }>('select id from match where explanation is not null limit 1');
    const match = await broker.brokering.match({ params: { id: row?.id ?? '' } });
    expect(match.origin).toBe('broker');
    expect(match.reasons.length).toBeGreaterThan(0);
  });
});
