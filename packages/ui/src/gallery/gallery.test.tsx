import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { gallery, locales } from './gallery.tsx';

const pages = locales.flatMap(({ lang, dir }) =>
  Object.entries(gallery).map(([name, Page]) => ({ name, lang, dir, Page })),
);

afterEach(cleanup);

describe('the gallery', () => {
  it.each(pages)('has no accessibility fault on $name in $lang', async ({ lang, dir, Page }) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
    document.title = lang;
    render(<Page lang={lang} />);
    const { violations } = await axe.run(document, {
      // both want a canvas, which jsdom has not: colours are measured from the tokens, names below
      rules: { 'color-contrast': { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
  });

  it.each(pages)('calls what has words on $name in $lang by those words', ({ lang, Page }) => {
    const { container } = render(<Page lang={lang} />);
    const named = [...container.querySelectorAll('a[aria-label], button[aria-label]')];
    const misnamed = named.filter((element) => !element.ariaLabel?.includes(element.textContent ?? ''));
    expect(misnamed.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

  it.each(pages)('gives every id of $name in $lang once', ({ lang, Page }) => {
    const { container } = render(<Page lang={lang} />);
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
