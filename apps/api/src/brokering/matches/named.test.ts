import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, on, refusal } from '../../../test/brokering.ts';
import { type House, openHouse } from '../../../test/harness.ts';

describe('an organisation that is named instead of picked', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    await house.db(
      `update organisation set names = '{"en":"Zha Lan Tun","zh":"扎兰屯","fr":"Zhalantún"}' where slug = 'zhalantun'`,
    );
    await house.db(`update organisation set names = '{"en":"Kenya Association"}' where slug = 'kenya'`);
    await house.db(`update organisation set names = '{"en":"Kenya Chamber"}' where slug = 'cairo'`);
    for (let i = 0; i < 120; i++) await house.organisation(`a-place-${i}`);
  });
  afterAll(() => house.close());

  const suggest = async (more: object) =>
    people.broker.brokering.suggestPartner(
      on(await aRequest(people), { ...(more as { organisation: string }), because: 'They have done it.' }),
    );
  const suggested = async (organisation: string) =>
    (await suggest({ organisation })).organisations.map(({ slug }) => slug);
  const sentence = async (more: object) => {
    const { issues, detail } = await refusal(suggest(more));
    return [issues?.map(({ path }) => path), detail];
  };

  it('is found by its whole name in any language, however it is accented, among any number of others', async () => {
    expect(await suggested('扎兰屯')).toEqual(['benin', 'zhalantun']);
    expect(await suggested('a-place-117')).toEqual(['benin', 'a-place-117']);
    expect(await suggested('zhalantun')).toEqual(['benin', 'zhalantun']);
  });

  it('is asked for again where it is none, or could be several, with those it could be', async () => {
    expect(await sentence({ organisation: 'Atlantis' })).toEqual([
      ['organisation'],
      expect.stringContaining('Atlantis'),
    ]);
    expect(await sentence({ organisation: 'kenya' })).toEqual([
      ['organisation'],
      expect.stringContaining('Kenya Association · Kenya Chamber'),
    ]);
    expect(await sentence({})).toEqual([['organisation'], expect.any(String)]);
    const alongside = [{ organisation: 'kenya', part: 'triangular_funder' }];
    expect((await sentence({ organisation: 'Zha Lan Tun', alongside }))[0]).toEqual(['alongside.0.organisation']);
  });

  it('is found so by a member who refers it, too', async () => {
    const { ref } = await aRequest(people);
    const body = { organisation: 'Kenya Association', because: 'They have done it for years.' };
    expect(await people.member.brokering.referPartner({ params: { ref }, body })).toMatchObject({
      organisation: { slug: 'kenya' },
    });
  });
});
