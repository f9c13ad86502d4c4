import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack, type Visitor } from '../stack.ts';
import { words } from '../words.ts';

/** Where a thing begins and ends on the page. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

describe('what is already there, while a request is written', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  const parts = async ({ page }: Visitor, locale: 'en' | 'ar') => {
    const there = page.locator('section', {
      has: page.getByRole('heading', { name: words(locale)('brokering.there.title') }),
    });
    const [title, submit] = [page.locator('[name="title"]'), page.locator('button[name="submit"]')];
    const order =
      (await page.evaluate(`[...document.querySelectorAll('[name="title"], [name="_like"], button[name="submit"]')]
      .map((part) => part.name)`)) as string[];
    const places = await Promise.all([title, there, submit].map((part) => part.boundingBox()));
    return { there, order, places: places as Place[] };
  };

  it.each([
    ['en', true],
    ['ar', true],
    ['en', false],
  ] as const)(
    'stands before the button that sends it on a phone, to the eye and to a reader: %s, script %s',
    async (locale, script) => {
      const visitor = await stack.visit({ locale, as: 'kolkata', script, width: 360, height: 740 });
      expect(await visitor.go('/requests/new')).toBe(200);
      const { order, places, there } = await parts(visitor, locale);
      expect(order).toEqual(['title', '_like', 'submit']);
      const [title, block, submit] = places as [Place, Place, Place];
      expect([title.y < block.y, block.y + block.height <= submit.y]).toEqual([true, true]);
      if (script) {
        // The app comes when somebody moves.
        await visitor.page.mouse.move(100, 100);
        await visitor.appComes();
        await visitor.page.locator('[name="title"]').fill('warehouse');
      } else {
        await visitor.page.locator('[name="title"]').fill('Sheds by the port');
        await there.locator('[name="_like"]').fill('warehouse');
        await there.locator('button').click();
        expect(new URL(visitor.page.url()).hash).toBe('#there');
        expect(await visitor.page.locator('[name="title"]').inputValue()).toBe('Sheds by the port');
      }
      await there.locator('li a').first().waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    },
  );

  it('stands beside what is written where there is room', async () => {
    const visitor = await stack.visit({ locale: 'en', as: 'kolkata', width: 1440, height: 900 });
    await visitor.go('/requests/new');
    const [title, block, submit] = (await parts(visitor, 'en')).places as [Place, Place, Place];
    expect(block.x).toBeGreaterThan(title.x + title.width);
    expect(block.y).toBeLessThan(title.y);
    expect(submit.x).toBe(title.x);
    await visitor.close();
  });
});
