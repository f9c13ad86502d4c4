import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { byReader, type Place, pagePaths, placesOf } from './places.ts';
import { type Stack, startStack, type Visit, type Visitor } from './stack.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Both appearances and both widths in each language; a page is loaded once and looked at twice. */
const looks = [
  { locale: 'en', wide: 'light', narrow: 'dark' },
  { locale: 'ar', wide: 'dark', narrow: 'light' },
] as const;

/** What axe finds, a line for each fault: rule, place in the page, why. */
async function faults(page: Page): Promise<string[]> {
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )) as Result[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}

async function look(visitor: Visitor, theme: 'light' | 'dark', width: number): Promise<string[]> {
  const { page } = visitor;
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  const over = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  const wider = over > 0 ? [`${over} px wider than the window`] : [];
  return [...wider, ...(await faults(page))].map((fault) => `${theme} at ${width}: ${fault}`);
}

describe('every page', () => {
  let stack: Stack;
  let places: Place[];
  beforeAll(async () => {
    stack = await startStack();
    places = await placesOf(stack);
  }, 120_000);
  afterAll(() => stack?.stop());

  it('is among those looked at', () => {
    const looked = new Set(places.map(({ page }) => page));
    expect(pagePaths().filter((path) => !looked.has(path))).toEqual([]);
  });

  it.each(looks)(
    'is accessible, fits a phone and says nothing to the console, in $locale',
    async ({ locale, wide, narrow }) => {
      const wrong: string[] = [];
      for (const [as, theirs] of byReader(places)) {
        const visit: Visit = { locale, theme: wide, ...(as && { as }) };
        const visitor = await stack.visit(visit);
        await visitor.page.emulateMedia({ reducedMotion: 'reduce' }); // no colour between two others
        await visitor.context.addInitScript(axe);
        for (const { address } of theirs) {
          const say = (fault: string) => wrong.push(`${address} (${as ?? 'visitor'}) ${fault}`);
          const status = await visitor.go(address);
          if (status !== 200) say(`answers ${status}`);
          await visitor.page.mouse.move(200, 5);
          await visitor.rests();
          for (const fault of await look(visitor, wide, 1280)) say(fault);
          for (const fault of await look(visitor, narrow, 360)) say(fault);
          for (const complaint of visitor.complaints.splice(0)) say(`console: ${complaint}`);
        }
        await visitor.close();
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
