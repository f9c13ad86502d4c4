import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../person.ts';
import { type Stack, startStack } from '../stack.ts';
import { gather, goOn, inArabic, withoutScript } from './lives.ts';
import { type Asking, isReviewed, posts } from './request.steps.ts';

const rounds: Asking = {
  kind: 'need',
  language: 'fr',
  title: 'Tournées partagées pour produits frais',
  context: 'Nos petites entreprises livrent à domicile et le coût des tournées reste trop élevé pour chacune.',
  wantedResult: 'Un groupe pilote de producteurs partage ses livraisons pendant neuf mois.',
  whatWeBring: 'Un accès aux groupes de producteurs et la documentation commune des résultats.',
  line: 'Des tournées partagées entre plusieurs vendeurs',
  modalities: ['peer_exchange'],
  themes: ['logistics'],
};

/** A city answers what it read by itself, and is taken at its word. */
async function answers(ref: string, sender: Person, asker: Person): Promise<string> {
  await sender.opens(`/requests/${ref}`);
  await sender.follows(`/requests/${ref}/answer`);
  const message = 'We moved a festival of ten days online, and delivery shared by small vendors was the hard part.';
  await sender.does('draftExpression', { message }, { by: 'send' });
  await sender.page.waitForURL(/\/expressions\//);
  const { path } = sender;
  await asker.finds(path);
  await asker.does('acceptExpression');
  await sender.finds(path);
  for (const one of [sender, asker]) one.mayNotRead();
  await sender.does('confirmExpression');
  await sender.opens(path);
  await sender.follows(/^\/matches\//);
  return sender.path;
}

describe('a request that grew out of a story and is answered by another city', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  it.each([
    ['on a phone in Arabic', inArabic],
    ['without JavaScript', withoutScript],
  ])(
    'ends in a result both sides signed, %s',
    async (_, manner) => {
      const company = await gather(stack, manner, 'benin-aced', 'kolkata');
      const { asker, partners } = company;
      const [sender = asker] = partners;
      const ref = await posts(asker, rounds, 'story:benin-fresh-produce-online');
      await isReviewed(ref, company, 'How many sellers would take part?', 'Douze vendeurs, dont cinq coopératives.');
      const match = await answers(ref, sender, asker);
      const plan =
        'Six conversations about shared rounds, one visit to the vendors, a common report after nine months.';
      expect(await goOn(company, match, plan, ['session', 'story'])).toBeDefined();
    },
    120_000,
  );
});
