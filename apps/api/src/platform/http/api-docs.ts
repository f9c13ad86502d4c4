type Json = { readonly [key: string]: unknown };
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly unknown[];
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

/** A schema in one line where it fits in one: `string ≤ 200`, `list of Reading`, `"need" | "offer"`. */
function typeOf(schema: Json | undefined): string {
  if (!schema) return 'nothing';
  if (typeof schema['$ref'] === 'string') {
    const name = schema['$ref'].split('/').at(-1) ?? '';
    return `<a href="#${escaped(name)}">${escaped(name)}</a>`;
  }
  if (Array.isArray(schema['enum'])) return schema['enum'].map((v) => `<code>${escaped(v)}</code>`).join(' | ');
  const options = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (options) return options.map(typeOf).join(' | ');
  if (schema['type'] === 'array') return `list of ${typeOf(schema['items'] as Json)}`;
  if (schema['type'] === 'object' && schema['properties']) return fieldsOf(schema);
  const bounds = [schema['format'], schema['maxLength'] && `≤ ${schema['maxLength']}`].filter(Boolean).join(', ');
  return `${escaped([schema['type'] ?? 'anything'].flat().join(' | '))}${bounds ? ` (${escaped(bounds)})` : ''}`;
}

function fieldsOf(schema: Json): string {
  const required = new Set((schema['required'] as string[] | undefined) ?? []);
  const fields = Object.entries((schema['properties'] as Record<string, Json> | undefined) ?? {});
  const rows = fields.map(
    ([name, of]) =>
      `<li><b>${escaped(name)}</b>${required.has(name) ? '' : ' (optional)'}: ${typeOf(of)}${of['description'] ? ` <i>${escaped(of['description'])}</i>` : ''}</li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}

function operationHtml(method: string, path: string, op: Operation): string {
  const parameters = (op.parameters ?? []).map(
    (p) =>
      `<li><b>${escaped(p.name)}</b> in ${escaped(p.in)}${p.required ? '' : ' (optional)'}: ${typeOf(p.schema)}</li>`,
  );
  const body = op.requestBody?.content['application/json']?.schema;
  const [status, answer] = Object.entries(op.responses)[0] ?? [];
  const who = op.security.length === 0 ? 'Anyone' : (op.description ?? 'Members');
  return `<details id="${escaped(op.operationId)}"><summary><code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(op.summary)}</summary>
<p>${escaped(who)} · <code>${escaped(op.operationId)}</code></p>
${parameters.length > 0 ? `<h4>Parameters</h4><ul>${parameters.join('')}</ul>` : ''}
${body ? `<h4>Body</h4>${typeOf(body)}` : ''}
<h4>Answer ${escaped(status)}</h4>${typeOf(answer?.content?.['application/json']?.schema)}</details>`;
}

const introduction = `<p>Everything the pages do is here, for programs. The document itself: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<ul>
<li>Addresses begin with <code>/api/v1</code>. Bodies and answers are JSON; instants are ISO 8601 in UTC.</li>
<li>A session comes as a cookie from <code>POST /members/sign-in</code>.</li>
<li>Every write carries an <code>Idempotency-Key</code> of your making, 8 to 100 characters. The same key again gets the first answer again; with another body it is refused.</li>
<li>A write on something shared names the <code>version</code> it has read. When somebody was quicker the answer is 409 <code>stale-version</code>: read again, decide again.</li>
<li>Bad news is <code>application/problem+json</code> (RFC 9457) with a <code>code</code> for programs, a <code>detail</code> for people in the language of <code>Accept-Language</code>, and <code>issues</code> with paths.</li>
<li>Lists give <code>next</code>, the cursor of the following page; null at the end.</li>
<li>Live news comes by socket.io: <code>join</code> a stream, hear <code>news</code>. A socket is a hint; <code>GET /live/{stream}?since=</code> tells what was missed.</li>
</ul>`;

/** The contract as one page to read and search, without a script. Printed from the OpenAPI document. */
export function apiDocs(document: Json, codes: Readonly<Record<string, number>>): string {
  const rooms = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document['paths'] as Record<string, Record<string, Operation>>))
    for (const [method, op] of Object.entries(methods)) {
      const room = op.tags[0] ?? '';
      rooms.set(room, [...(rooms.get(room) ?? []), operationHtml(method, path, op)]);
    }
  const names = [...rooms.keys()].sort();
  const components = (document['components'] as { schemas: Record<string, Json> }).schemas;
  const shapes = Object.keys(components)
    .sort()
    .map(
      (name) =>
        `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${typeOf(components[name])}</details>`,
    );
  const problems = Object.entries(codes).map(
    ([code, status]) => `<li id="${code}"><code>${status} ${code}</code></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API · Baraza</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><p><a href="/">Baraza</a></p><h1>The API</h1>${introduction}
<nav aria-label="Rooms">${names.map((room) => `<a href="#room-${escaped(room)}">${escaped(room)}</a>`).join(' ')} <a href="#shapes">shapes</a> <a href="#problems">problems</a></nav>
${names.map((room) => `<section><h2 id="room-${escaped(room)}">${escaped(room)}</h2>${(rooms.get(room) ?? []).join('\n')}</section>`).join('\n')}
<section><h2 id="shapes">shapes</h2>${shapes.join('\n')}</section>
<section><h2 id="problems">problems</h2><ul>${problems.join('')}</ul></section></main></body></html>`;
}

export const apiDocsCss = `:root{color-scheme:light dark;--ink:#1b1e22;--paper:#fff;--pen:#243f8c;--line:#d9dbd7}
@media(prefers-color-scheme:dark){:root{--ink:#e8e9e7;--paper:#15171a;--pen:#a9bcf5;--line:#34383d}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,sans-serif}
main{max-inline-size:60rem;margin:0 auto;padding:24px 16px}
a{color:var(--pen)}nav a{display:inline-block;padding:10px 12px 10px 0}
h2{margin-block:32px 8px;border-block-start:1px solid var(--line);padding-block-start:16px}
summary{padding-block:10px;cursor:pointer;overflow-wrap:anywhere}details{border-block-end:1px solid var(--line)}
code{font:600 .9em ui-monospace,monospace}ul{padding-inline-start:1.2em}:target{outline:3px solid var(--pen)}
`;
