import { createHash } from 'node:crypto';
import { methodOf, pathOf, type Route } from '@baraza/contracts/kernel';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../asker.ts';
import { problemOf } from '../http/problem.filter.ts';
import { ProblemError } from '../http/problem-error.ts';
import { API_PREFIX } from '../http/route.decorator.ts';
import { TICKET } from '../http/upload.interceptor.ts';
import type { Uploads } from '../http/uploads.ts';
import { bodyFromForm, type Fields } from './form-body.ts';
import type { askInside } from './inside.ts';

type Send = ReturnType<typeof askInside>;
/** What a form said, and what came of it. */
interface Answered {
  readonly fields: Fields;
  readonly status: number;
  readonly payload: unknown;
}

export const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.at(-1);

/** A form's own words, as they come back to whoever typed them: no password, and nothing for the road. */
export const typed = (fields: Fields): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !entry[0].startsWith('_') && !/password/i.test(entry[0]),
    ),
  );

/** Where a form goes: path and query from its address. */
function addressOf(route: Route, query: Fields): string {
  const rest = new URLSearchParams();
  const path = pathOf(route).replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(one(query[key]) ?? ''));
  const inPath = new Set([...pathOf(route).matchAll(/:(\w+)/g)].map(([, key]) => key));
  for (const [key, value] of Object.entries(query))
    if (!inPath.has(key)) for (const item of [value ?? []].flat()) rest.append(key, item);
  const tail = rest.toString();
  return `${API_PREFIX}${path}${tail ? `?${tail}` : ''}`;
}

/** With script the page names its wish. Without, page view and words name it: a double tap is one wish, other words are another. */
function keyOf(request: FastifyRequest, fields: Fields, body: string | undefined): string {
  const header = request.headers['idempotency-key'];
  if (typeof header === 'string') return header;
  return createHash('sha256')
    .update(`${one(fields['_key'])} ${request.url} ${body}`)
    .digest('base64url');
}

const answered = async (fields: Fields, answer: Response): Promise<Answered> => ({
  fields,
  status: answer.status,
  payload: answer.status === 204 ? null : await answer.json(),
});

export async function askWithWords(route: Route, request: FastifyRequest, send: Send): Promise<Answered> {
  const fields = (request.body ?? {}) as Fields;
  const body = route.body ? JSON.stringify(bodyFromForm(route.body, fields)) : undefined;
  const headers = {
    'idempotency-key': keyOf(request, fields, body),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const url = addressOf(route, request.query as Fields);
  return answered(fields, await send(url, { method: methodOf(route), headers, ...(body !== undefined && { body }) }));
}

/** A form with a file is received here, and goes on inside by a ticket. Of nobody knows whom it is not even received. */
export async function askWithFile(
  route: Route,
  request: FastifyRequest,
  send: Send,
  { actor, locale }: Asker,
  uploads: Uploads,
): Promise<Answered> {
  const refused = (error: unknown): Answered => {
    const problem = problemOf(error, locale, String(request.id));
    return { fields: {}, status: problem.status, payload: problem };
  };
  if (actor.kind === 'visitor' && route.access !== 'anyone') return refused(new ProblemError('not-signed-in'));
  if (!route.upload) throw new Error(`${route.name} takes no file`);
  const received = await uploads.receive(request, route.upload).catch(refused);
  if ('status' in received) return received;
  const { fields, file } = received;
  const ticket = uploads.keep(received);
  try {
    const key = keyOf(request, fields, JSON.stringify({ ...typed(fields), file }));
    const headers = { 'idempotency-key': key, [TICKET]: ticket };
    return await answered(
      fields,
      await send(addressOf(route, request.query as Fields), { method: methodOf(route), headers }),
    );
  } finally {
    uploads.claim(ticket);
    await received.discard();
  }
}
