import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../test/harness.ts';

describe('a profile', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is saved whole: what is left out is taken out', async () => {
    const own = await house.as({});
    const { version } = await own.members.me();
    const full = await own.members.saveProfile({
      body: {
        version,
        displayName: '  Жанна   д’Арк ',
        pronunciation: 'ZHAN-na',
        locale: 'ru',
        languages: ['ru', 'fr'],
        timeZone: 'Europe/Minsk',
        dataSaver: true,
      },
    });
    expect(full).toMatchObject({
      displayName: 'Жанна д’Арк',
      languages: ['ru', 'fr'],
      timeZone: 'Europe/Minsk',
      dataSaver: true,
    });
    const bare = await own.members.saveProfile({ body: { version: full.version, displayName: 'Жанна', locale: 'ru' } });
    expect(bare).toMatchObject({ pronunciation: null, languages: [], timeZone: null, dataSaver: false });
    expect(
      await house.db(
        `select data ->> 'name' as name from domain_event where name = 'members.account.renamed' order by seq`,
      ),
    ).toEqual([{ name: 'Жанна д’Арк' }, { name: 'Жанна' }]);
  });

  it('is not overwritten by who has not seen its present version', async () => {
    const own = await house.as({});
    const { version } = await own.members.me();
    const save = (displayName: string) => own.members.saveProfile({ body: { version, displayName, locale: 'en' } });
    const outcomes = await Promise.allSettled([save('One'), save('Two'), save('Three')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ problem: { code: 'stale-version' } });
  });

  it('refuses a time zone that does not exist, in words beside the field', async () => {
    const own = await house.as({});
    const { version } = await own.members.me();
    await expect(
      own.members.saveProfile({ body: { version, displayName: 'Ana', locale: 'en', timeZone: 'Mars/Olympus' } }),
    ).rejects.toMatchObject({
      problem: {
        code: 'invalid-input',
        issues: [{ path: 'body.timeZone', message: expect.stringContaining('time zone') }],
      },
    });
  });
});
