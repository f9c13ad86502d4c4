import type { Reason } from '@baraza/domain/notifications';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { on } from '../../../test/brokering.ts';
import {
  aCircle,
  anIntroducedRing,
  aSuggestedRing,
  type Circle,
  requestOf,
  ringCities,
} from '../../../test/circles.ts';
import { type House, openHouse } from '../../../test/harness.ts';

let house: House;
let circle: Circle;
beforeEach(async () => {
  house = await openHouse();
  circle = await aCircle(house);
});
afterEach(() => house.close());

const told = async (reason: Reason) => {
  await house.deliver();
  const rows = await house.db<{ name: string }>(
    `select m.name from notification n join member m on m.id = n.member_id
     where n.reason = $1 and n.subject_kind = 'match' order by 1`,
    [reason],
  );
  return rows.map(({ name }) => name.replace('-focal', ''));
};
const close = async (who: (typeof ringCities)[number]) =>
  circle.focal[who].brokering.closeRequest(on(await requestOf(circle, who), { reason: 'met_elsewhere' }));

it('a ring that is broken before all have answered has ended, which is not to say that nobody answered', async () => {
  const match = await aSuggestedRing(circle);
  const also = ringCities.find((who) => circle.requests[who].ref !== match.request.ref) ?? 'port';
  await close(also);
  expect(await told('brokering.ended')).toEqual([...ringCities].sort());
  expect(await told('brokering.lapsed')).toEqual([]);
});

it('a ring in which one finds elsewhere what it sought goes on, and the others hear of it', async () => {
  const match = await anIntroducedRing(circle);
  const also = ringCities.find((who) => circle.requests[who].ref !== match.request.ref) ?? 'port';
  await close(also);
  expect(await told('brokering.requestEnded')).toEqual(ringCities.filter((who) => who !== also).sort());
  expect(await told('brokering.ended')).toEqual([]);
});
