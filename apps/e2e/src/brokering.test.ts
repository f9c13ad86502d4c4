import type { Locale } from '@baraza/i18n';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { emailOf, type Stack, startStack, type Visitor } from './stack.ts';
import { type Say, words } from './words.ts';

interface Manner {
  readonly script: boolean;
  readonly width: number;
  readonly asker: Locale;
  readonly answerer: Locale;
  readonly broker: Locale;
}

/** A person at work: fills, presses, and waits until the page says what came of it. */
class Person {
  readonly say: Say;
  readonly v: Visitor;
  constructor(v: Visitor, locale: Locale) {
    this.v = v;
    this.say = words(locale);
  }
  get page() {
    return this.v.page;
  }
  async fill(field: string, text: string): Promise<void> {
    await this.page.locator(`[name="${field}"]`).first().fill(text);
  }
  async check(field: string, value: string): Promise<void> {
    await this.page.locator(`[name="${field}"][value="${value}"]`).check({ force: true });
  }
  /** The form of one move, opened if it is folded away. */
  async moveForm(operation: string): Promise<Locator> {
    const form = this.page.locator(`form[action^="/do/brokering.${operation}"]`).first();
    const folded = this.page.locator('details:not([open])', { has: form });
    if ((await folded.count()) > 0) await folded.first().locator('summary').click();
    return form;
  }
  async move(operation: string, note?: string): Promise<void> {
    const form = await this.moveForm(operation);
    if (note !== undefined) await form.locator('[name="note"]').fill(note);
    const answered = this.page.waitForResponse(
      (r) => r.request().method() === 'POST' && r.url().includes(`/do/brokering.${operation}`),
    );
    await form.locator('button[type="submit"]').first().click();
    const status = (await answered).status();
    if (status >= 400)
      throw new Error(
        `${operation} got ${status}: ${(await this.page.locator('.notice.error').allTextContents()).join(' ')}`,
      );
    await this.page.waitForLoadState('load');
  }
  async sees(text: string): Promise<void> {
    await this.page.getByText(text, { exact: false }).first().waitFor();
  }
  /** Nothing wider than the screen, nothing the console complained of. */
  async isWhole(): Promise<void> {
    expect(await this.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(this.v.complaints).toEqual([]);
  }
}

const manners: [string, Manner][] = [
  ['in French and English, on a desktop', { script: true, width: 1280, asker: 'fr', answerer: 'en', broker: 'en' }],
  ['without JavaScript', { script: false, width: 1280, asker: 'fr', answerer: 'zh', broker: 'en' }],
  ['in Arabic on a phone', { script: true, width: 360, asker: 'ar', answerer: 'ar', broker: 'ar' }],
];

describe('from a request to a partnership', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 90_000);
  afterAll(() => stack?.stop());

