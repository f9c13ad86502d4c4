import type { Problem } from '@baraza/contracts/kernel';

export type Sending =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreached' };

/** Posts a form's words once. `key` makes a second try of the same wish harmless. */
export async function sendForm(url: string, body: string | FormData, key: string): Promise<Sending> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        ...(typeof body === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
        'idempotency-key': key,
      },
      body,
      credentials: 'same-origin',
    });
  } catch {
    return { kind: 'unreached' };
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) return { kind: 'unreached' };
  const type = response.headers.get('content-type') ?? '';
  const payload: unknown = type.includes('json') ? await response.json().catch(() => undefined) : undefined;
  if (response.ok) return { kind: 'done', answer: payload };
  const unread = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'unexpected',
    detail: response.statusText,
  } as const;
  return { kind: 'refused', problem: (payload as Problem | undefined) ?? unread };
}

/**
 * A form's words as it would send them itself; fields that begin with `_` are for the road. With a file among them the body
 * is the form in parts, and the words say which file it is.
 */
export function parcelOf(form: HTMLFormElement, submitter: HTMLElement | null) {
  const words = new URLSearchParams();
  const data = submitter ? new FormData(form, submitter) : new FormData(form);
  for (const [name, value] of data)
    if (!name.startsWith('_'))
      words.append(name, typeof value === 'string' ? value : `${value.name} ${value.size} ${value.lastModified}`);
  return { words: words.toString(), body: form.enctype === 'multipart/form-data' ? data : words.toString() };
}
