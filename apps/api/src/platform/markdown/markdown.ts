import MarkdownIt, { type Token } from 'markdown-it';

export interface Rendered {
  /** Safe to put into a page: no element, attribute or address that could act. */
  readonly html: string;
  /** How it begins, as plain text on one line. */
  readonly excerpt: string;
}

const excerptLength = 240;

/** Marks that turn the reading order of what stands beside them; nobody types them, and a link can lie with them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/** What browsers skip while they look for an address's scheme, and what nobody sees there. */
const unseen = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/** Web, mail, or a place of this house. A scheme is whatever stands before the first colon, however it is dressed. */
export function isSafeLink(url: string): boolean {
  const bare = url.replace(unseen, '');
  if (/^[/\\]{2}/.test(bare)) return false;
  const scheme = /^([^/?#]*?)(?::|&colon;|%3a)/i.exec(bare)?.[1];
  return scheme === undefined || /^(https?|mailto)$/i.test(scheme);
}

const md = new MarkdownIt({ html: false, linkify: true, breaks: false, maxNesting: 20 });
md.disable(['image', 'smartquotes', 'replacements']);
md.linkify?.set({ fuzzyLink: false, fuzzyEmail: false });
md.validateLink = isSafeLink;

/** Calls of other posts, `#3`, lead there; written relative, because a text is rendered before its thread has a number. */
const call = /(^|[^\p{L}\p{N}#&/])#([1-9]\d{0,5})(?![\p{L}\p{N}])/gu;

function linked(token: Token): Token[] {
  const { content, level } = token;
  const made: Token[] = [];
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, text = ''): Token => {
    const next = new Made(type, tag, nesting);
    next.content = text;
    next.level = level;
    made.push(next);
    return next;
  };
  const Made = token.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  let at = 0;
  for (const match of content.matchAll(call)) {
    const [whole, before = '', no = ''] = match;
    const begin = match.index + before.length;
    if (begin > at) add('text', '', 0, content.slice(at, begin));
    add('link_open', 'a', 1).attrSet('href', `?post=${no}#post-${no}`);
    add('text', '', 0, `#${no}`);
    add('link_close', 'a', -1);
    at = match.index + whole.length;
  }
  if (made.length === 0) return [token];
  if (at < content.length) add('text', '', 0, content.slice(at));
  return made;
}

md.core.ruler.push('calls', (state) => {
  for (const block of state.tokens) {
    if (!block.children) continue;
    let links = 0;
    block.children = block.children.flatMap((token) => {
      links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && links === 0 ? linked(token) : [token];
    });
  }
});

/** A post's headings stand below the page's own; tables keep no inline style, which the page's policy forbids anyway. */
md.core.ruler.push('fitting', (state) => {
  for (const token of state.tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    }
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
  }
});

const { escapeHtml } = md.utils;
const block = (code: string): string => `<pre dir="ltr"><code>${escapeHtml(code)}</code></pre>\n`;
md.renderer.rules['fence'] = (tokens, i) => block(tokens[i]?.content ?? '');
md.renderer.rules['code_block'] = (tokens, i) => block(tokens[i]?.content ?? '');
md.renderer.rules['code_inline'] = (tokens, i) => `<code dir="ltr">${escapeHtml(tokens[i]?.content ?? '')}</code>`;
md.renderer.rules['link_open'] = (tokens, i) =>
  `<a href="${escapeHtml(String(tokens[i]?.attrGet('href') ?? ''))}" rel="nofollow ugc noopener">`;

function plain(tokens: readonly Token[]): string {
  const words = tokens.map((token) => {
    if (token.children) return `${plain(token.children)} `;
    if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
    return token.content;
  });
  return words.join('');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= excerptLength) return line;
  const cut = characters.slice(0, excerptLength - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length * 0.7 ? cut.slice(0, space) : cut}…`;
}

/** Markdown as people write it, rendered once, when it is written. */
export function renderMarkdown(text: string): Rendered {
  const env = {};
  const tokens = md.parse(text, env);
  const straight = (made: string): string => made.replace(turning, ''); // afterwards: a mark also comes as an entity
  return {
    html: straight(md.renderer.render(tokens, md.options, env)),
    excerpt: straight(shortened(plain(tokens))),
  };
}
