import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byReader, type Place, placesOf } from './places.ts';
import { type Stack, startStack, type Visit } from './stack.ts';

/** What a page looks like from outside: its language, its words, and what of them nobody can see. */
interface Seen {
  readonly lang: string;
  readonly dir: string;
  readonly over: number;
  /** Keys of catalogues and holes of sentences that were drawn as they are. */
  readonly raw: readonly string[];
  /** Words wider than the box that hides what does not fit. */
  readonly cut: readonly string[];
}

const rawKey =
  /\b(?:kernel|brokering|forums|qa|members|cities|home|search|notifications|knowledge|clusters|programme|lineage|taxonomy|theme)\.[a-z]\w*(?:\.\w+)*/;

const see = `(() => {
  const html = document.documentElement;
  const words = [...document.querySelectorAll('body *:not(script, noscript)')].flatMap((one) => [
    ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
    ...['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
  ]);
  const key = ${rawKey};
  const isCut = (one) => {
    const { overflowX, textOverflow, clipPath, position } = getComputedStyle(one);
    const hides = overflowX === 'hidden' || overflowX === 'clip';
    const hidden = clipPath !== 'none' && position === 'absolute';
    return hides && !hidden && textOverflow !== 'ellipsis' && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && one.innerText?.trim();
  };
  return {
    lang: html.lang,
    dir: html.dir,
    over: html.scrollWidth - innerWidth,
    raw: words.filter((text) => key.test(text) || /\\{\\w+[,}]/.test(text)),
    cut: [...document.querySelectorAll('body *')].filter(isCut).map((one) => one.className + ': ' + one.innerText.slice(0, 60)),
  };
})()`;

const languages = [
  { locale: 'ar', dir: 'rtl' },
  { locale: 'zh', dir: 'ltr' },
] as const;

describe('every page on a phone', () => {
  let stack: Stack;
  let places: Place[];
  beforeAll(async () => {
    stack = await startStack();
    places = await placesOf(stack);
  }, 120_000);
  afterAll(() => stack?.stop());

  it.each(languages)(
    'speaks $locale, says every word and cuts none off',
    async ({ locale, dir }) => {
      const wrong: string[] = [];
      for (const [as, theirs] of byReader(places)) {
        const visit: Visit = { locale, width: 360, height: 740, ...(as && { as }) };
        const visitor = await stack.visit(visit);
        for (const { address } of theirs) {
          await visitor.go(address);
          const { raw, cut, ...seen } = (await visitor.page.evaluate(see)) as Seen;
          const say = (fault: string) => wrong.push(`${address} (${as ?? 'visitor'}): ${fault}`);
          if (seen.lang !== locale || seen.dir !== dir) say(`is in ${seen.lang}, ${seen.dir}`);
          if (seen.over > 0) say(`${seen.over} px wider than the window`);
          for (const text of raw) say(`raw: ${text.trim()}`);
          for (const text of cut) say(`cut off: ${text}`);
        }
        await visitor.close();
      }
      expect(wrong).toEqual([]);
    },
    180_000,
  );
});
