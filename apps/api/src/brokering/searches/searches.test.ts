import { brokeringTerms } from '@baraza/domain/brokering';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, refusal } from '../../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../../test/harness.ts';

describe('a saved search', () => {
  let house: House;
  let people: Cast;
  let reader: ApiClient;
  let other: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    reader = await house.as({ slug: 'reader', at: { kenya: 'staff' } });
    other = await house.as({ slug: 'other' });
  });
  afterAll(() => house.close());
  beforeEach(() => house.db('delete from saved_search'));

  /** The requests a member heard of because of what they asked for, newest first. */
  const heard = async (name: string): Promise<string[]> => {
    await house.deliver();
    const rows = await house.db<{ id: string }>(
      `select n.subject_id as id from notification n join member m on m.id = n.member_id
       where m.name = $1 and n.reason = 'brokering.matching' order by n.event_seq desc`,
      [name],
    );
    return rows.map(({ id }) => id);
  };

  it('is kept once, whichever order it was ticked in, and is read and dropped by its owner alone', async () => {
    const first = await reader.brokering.saveSearch({ body: { theme: ['logistics', 'customs'], kind: ['need'] } });
    const again = await reader.brokering.saveSearch({ body: { kind: ['need'], theme: ['customs', 'logistics'] } });
    expect(again).toEqual(first);
    expect(first.interest).toEqual({
      kind: ['need'],
      theme: ['customs', 'logistics'],
      sdg: [],
      modality: [],
      region: [],
      language: [],
    });
    expect((await reader.brokering.searches()).items).toEqual([first]);
    expect([(await other.brokering.searches()).items, (await house.visitor().brokering.searches()).items]).toEqual([
      [],
      [],
    ]);
    const params = { id: first.id };
    expect(await refusal(other.brokering.dropSearch({ params }))).toMatchObject({ code: 'not-found' });
    await reader.brokering.dropSearch({ params });
    expect((await reader.brokering.searches()).items).toEqual([]);
    expect(await refusal(reader.brokering.dropSearch({ params }))).toMatchObject({ code: 'not-found' });
  });

  it('is one of twenty at most, also when two come at once', async () => {
    const { most } = brokeringTerms.search;
    for (let i = 1; i < most; i++) await reader.brokering.saveSearch({ body: { q: `word ${i}` } });
    const asked = await Promise.allSettled(
      ['this', 'or that', 'or the other'].map((q) => reader.brokering.saveSearch({ body: { q } })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { code, detail } = await refusal(reader.brokering.saveSearch({ body: { q: 'one more' } }));
    expect([code, detail]).toEqual(['unmet-condition', expect.stringContaining(String(most))]);
    expect((await reader.brokering.searches()).items).toHaveLength(most);
  });

  it.each([
    ['nothing in particular', {}, true],
    ['its kind', { kind: ['need'] }, true],
    ['another kind', { kind: ['offer'] }, false],
    ['one of its themes', { theme: ['customs', 'logistics'] }, true],
    ['other themes', { theme: ['customs'] }, false],
    ['one of its goals', { sdg: [9] }, true],
    ['requests without a goal', { sdg: [0] }, false],
    ['its region', { region: ['africa'] }, true],
    ['another region', { region: ['europe'] }, false],
    ['a language it can work in', { language: ['en'] }, true],
    ['another language', { language: ['ru'] }, false],
    ['a way of working together', { modality: ['training'] }, true],
    ['a word in it', { q: 'LIVRAISON' }, true],
    ['a word that is not in it', { q: 'télémédecine' }, false],
    ['its theme and another kind', { theme: ['logistics'], kind: ['offer'] }, false],
    ['whose it is', { organisation: 'benin' }, true],
    ['somebody else’s', { organisation: 'kenya' }, false],
  ] as const)('for %s tells of a request that is published: %j → %p', async (_, interest, told) => {
    await reader.brokering.saveSearch({ body: interest as object });
    const before = await heard('reader');
    const { id } = await aRequest(people);
    const news = (await heard('reader')).filter((one) => !before.includes(one));
    expect(news).toEqual(told ? [id] : []);
  });

  it('tells nobody of what they may not open, of what is theirs, or once it is dropped', async () => {
    await other.brokering.saveSearch({ body: {} });
    await people.author.brokering.saveSearch({ body: {} });
    const { id } = await reader.brokering.saveSearch({ body: {} });
    await reader.brokering.dropSearch({ params: { id } });
    const before = await heard('other');
    await aRequest(people, 'published', { visibility: 'brokers_only' });
    expect(await heard('other')).toEqual(before);
    const open = await aRequest(people);
    expect(await heard('other')).toEqual([open.id, ...before]);
    expect(await heard('afi')).toEqual([]);
    expect(await heard('reader')).not.toContain(open.id);
  });
});
