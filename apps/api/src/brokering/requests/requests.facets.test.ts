import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast } from '../../../test/brokering.ts';
import { type House, openHouse } from '../../../test/harness.ts';

describe('the facets of the list of requests', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    await house.db(`update organisation set lat = 6.4, lon = 2.4 where slug = 'benin'`);
    await aRequest(people, 'published', {
      themes: ['logistics'],
      sdgs: [2],
      modalities: ['training'],
      languages: ['fr'],
    });
    await aRequest(people, 'published', {
      themes: ['logistics', 'ports'],
      sdgs: [],
      kind: 'offer',
      languages: ['fr', 'en'],
    });
    await aRequest(people, 'published', { themes: ['ports'], visibility: 'members' });
    await aRequest(people, 'published', { themes: ['ports'], visibility: 'brokers_only' });
    await aRequest(people, 'submitted', { themes: ['ports'] });
  });
  afterAll(() => house.close());

  it('count what each further choice would leave, of what the reader may see', async () => {
    const facets = await people.visitor.brokering.requestFacets({ query: {} });
    expect(facets).toMatchObject({
      total: 2,
      kind: { need: 1, offer: 1 },
      theme: { logistics: 2, ports: 1 },
      region: { africa: 2 },
      sdg: { 0: 1, 2: 1 },
      language: { fr: 2, en: 1 },
      state: { published: 2 },
      places: [{ slug: 'benin', requests: 2 }],
    });
    expect(facets.modality).toEqual({ training: 2, peer_exchange: 1 });
    expect((await people.member.brokering.requestFacets({ query: {} })).total).toBe(3);
    expect((await people.broker.brokering.requestFacets({ query: {} })).total).toBe(4);
  });

  it('leave the own choice of a facet aside, and no other', async () => {
    const { total, kind, theme } = await people.visitor.brokering.requestFacets({ query: { kind: ['need'] } });
    expect({ total, kind, theme }).toEqual({ total: 1, kind: { need: 1, offer: 1 }, theme: { logistics: 1 } });
    const none = await people.visitor.brokering.requestFacets({ query: { kind: ['need'], theme: ['ports'] } });
    expect(none).toMatchObject({ total: 0, kind: { offer: 1 }, theme: { logistics: 1 }, places: [] });
  });

  it('agree with the list', async () => {
    const { modality, language, sdg } = await people.visitor.brokering.requestFacets({ query: {} });
    const found = async (query: object) => (await people.visitor.brokering.requests({ query })).items.length;
    for (const [id, count] of Object.entries(modality)) expect(await found({ modality: [id] })).toBe(count);
    for (const [id, count] of Object.entries(language)) expect(await found({ language: [id] })).toBe(count);
    for (const [id, count] of Object.entries(sdg)) expect(await found({ sdg: [Number(id)] })).toBe(count);
  });
});
