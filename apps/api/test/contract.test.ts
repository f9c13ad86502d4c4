import { methodOf, pathOf } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoutes, type House, openHouse } from './harness.ts';

describe('the contract', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is mounted whole, each route once', () => {
    const fastify = house.app.getHttpAdapter().getInstance();
    const missing = allRoutes.filter(
      (route) => !fastify.hasRoute({ method: methodOf(route), url: `/api/v1${pathOf(route)}` }),
    );
    expect(missing.map((route) => route.name)).toEqual([]);
    const addresses = allRoutes.map((route) => route.endpoint.replace(/:\w+/g, ':'));
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([]);
  });
});
