import type { Problem } from './problem.ts';
import type { Answer, Endpoints, Sent } from './route.ts';

type Call<R> = keyof Sent<R> extends never
  ? (sent?: undefined, init?: CallInit) => Promise<Answer<R>>
  : Partial<Sent<R>> extends Sent<R>
    ? (sent?: Sent<R>, init?: CallInit) => Promise<Answer<R>>
    : (sent: Sent<R>, init?: CallInit) => Promise<Answer<R>>;

/** A function per operation, by room: `client.forums.read({ params: { no: 12 } })`. */
export type ClientOf<Api> = {
  readonly [Room in keyof Api]: { readonly [Name in keyof Api[Room]]: Call<Api[Room][Name]> };
};

export interface CallInit {
  /** The same key on a retry gets the first answer again. A new one is made when none is given. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export class ApiError extends Error {
  override name = 'ApiError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

interface Raw {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** Fills a path template and appends the query; undefined members are left out, lists repeat their name. */
export function urlOf(template: string, { params = {}, query = {} }: Raw): string {
  const path = template.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined && item !== null) search.append(key, String(item));
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

const unreadable = (status: number, detail: string): Problem => ({
  type: 'about:blank',
  title: detail,
  status,
  code: 'unexpected',
  detail,
});

/** A body with a file in it goes as a form, any other as JSON. */
function packed(body: unknown): { readonly body: string | FormData; readonly type: string | null } {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  if (!fields.some(([, value]) => value instanceof Blob))
    return { body: JSON.stringify(body), type: 'application/json' };
  const form = new FormData();
  for (const [name, value] of fields)
    if (value !== undefined) form.append(name, value instanceof Blob ? value : String(value));
  return { body: form, type: null };
}

/** Sends; the server validates. `base` ends before `/api/v1`. */
export function createClient<Api>(
  endpoints: Readonly<Record<string, Endpoints>>,
  base: string,
  send: (url: string, init: RequestInit) => Promise<Response> = fetch,
): ClientOf<Api> {
  const call = (endpoint: string) => {
    const [method = 'GET', template = ''] = endpoint.split(' ');
    return async (raw: Raw = {}, init: CallInit = {}) => {
      const headers: Record<string, string> = { accept: 'application/json' };
      const sent = raw.body === undefined ? null : packed(raw.body);
      if (sent?.type) headers['content-type'] = sent.type;
      if (method !== 'GET') headers['idempotency-key'] = init.idempotencyKey ?? crypto.randomUUID();
      const response = await send(`${base}/api/v1${urlOf(template, raw)}`, {
        method,
        headers,
        credentials: 'same-origin',
        ...(sent && { body: sent.body }),
        ...(init.signal && { signal: init.signal }),
      });
      if (response.status === 204) return undefined;
      const type = response.headers.get('content-type') ?? '';
      const payload: unknown = type.includes('json') ? await response.json() : undefined;
      if (response.ok) return payload;
      throw new ApiError((payload as Problem | undefined) ?? unreadable(response.status, response.statusText));
    };
  };
  const rooms = Object.entries(endpoints).map(([room, names]) => [
    room,
    Object.fromEntries(Object.entries(names).map(([name, endpoint]) => [name, call(endpoint)])),
  ]);
  return Object.fromEntries(rooms) as ClientOf<Api>;
}
