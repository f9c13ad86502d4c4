/**
 * @jest-environment node
 * @jest-environment-options {"customExportConditions": ["source", "node", "node-addons"]}
 */
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { gallery } from './gallery.tsx';
import { at, words } from './words.ts';

describe('on the server, before any script', () => {
  it.each(Object.entries(gallery))('%s is there to be read', (_name, Page) => {
    expect(renderToStaticMarkup(<Page lang="ar" />)).toContain('</main>');
  });

  it('a reply can be sent: the form posts and its button submits', () => {
    const page = renderToStaticMarkup(gallery['thread']?.({ lang: 'en' }));
    expect(page).toMatch(/<form [^>]*class="composer" method="post"/);
    expect(page).toContain('<button type="submit" class="btn go">');
  });

  it('the original is on the page, one press away and without a script', () => {
    const page = renderToStaticMarkup(gallery['board']?.({ lang: 'en' }));
    expect(page).toMatch(/<details class="original bare"><summary/);
    expect(page).toContain(at([words.zh.question], 0));
  });
});
