import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../stack.ts';
import { gather, goOn, inChinese, onADesk, withoutScript } from './lives.ts';
import { isSuggested, saysYes, saysYesLast } from './match.steps.ts';
import { type Asking, isReviewed, posts } from './request.steps.ts';

interface Variant {
  readonly asker: string;
  readonly partner: string;
  readonly asking: Asking;
}
const need: Variant = {
  asker: 'kolkata',
  partner: 'zhengzhou',
  asking: {
    kind: 'need',
    language: 'en',
    title: 'Bonded warehouse for festival crafts',
    context: 'Our makers send parcels one by one by air, and most of the price is freight and customs.',
    wantedResult: 'Twelve workshops ship by rail into bonded warehousing and reach buyers within ten days.',
    whatWeBring: 'Twelve workshops ready to ship, and our notes from moving a festival of ten days online.',
    line: 'A plan for goods that wait in bond until somebody buys them',
    modalities: ['peer_exchange', 'policy_advice'],
    themes: ['bonded-warehousing', 'rail-freight', 'customs'],
  },
};
const offer: Variant = {
  asker: 'hangzhou',
  partner: 'benin-aced',
  asking: {
    kind: 'offer',
    language: 'zh',
    title: '农产品直播与同城配送培训',
    context: '我们为小农户开办了三年直播课程，并与配送企业共同设计了合并取件的做法。',
    wantedResult: '伙伴城市的二十位小商户学会自己直播，并合用一条配送线路。',
    whatWeBring: '两位讲师、全套课程材料，以及每周一次的线上答疑。',
    line: '八次线上课程',
    modalities: ['training', 'peer_exchange'],
    themes: ['agriculture', 'small-business', 'logistics'],
  },
};

describe('from a request to a result both sides signed', () => {
  let stack: Stack;
  /** Nobody waits for an hour that has not come: these are written down after all else. */
  const meetings: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  it.each([
    ['a need, on a desk in French and English', need, onADesk],
    ['a need, on a phone in Chinese', need, inChinese],
    ['a need, without JavaScript', need, withoutScript],
    ['an offer, on a phone in Chinese', offer, inChinese],
    ['an offer, without JavaScript', offer, withoutScript],
  ])(
    '%s',
    async (_, { asker, partner, asking }, manner) => {
      const company = await gather(stack, manner, asker, partner);
      const ref = await posts(company.asker, asking);
      await isReviewed(ref, company, 'How many of them are ready?', 'Twelve, of twenty who asked.');
      const match = await isSuggested(ref, company.broker, partner);
      for (const one of company.partners) await saysYes(one, match);
      await saysYesLast(company.asker, match);
      const plan = 'Six conversations, one visit to the warehouse, and a common report after nine months.';
      meetings.push(await goOn(company, match, plan));
    },
    120_000,
  );

  it('and what was said when they met is written down', async () => {
    expect(meetings.length).toBeGreaterThan(0);
    for (const writeDown of meetings) await writeDown();
  }, 180_000);
});
