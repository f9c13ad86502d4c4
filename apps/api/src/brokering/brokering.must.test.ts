import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, on } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { demoId } from '../demo/ids.ts';

describe('how much a yes matters', () => {
  let house: House;
  let people: Cast;
  let id: string;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    house.clock.set('2026-03-16T09:00:00Z');
    const request = await aRequest(people);
    const match = await people.broker.brokering.suggestPartner(
      on(request, { organisationId: demoId('organisation', 'zhalantun'), because: 'They have done it.' }),
    );
    id = match.id;
  });
  afterAll(() => house.close());
  const seenBy = (who: ApiClient) => who.brokering.match({ params: { id } });
  const stances = async (who: ApiClient) => (await seenBy(who)).parties.map(({ stance }) => stance);

  it('is asked with the yes, and an ordinary one is meant when nothing is said', async () => {
    const yes = (await seenBy(people.delegate)).moves.find(({ move }) => move === 'sayYes');
    expect(yes).toMatchObject({ reasons: ['interested', 'must'], usual: 'interested', note: 'none' });
  });

  it('is read by the desk at once, and by the other side when both are introduced', async () => {
    await people.delegate.brokering.sayYesMatch(at(await seenBy(people.delegate), { reason: 'must' }));
    expect(await stances(people.delegate)).toEqual(['must', null]);
    expect(await stances(people.broker)).toEqual(['must', 'unseen']);
    expect(await stances(people.otherDelegate)).toEqual([null, 'unseen']);
    const kept = await house.db<{ words: string }>(
      `select data::text as words from domain_event where stream = any ($1) union all select coalesce(reason, '') from brokering_move where subject = any ($1)`,
      [[`match:${id}`, `stance:${id}`]],
    );
    expect(kept.filter(({ words }) => words.includes('sayYes'))).toHaveLength(1);
    expect(kept.filter(({ words }) => words.includes('must'))).toEqual([]);
    await people.otherDelegate.brokering.sayYesMatch(at(await seenBy(people.otherDelegate)));
    for (const who of [people.delegate, people.otherFocal, people.broker])
      expect(await stances(who)).toEqual(['must', 'interested']);
  });
});
