import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, content, express, introduced, on, proposal } from '../brokering.ts';
import { type ApiClient, type House, openHouse } from '../harness.ts';
import { chance } from './chance.ts';

describe('what holds whatever happens', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('a partnership counts once, whatever number of requests, questions or events led to it (I5)', async () => {
    const dice = chance(5);
    const partnerships: string[] = [];
    const requests: string[] = [];
    for (let i = 0; i < 6; i++) {
      const match = await introduced(people, await aRequest(people));
      const read = () => people.focal.brokering.match({ params: { id: match.id } });
      let proposed = await people.focal.brokering.proposePartnership(proposal(match, { language: 'en' }));
      if (dice.is(0.5)) {
        await people.focal.brokering.cancelPartnership(on(proposed, { reason: 'no_funding' }));
        proposed = await people.focal.brokering.proposePartnership(proposal(await read(), { language: 'en' }));
      }
      const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
      const agreed = await people.otherFocal.brokering.acceptPartnership(on(once, { name: 'Dai' }));
      partnerships.push(agreed.id);
      requests.push(match.request.ref);
    }
    await house.deliver();
    const record = () => people.visitor.brokering.promise({ query: {} });
    const before = await record();
    expect(before.funnel).toMatchObject({ introduced: 6, agreed: { of: 6, part: 6 } });
    for (let round = 0; round < 60; round++) {
      const [kind, relation] = dice.pick([
        ['thread', 'led_to'],
        ['story', 'led_to'],
        ['question', 'led_to'],
        ['session', 'spawned'],
        ['request', 'led_to'],
        ['match', 'formalised_as'],
      ] as const);
      await house.db(
        `insert into lineage_edge (from_kind, from_id, to_kind, to_id, relation, method, asserted_by, at)
         values ($1, $2, 'partnership', $3, $4, $5, 'test', $6) on conflict do nothing`,
        [
          kind,
          `${kind}-${dice.below(9)}`,
          dice.pick(partnerships),
          relation,
          dice.pick(['action', 'manual', 'inferred']),
          house.clock.now(),
        ],
      );
      expect(await record()).toEqual(before);
    }
    const [edges] = await house.db<{ n: number }>(
      `select count(*)::int as n from lineage_edge where to_kind = 'partnership'`,
    );
    expect(edges?.n).toBeGreaterThan(40);
    // Another city that answers the same request as well leads to another partnership, and to no second count of the first.
    const request = await people.focal.brokering.request({ params: { ref: requests[0] as string } });
    await express(people.rival, request);
    expect((await record()).funnel).toEqual(before.funnel);
  });

  it('a request that is withdrawn is gone from lists, search, suggestions and digests with its last answer (I9)', async () => {
    const dice = chance(9);
    await house.db(
      `insert into source (id, title, publisher, language) values ('paper', 'Paper', 'UN', 'en') on conflict do nothing`,
    );
    const readers = ['visitor', 'member', 'rival', 'otherFocal'] as const;
    const surfaces = async (ref: string, word: string, owner: ApiClient): Promise<string[]> => {
      const found: string[] = [];
      for (const who of readers) {
        const client = people[who];
        if (client === owner) continue;
        const list = await client.brokering.requests({ query: {} });
        const asked = await client.brokering.requests({ query: { q: word } });
        const search = await client.search.find({ query: { q: word } });
        if (list.items.some((item) => item.ref === ref)) found.push(`list ${who}`);
        if (asked.items.some((item) => item.ref === ref)) found.push(`asked ${who}`);
        if (JSON.stringify(search).includes(ref)) found.push(`search ${who}`);
      }
      return found;
    };
    const need = await aRequest(people);
    const suggestedBy = async () =>
      JSON.stringify(await people.broker.matching.candidates({ params: { ref: need.ref }, query: {} }));
    for (let round = 0; round < 24; round++) {
      const word = `zibeline${String.fromCharCode(97 + round)}`;
      const kind = dice.pick(['need', 'offer', 'exchange'] as const);
      const owner = kind === 'offer' ? people.rival : people.focal;
      const visibility = dice.pick(['public', 'members'] as const);
      const published = await aRequest({ focal: owner, broker: people.broker }, 'published', {
        ...content,
        kind,
        visibility,
        title: `${content.title} ${word}`,
      });
      const answered = dice.is(0.5) ? await express(people.otherDelegate, published) : null;
      const before = await surfaces(published.ref, word, owner);
      const outsiders = readers.filter(
        (who) => people[who] !== owner && (visibility === 'public' || who !== 'visitor'),
      );
      expect(before.length).toBe(3 * outsiders.length);
      if (kind === 'offer') expect(await suggestedBy()).toContain(published.ref);
      // Whatever was to be carried waits: nothing has been delivered when it goes.
      const now = await owner.brokering.request({ params: { ref: published.ref } });
      await owner.brokering.withdrawRequest(on(now));
      expect(await surfaces(published.ref, word, owner)).toEqual([]);
      expect(await suggestedBy()).not.toContain(published.ref);
      if (answered) {
        const left = await people.otherDelegate.brokering.expression({ params: { id: answered.id } });
        expect(left).toMatchObject({ state: 'lapsed', end: { reason: 'request_ended' } });
        await expect(people.delegate.brokering.acceptExpression(at(left))).rejects.toThrow();
      }
    }
    await house.deliver();
    const [{ id } = { id: '' }] = await house.db<{ id: string }>(`select id from member where name = 'mo'`);
    const told = await house.db(
      `select m.subject from mail m where m.to_member = $1 and (m.subject || m.body_text) like '%zibeline%'
       union all select n.reason from notification n where n.member_id = $1 and n.args::text like '%zibeline%'
       union all select n.reason from notification n join request r on r.id::text = n.subject_id where n.reason in ('brokering.matching', 'brokering.suggested') and r.state = 'withdrawn'`,
      [id],
    );
    expect(told).toEqual([]);
  }, 120_000);
});
