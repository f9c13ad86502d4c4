import { hostileMarkdown } from '@baraza/testing/hostile-markdown';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSafeLink, renderMarkdown } from './markdown.ts';

const html = (text: string): string => renderMarkdown(text).html;

/** Everything this house's Markdown may become. Whatever is not on the list is text, or the test fails. */
const elements =
  /^<\/?(?:p|h[3-6]|em|strong|s|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|pre|code|a)>$|^<(?:br|hr)>$|^<pre dir="ltr">$|^<code dir="ltr">$|^<ol start="\d+">$/;
const link = /^<a href="([^"<>]*)" rel="nofollow ugc noopener">$/;

const decoded = (attribute: string): string =>
  attribute.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Reads HTML as strictly as it was written: every `<` opens a known tag, every address goes where addresses may. */
function faultsOf(rendered: string): string[] {
  const faults: string[] = [];
  for (const tag of rendered.match(/<[^>]*>?/g) ?? []) {
    const href = link.exec(tag)?.[1];
    if (href === undefined && !elements.test(tag)) faults.push(tag);
    if (href === undefined) continue;
    const { protocol, host } = new URL(decoded(href), 'https://house.example/threads/1');
    if (!['https:', 'http:', 'mailto:'].includes(protocol)) faults.push(href);
    if (!/^(https?|mailto):/i.test(decoded(href)) && host !== 'house.example') faults.push(href);
  }
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(rendered)) faults.push('a turning mark');
  return faults;
}

describe('Markdown', () => {
  it.each(hostileMarkdown)('lets nothing act that hides in %j', (text) => {
    expect(faultsOf(html(text))).toEqual([]);
    expect(faultsOf(renderMarkdown(text).excerpt.replaceAll('<', '&lt;'))).toEqual([]);
  });

  it('lets nothing act whatever is put together from hostile pieces', () => {
    const piece = fc.oneof(fc.constantFrom(...hostileMarkdown), fc.string({ unit: 'binary', maxLength: 12 }));
    const glue = fc.constantFrom('', ' ', '\n', '\n\n', '> ', '](', '[', '`', '<', '"', '\\');
    const text = fc.array(fc.tuple(piece, glue), { maxLength: 6 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (t) => expect(faultsOf(html(t))).toEqual([])),
      { numRuns: 500 },
    );
  });

  it('knows a forbidden element and a forbidden address when it sees one', () => {
    expect(faultsOf('<p><b>x</b></p>')).toEqual(['<b>', '</b>']);
    expect(faultsOf('<a href="javascript:alert(1)" rel="nofollow ugc noopener">x</a>')).toHaveLength(2);
    expect(faultsOf('<a href="//evil.example" rel="nofollow ugc noopener">x</a>')).toHaveLength(1);
    expect(isSafeLink('https://a.example')).toBe(true);
    expect(isSafeLink('/threads/3?post=2#post-2')).toBe(true);
    expect(isSafeLink('mailto:desk@city.example')).toBe(true);
  });

  it('keeps what people write with: emphasis, lists, quotes, code, tables', () => {
    expect(html('**a** _b_\n\n- c\n\n> d\n\n`e < f`')).toBe(
      '<p><strong>a</strong> <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n<blockquote>\n<p>d</p>\n</blockquote>\n<p><code dir="ltr">e &lt; f</code></p>\n',
    );
    expect(html('|a|b|\n|:-:|-:|\n|1|2|')).not.toContain('style');
  });

  it('puts a post’s headings below the page’s own', () => {
    expect(html('# One\n\n##### Five')).toBe('<h3>One</h3>\n<h6>Five</h6>\n');
  });

  it('lets #3 lead to post 3, but not inside a word, a link or code', () => {
    const to = (no: number) => `<a href="?post=${no}#post-${no}" rel="nofollow ugc noopener">#${no}</a>`;
    expect(html('As #3 and (#14) said。#2')).toBe(`<p>As ${to(3)} and (${to(14)}) said。${to(2)}</p>\n`);
    expect(html('a#3 #3b ##3 #0 `#3`')).not.toContain('<a');
    expect(html('[see #3](https://a.example)').match(/<a /g)).toHaveLength(1);
  });

  it('links a written web address, and leaves off the sentence around it', () => {
    expect(html('见 https://a.example/x。后面')).toContain('<a href="https://a.example/x"');
  });

  it('excerpts the beginning as one plain line, cut between words', () => {
    expect(renderMarkdown('# Where\n\nto **begin**? [here](https://a.example)').excerpt).toBe('Where to begin? here');
    const long = renderMarkdown('word '.repeat(100)).excerpt;
    expect(long.endsWith('word…')).toBe(true);
    expect([...long].length).toBeLessThanOrEqual(240);
  });

  it('takes no longer than a moment for the longest and the most tangled text', () => {
    const tangled = ['[', '`', '*_', '>', '![](', '<a '].map((piece) => piece.repeat(20_000 / piece.length));
    for (const text of tangled) {
      const began = performance.now();
      html(text);
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});
