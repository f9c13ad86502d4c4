import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../stack.ts';
import { gather, goOn, inChinese, withoutScript } from './lives.ts';
import { isPutToAll, saysYes, saysYesLast } from './match.steps.ts';
import { type Asking, isPublished, isReviewed, posts } from './request.steps.ts';

const need = { kind: 'need', language: 'en', modalities: ['peer_exchange', 'training'] } as const;
const warehouse: Asking = {
  ...need,
  title: 'Bonded warehouse and rail freight for craft parcels',
  context: 'Small workshops send parcels one by one by air. Most of the price is freight and customs.',
  wantedResult: 'Workshops ship by rail into bonded warehousing, and goods wait in bond until somebody buys them.',
  whatWeBring: 'An online festival with a shop window for small vendors, and our notes on what went wrong.',
  line: 'A plan for goods in a bonded warehouse',
  themes: ['bonded-warehousing', 'rail-freight', 'customs', 'small-business', 'market-access'],
};
const stations: Asking = {
  ...need,
  title: 'Village service stations and pooled delivery of parcels',
  context: 'Villages far from the railway pay more for the last leg of a parcel than for the rest of its way.',
  wantedResult:
    'Service stations in villages, run by residents, with one delivery company that pools the parcels of all.',
  whatWeBring: 'A bonded warehouse, rail freight to Europe, and people who explain both.',
  line: 'How a village station is run and paid for',
  themes: ['rural-ecommerce', 'logistics', 'agriculture'],
};
const festival: Asking = {
  ...need,
  title: 'A festival online, with small vendors',
  context: 'Visitors stopped coming to our festival, and with them the buyers of small vendors.',
  wantedResult: 'Culture and a shop window for small vendors on the same platform, through ten days of festival.',
  whatWeBring: 'Village service stations, pooled parcels, and farmers who sell by them.',
  line: 'How a festival moved online',
  themes: ['culture', 'covid-recovery', 'tourism'],
};

describe('from a request to a result more than two sides signed', () => {
  let stack: Stack;
  const meetings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  it.each([
    ['on a phone in Chinese', inChinese],
    ['without JavaScript', withoutScript],
  ])(
    'a need, who knows, and who pays from the North, %s',
    async (_, manner) => {
      const company = await gather(stack, manner, 'kolkata', 'zhengzhou', 'itc-geneva');
      const ref = await posts(company.asker, { ...warehouse, third: true });
      await isReviewed(ref, company, 'Who would pay for the first container?', 'Nobody yet; we ask.');
      const match = await isPutToAll([ref], company.broker, ['Zhengzhou', 'International Trade Centre']);
      for (const one of company.partners) await saysYes(one, match);
      await saysYesLast(company.asker, match);
      meetings.push(await goOn(company, match, 'Zhengzhou explains, the centre pays for two visits, Kolkata ships.'));
    },
    120_000,
  );

  it.each([
    ['on a phone in Chinese', inChinese],
    ['without JavaScript', withoutScript],
  ])(
    'a ring of three, %s',
    async (_, manner) => {
      const company = await gather(stack, manner, 'kolkata', 'zhengzhou', 'zha-lan-tun');
      const { asker, broker, partners } = company;
      const [second = asker, third = asker] = partners;
      const refs = [await posts(asker, warehouse), await posts(second, stations), await posts(third, festival)];
      for (const ref of refs) await isPublished(ref, broker);
      const match = await isPutToAll(refs, broker);
      for (const one of partners) await saysYes(one, match);
      await saysYesLast(asker, match);
      meetings.push(await goOn(company, match, 'Each gives what it has to the next, and the last to the first.'));
    },
    120_000,
  );

  it('and what was said when they met is written down', async () => {
    expect(meetings.length).toBeGreaterThan(0);
    for (const writeDown of meetings) await writeDown();
  }, 180_000);
});
