import type { Problem } from '@baraza/contracts/kernel';

export type Sending =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreached' };

/** Who looks on while a file goes: told the share that has gone, and able to stop it. */
export interface Watch {
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/** A form in parts. `fetch` does not say how far it has come; this older way does. */
const postParts = (url: string, body: FormData, headers: Record<string, string>, { onShare, signal }: Watch) =>
  new Promise<Response>((resolve, reject) => {
    const road = new XMLHttpRequest();
    road.open('POST', url);
    for (const [name, value] of Object.entries(headers)) road.setRequestHeader(name, value);
    road.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    road.onload = () => {
      const type = road.getResponseHeader('content-type') ?? '';
      resolve(new Response(road.responseText || null, { status: road.status, headers: { 'content-type': type } }));
    };
    road.onerror = reject;
    road.onabort = reject;
    signal.addEventListener('abort', () => road.abort());
    road.send(body);
  });

/** Posts a form's words once. `key` makes a second try of the same wish harmless. */
export async function sendForm(url: string, body: string | FormData, key: string, watch?: Watch): Promise<Sending> {
  const headers = { accept: 'application/json', 'idempotency-key': key };
  const words = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  let response: Response;
  try {
    response =
      watch && body instanceof FormData
        ? await postParts(url, body, headers, watch)
        : await fetch(url, {
            method: 'POST',
            headers: typeof body === 'string' ? words : headers,
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