  it.each(manners)(
    'a city’s need becomes a partnership both sides agreed, %s',
    async (_, manner) => {
      const { script, width } = manner;
      const person = async (as: string, locale: Locale) =>
        new Person(await stack.visit({ as, locale, script, width, height: 800 }), locale);
      const asker = await person('benin-aced', manner.asker);
      const answerer = await person('kolkata', manner.answerer);
      const broker = await person('broker', manner.broker);
      const secret = emailOf('benin-aced');

      // the need, drafted from a story, in one language
      expect(await asker.v.go('/requests/new?from=story:benin-fresh-produce-online')).toBe(200);
      await asker.fill(
        'title',
        `Tournées partagées pour produits frais (${manner.asker}${script ? '' : ', sans script'})`,
      );
      await asker.fill(
        'context',
        'Nos petites entreprises livrent à domicile et le coût des tournées reste trop élevé pour chacune.',
      );
      await asker.fill('wantedResult', 'Un groupe pilote de producteurs partage ses livraisons pendant neuf mois.');
      await asker.fill('whatWeBring', 'Un accès aux groupes de producteurs et la documentation commune des résultats.');
      await asker.fill('lines.0.text', 'Des tournées partagées entre plusieurs vendeurs');
      await asker.check('modalities', 'peer_exchange');
      await asker.check('themes', 'logistics');
      await asker.fill('window.start', '2027-01-10');
      await asker.fill('window.end', '2027-09-30');
      await asker.page.locator('button[name="submit"]').click();
      await asker.page.waitForURL(/\/requests\/REQ-/);
      const ref = asker.page.url().match(/REQ-\d+-\d+/)?.[0] ?? '';
      await asker.sees(asker.say('brokering.state.request.submitted'));
      await asker.isWhole();

      // the desk: taken, a question, its answer, published
      await broker.v.go('/desk?view=triage');
      await broker.page.locator(`a.case[href*="${ref}"]`).first().waitFor();
      await broker.v.go(`/requests/${ref}`);
      await broker.move('claimRequest');
      await broker.v.go(`/requests/${ref}`);
      await broker.move('askRequest', 'How many sellers would take part?');
      await asker.v.go(`/requests/${ref}`);
      await asker.move('answerRequest', 'Douze vendeurs, dont cinq coopératives.');
      await broker.v.go(`/requests/${ref}`);
      if (
        (await broker.page.locator('form[action^="/do/brokering.claimRequest"]').count()) > 0 &&
        (await broker.page.locator('form[action^="/do/brokering.publishRequest"]').count()) === 0
      ) {
        await broker.move('claimRequest');
        await broker.v.go(`/requests/${ref}`);
      }
      await broker.move('publishRequest');

      // the other city answers in its own language
      await answerer.v.go(`/requests/${ref}`);
      expect(await answerer.page.content()).not.toContain(secret);
      await answerer.page.locator(`a[href="/requests/${ref}/answer"]`).click();
      await answerer.page.waitForURL(/\/answer$/);
      await answerer.fill(
        'message',
        'We moved a festival of ten days online with small vendors, and shared delivery was the hard part.',
      );
      await answerer.page.locator('button[name="send"]').click();
      await answerer.page.waitForURL(/\/expressions\//);
      const expression = new URL(answerer.page.url()).pathname;
      await answerer.isWhole();

      // yes, and yes: contacts open now and not before
      await asker.v.go(expression);
      await asker.move('acceptExpression');
      await answerer.v.go(expression);
      expect(await answerer.page.content()).not.toContain(secret);
      await answerer.move('confirmExpression');
      await answerer.v.go(expression);
      await answerer.page.locator('a[href^="/matches/"]').first().click();
      await answerer.page.waitForURL(/\/matches\//);
      const match = new URL(answerer.page.url()).pathname;
      await answerer.sees(secret);
      await answerer.isWhole();

      // into words, and both focal points sign
      await asker.v.go(`${match}/propose`);
      await asker.fill(
        'plan',
        'Six conversations about shared delivery rounds, one visit to the vendors, and a common report after nine months.',
      );
      await asker.page.locator('#main-form button[type="submit"]').last().click();
      await asker.page.waitForURL(/\/partnerships\/PRT-/);
      const partnership = new URL(asker.page.url()).pathname;
      for (const signer of [asker, answerer]) {
        await signer.v.go(partnership);
        const form = await signer.moveForm('acceptPartnership');
        if ((await form.count()) === 0) continue; // the proposer signed by proposing
        await form.locator('[name="name"]').fill('Focal point');
        await form.locator('button[type="submit"]').click();
        await signer.page.waitForLoadState('load');
        await signer.page.locator('form[action^="/do/brokering.acceptPartnership"]').waitFor({ state: 'detached' });
      }

      // anybody sees what came of it, and how it began: from the webinar on
      const visitor = new Person(await stack.visit({ locale: manner.answerer, script, width }), manner.answerer);
      expect(await visitor.v.go(partnership)).toBe(200);
      await visitor.sees(visitor.say('brokering.state.partnership.agreed'));
      const chain = visitor.page.locator('.chain');
      await chain.waitFor();
      for (const kind of ['session', 'story', 'request', 'partnership'])
        expect(await chain.textContent()).toContain(visitor.say(`lineage.kind.${kind}`));
      await visitor.isWhole();
      for (const someone of [asker, answerer, broker, visitor]) await someone.v.close();
    },
    120_000,
  );
});
