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

const hostile: readonly string[] = [
  // elements and handlers
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"//',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<marquee onstart=alert(1)>',
  '<form action="javascript:alert(1)"><button>go</button></form>',
  '<button formaction="javascript:alert(1)">go</button>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=javascript&colon;alert(1)>x</a>',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<p class="btn go" id="main-form">x</p>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '</p></div></main><script>alert(1)</script>',
  '\u0000<script>alert(1)</script>',
  '<\u0000script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&#x3c;img src=x onerror=alert(1)&#x3e;',
  // addresses, plain and dressed
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](javascript&#x3A;alert(1))',
  '[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](java\\\nscript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](< javascript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](\u200bjavascript:alert(1))',
  '[x](%6aavascript:alert(1))',
  '[x](javascript%3Aalert(1))',
  '[x](\\javascript:alert(1))',
  '[x](javascript\\:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](VBSCRIPT&colon;msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](DATA&#58;text/html,x)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://house.example/1)',
  '[x](filesystem:https://house.example/x)',
  '[x](view-source:javascript:alert(1))',
  '[x](feed:javascript:alert(1))',
  '[x](intent://x#Intent;scheme=javascript;end)',
  '[x](//evil.example/x)',
  '[x](\\\\evil.example/x)',
  '[x](/\\evil.example/x)',
  '[x](\t//evil.example/x)',
  '[x](https://a.example" onmouseover="alert(1))',
  "[x](https://a.example' onmouseover='alert(1))",
  '[x](https://a.example "title\\" onmouseover=\\"alert(1)")',
  '[x](https://a.example/"><script>alert(1)</script>)',
  '[x](<https://a.example/><img src=x onerror=alert(1)>>)',
  // references, autolinks, images
  '[x]\n\n[x]: javascript:alert(1)',
  '[x]\n\n[x]: <javascript&colon;alert(1)> "t"',
  '[x][y]\n\n[y]: data:text/html,x',
  '<javascript:alert(1)>',
  '<vbscript:msgbox(1)>',
  '<data:text/html,x>',
  '<https://a.example/"onclick="alert(1)>',
  'javascript:alert(1)',
  'https://a.example/<script>alert(1)</script>',
  'https://a.example/"onmouseover="alert(1)',
  'mailto:a@b.example?body=<script>alert(1)</script>',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/png;base64,AAAA)',
  '![" onerror="alert(1)](https://evil.example/x.png)',
  '![<img src=x onerror=alert(1)>](x)',
  // one inside the other
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '[[x](javascript:alert(1))](https://a.example)',
  '[<script>alert(1)</script>](https://a.example)',
  '**[x](javascript:alert(1))** _<svg onload=alert(1)>_',
  '`<script>alert(1)</script>`',
  '``` "><script>alert(1)</script>\ncode\n```',
  '```js onload="alert(1)" class="btn"\n</code></pre><script>alert(1)</script>\n```',
  '~~~<img src=x onerror=alert(1)>\n~~~',
  '    <script>alert(1)</script>',
  '> <script>alert(1)</script>\n> [x](javascript:alert(1))',
  '- <img src=x onerror=alert(1)>\n  1. [x](data:text/html,x)',
  '# <script>alert(1)</script> [x](javascript:alert(1))',
  '|<script>|[x](javascript:alert(1))|\n|:-:|-:|\n|<svg onload=alert(1)>|`</td>`|',
  '#3" onclick="alert(1) #4<script>',
  // what turns the reading order
  'pay \u202etxet sdrawkcab\u202c here',
  '[\u202emoc.knab\u202c](https://evil.example)',
  '\u2066<script>\u2069 \u2067alert(1)\u2068',
  '[x](https://a.example/\u202egpj.exe)',
  '\u200f\u200e\u061c`\u202ecode`',
  'pay &#x202e;txet&#8238; here',
  'https://a.example/%E2%80%AEgpj.exe',
];

describe('Markdown', () => {
  it.each(hostile)('lets nothing act that hides in %j', (text) => {
    expect(faultsOf(html(text))).toEqual([]);
    expect(faultsOf(renderMarkdown(text).excerpt.replaceAll('<', '&lt;'))).toEqual([]);
  });

  it('lets nothing act whatever is put together from hostile pieces', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 12 }));
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
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});
