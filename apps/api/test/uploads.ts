import type { Route } from '@baraza/contracts/kernel';
import type { House } from './harness.ts';

type Downloaded = Awaited<ReturnType<House['app']['inject']>>;

/** Something that is a PDF to whoever looks at its first bytes. */
export const pdf = (words = 'A plan for two markets.'): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n% ${words}\ntrailer << /Root 1 0 R >>\n%%EOF\n`);

export const upload = (content: Buffer | string, name: string): File =>
  new File([new Uint8Array(Buffer.from(content))], name);

/** What a browser gets at a file's address. */
export async function download(
  house: House,
  href: string,
  who?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Downloaded> {
  const cookie = who ? await house.cookie(who) : '';
  return house.app.inject({ url: href, headers: { ...(cookie && { cookie }), ...headers } });
}

/** The body of a call as its route takes it: JSON, or a form in parts where there is a file. */
export async function bodyOf(
  route: Route,
  body: unknown,
): Promise<{ headers: Record<string, string>; payload: string | Buffer }> {
  if (!route.upload)
    return { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) ?? 'undefined' };
  const form = new FormData();
  for (const [name, value] of Object.entries((body ?? {}) as object))
    for (const one of [value].flat())
      form.append(name, one instanceof Blob ? one : typeof one === 'object' ? JSON.stringify(one) : String(one));
  const sent = new Response(form);
  return {
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  };
}
