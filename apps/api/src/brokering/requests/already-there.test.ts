import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBoard, asked } from '../../../test/boards.ts';
import { aRequest, type Cast, cast } from '../../../test/brokering.ts';
import { aForum, aThread } from '../../../test/forums.ts';
import { type House, openHouse } from '../../../test/harness.ts';
import { Finders } from '../../platform/finders.ts';

describe('what already stands like something that is being written', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    await aRequest(people, 'published', { title: 'Livraison partagée de produits frais', language: 'fr' });
    await aRequest(people, 'published', {
      title: 'Paiement numérique',
      context: 'Sans rapport.',
      wantedResult: 'Rien.',
    });
    const organiser = await house.as({ slug: 'olu', roles: ['organiser'] });
    const { code } = await aBoard(house, organiser);
    for (const text of [
      'How do villages share the delivery of fresh produce?',
      'Who pays for the delivery of parcels?',
    ])
      await asked(house, code, text);
    await house.db(
      `update question set state = 'answered_text', answered_at = now(), answer = $1
       where text ->> 'sourceText' like 'How%'`,
      [JSON.stringify({ sourceLocale: 'en', sourceText: 'By one courier.', sourceHash: 'x', variants: [] })],
    );
  });
  afterAll(() => house.close());

  const like = async (q: string) =>
    (await people.member.brokering.alreadyThere({ query: { q } })).items.map(({ kind, title }) => [kind, title]);

  it('is whatever shares most of its words, questions that were answered among them', async () => {
    const found = await like('How to share the delivery of fresh produce');
    expect(found[0]).toEqual(['question', 'How do villages share the delivery of fresh produce?']);
    expect(found).not.toContainEqual(['question', 'Who pays for the delivery of parcels?']);
    expect((await like('Livraison de produits frais'))[0]).toEqual(['request', 'Livraison partagée de produits frais']);
    expect(await like('Xylophone')).toEqual([]);
    expect(await like('de la')).toEqual([]);
  });

  it('is looked for in what a question says, and not in how it is kept', async () => {
    expect(await like('the source and its variants')).toEqual([]);
  });

  it('is a thread, too, whose answer stands in a post', async () => {
    await aForum(house, 'markets');
    const no = await aThread(people.member, 'markets');
    const reply = { text: 'We lend refrigerated bicycles to the vendors.', locale: 'en' } as const;
    await people.member.forums.reply({ params: { no }, body: reply });
    expect(await like('Refrigerated bicycles')).toEqual([['thread', 'Which step first?']]);
    await house.db(`update post set state = 'hidden' where body ->> 'sourceText' = $1`, [reply.text]);
    expect(await like('Refrigerated bicycles')).toEqual([]);
  });

  it('comes first by its words, however they are accented', async () => {
    expect((await like('paiément numerique, delivery'))[0]).toEqual(['request', 'Paiement numérique']);
  });

  it('is asked of each room once, however many words there are', async () => {
    const finders = house.app.get(Finders);
    const find = finders.find.bind(finders);
    const kinds: string[] = [];
    finders.find = (kind, ...rest) => {
      kinds.push(kind);
      return find(kind, ...rest);
    };
    await like('Livraison partagée de produits frais, delivery of fresh produce, paiement numérique');
    finders.find = find;
    expect(kinds.sort()).toEqual(['question', 'request', 'story', 'thread']);
  });
});
