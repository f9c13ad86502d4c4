import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack, type Visitor } from '../stack.ts';
import { words } from '../words.ts';

const say = words('en');
/** What is sent from which form. */
const formOf = (operation: string) => `form[action^="/do/brokering.${operation}"]`;
const saveDraft = 'button[type="submit"]:not([name], [form])';

/** Two people of one city write the same draft at the same time. */
describe('who is not the first to send', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  const sends = async ({ page, rests }: Visitor, operation: string) => {
    const answered = page.waitForResponse((response) => response.url().includes(`/do/brokering.${operation}`));
    await page
      .locator(`${formOf(operation)} ${saveDraft}`)
      .first()
      .click();
    const response = await answered;
    await page.waitForLoadState('load');
    await rests();
    return response.status();
  };
  const field = ({ page }: Visitor, name: string) => page.locator(`${formOf('reviseRequest')} [name="${name}"]`);

  it.each([
    ['with script', true],
    ['without script', false],
  ])('reads what to do, keeps every word, sees what it says now, and sends again: %s', async (_, script) => {
    const [first, second] = await Promise.all([1, 2].map(() => stack.visit({ as: 'kolkata', script })));
    if (!first || !second) throw new Error('two of them came');
    await first.go('/requests/new');
    const title = first.page.locator(`${formOf('draftRequest')} [name="title"]`);
    await title.fill('A title');
    await sends(first, 'draftRequest');
    const { pathname } = new URL(first.page.url());
    for (const who of [first, second]) await who.go(`${pathname}/edit`);

    await field(first, 'title').fill('Another title');
    await field(first, 'context').fill('What the first of us wrote.');
    expect(await sends(first, 'reviseRequest')).toBeLessThan(400);

    await field(second, 'context').fill('What the second of us wrote.');
    expect(await sends(second, 'reviseRequest')).toBe(409);
    await second.page.getByText(say('kernel.staleVersion')).waitFor();
    await second.page.getByRole('alert').and(second.page.locator(':focus')).waitFor();
    expect(await field(second, 'context').inputValue()).toBe('What the second of us wrote.');
    await second.page
      .getByText(say('kernel.form.nowSays', { text: 'What the first of us wrote.' }))
      .first()
      .waitFor();
    expect(await sends(second, 'reviseRequest')).toBeLessThan(400);
    await second.page.waitForURL((url) => url.pathname === pathname);
    await second.page.getByText('What the second of us wrote.').first().waitFor();
  });
});
