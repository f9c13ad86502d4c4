import type { Locale } from '@baraza/i18n';
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { emailOf, type Stack, type Visit, type Visitor } from './stack.ts';
import { type Say, words } from './words.ts';

/** What somebody writes into a form, by the names of its fields; of boxes and circles, those to tick. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** How long somebody waits for a notice. */
const patience = 30_000;

type Arrival = Visit & { readonly locale: Locale };

/**
 * A person at work with a browser of their own: opens pages, fills what they find there, presses, and waits for what came
 * of it. Whatever a page shows them is looked at: it fits the screen, nothing complains, and it holds no address that is
 * not open to them yet.
 */
export class Person {
  readonly say: Say;
  readonly locale: Locale;
  private readonly visitor: Visitor;
  private readonly email: string;
  private readonly script: boolean;
  private closed: readonly string[] = [];

  private constructor(visitor: Visitor, { locale, as, script = true }: Arrival) {
    this.visitor = visitor;
    this.locale = locale;
    this.script = script;
    this.email = as ? emailOf(as) : '';
    this.say = words(locale);
  }

  /** Somebody with this demo account; without one, anybody. */
  static async arrives(stack: Stack, arrival: Arrival): Promise<Person> {
    return new Person(await stack.visit(arrival), arrival);
  }

  get page() {
    return this.visitor.page;
  }
  /** Where they are. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** From now on no page may show them these addresses, but for their own. */
  mayNotRead(...emails: readonly string[]): void {
    this.closed = emails.filter((email) => email !== this.email);
  }

  async opens(path: string): Promise<void> {
    expect(`${path} ${await this.visitor.go(path)}`).toBe(`${path} 200`);
    await this.looks();
  }

  /** Follows the first link that leads there, whatever part of the page it names. */
  async follows(address: string | RegExp): Promise<void> {
    const to = (await this.links()).find((path) => leadsTo(path, address));
    if (!to) throw new Error(`${this.path} has no link to ${address}`);
    await this.page.locator(`a[href="${to}"]:visible`).first().click();
    await this.page.waitForURL((url) => url.href.endsWith(to));
    await this.page.waitForLoadState('load');
    await this.looks();
  }

  /** Opens the newest notice about a thing, once it has come. */
  async isTold(address: string): Promise<void> {
    const late = Date.now() + patience;
    do {
      expect(Date.now()).toBeLessThan(late);
      await this.opens('/inbox');
    } while (!(await this.links()).some((path) => leadsTo(path, address)));
    await this.follows(address);
  }

  /** Finds it among what waits for them on the first page; else they have been told. */
  async finds(address: string): Promise<void> {
    await this.opens('/');
    if ((await this.links()).some((path) => leadsTo(path, address))) await this.follows(address);
    else await this.isTold(address);
  }

  /** A form of the page by what it does, opened if it is folded. */
  private async form(operation: string, within: Locator): Promise<Locator> {
    const wanted = this.page.locator(`form[action^="/do/brokering.${operation}"]`);
    const form = within.locator(wanted).first();
    await form.waitFor({ state: 'attached' });
    const folds = within.locator('details:not([open])', { has: wanted });
    while ((await folds.count()) > 0) await folds.first().locator('summary').first().click();
    return form;
  }

  async offers(operation: string): Promise<boolean> {
    return (await this.page.locator(`form[action^="/do/brokering.${operation}"]`).count()) > 0;
  }

  /** Fills a form, presses its button, and reads the page that comes. */
  async does(operation: string, entries: Entries = {}, { within = this.page.locator('main'), by = '' } = {}) {
    const form = await this.form(operation, within);
    for (const [name, value] of Object.entries(entries)) await fill(form, name, value);
    const answered = this.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes(`/do/brokering.${operation}`),
    );
    await form
      // A button that says which form it belongs to belongs to another one.
      .locator(by ? `button[name="${by}"]` : 'button[type="submit"]:not([form])')
      .first()
      .click();
    const status = (await answered).status();
    await this.page.waitForLoadState('load');
    if (status >= 400) throw new Error(`${operation} got ${status}: ${await this.refusal()}`);
    if (this.script) await this.visitor.rests();
    await this.looks();
  }

  async reads(text: string): Promise<void> {
    await this.page.getByText(text, { exact: false }).first().waitFor();
  }

  /** Everything the page holds, also what is folded away or meant for the script. */
  holds(): Promise<string> {
    return this.page.content();
  }

  leaves(): Promise<void> {
    return this.visitor.close();
  }

  /** Where the links of the page lead. */
  async links(): Promise<string[]> {
    const read = `[...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href'))`;
    return (await this.page.evaluate(read)) as string[];
  }

  private async refusal(): Promise<string> {
    return (await this.page.locator('.notice.error, .error').allTextContents()).join(' ');
  }

  private async looks(): Promise<void> {
    const over = await this.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    const held = await this.holds();
    const wrong = {
      over: Math.max(0, Number(over)),
      complaints: this.visitor.complaints,
      leaks: this.closed.filter((email) => held.includes(email)),
    };
    expect({ path: this.path, ...wrong }).toEqual({ path: this.path, over: 0, complaints: [], leaks: [] });
  }
}

const leadsTo = (path: string, address: string | RegExp): boolean =>
  typeof address === 'string' ? path.split('#')[0] === address : address.test(path);

async function fill(form: Locator, name: string, value: Entries[string]): Promise<void> {
  const folded = form.locator('details:not([open])', { has: form.page().locator(`[name="${name}"]`) });
  while ((await folded.count()) > 0) await folded.first().locator('summary').first().click();
  if (typeof value !== 'string') {
    for (const one of value) await form.locator(`[name="${name}"][value="${one}"]`).check({ force: true });
    return;
  }
  const choice = form.locator(`select[name="${name}"]`);
  if ((await choice.count()) > 0) await choice.selectOption(value);
  else await form.locator(`[name="${name}"]`).fill(value);
}
