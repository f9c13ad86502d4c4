import { createHash } from 'node:crypto';
import { api } from '@baraza/contracts/api';
import { type Contract, fillPath, isLocalPath, isWrite, methodOf, pathOf, type Route } from '@baraza/contracts/kernel';
import { isLocale } from '@baraza/domain/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Askers, cookieNames } from '../auth/askers.ts';
import { API_PREFIX } from '../http/route.decorator.ts';
import { bodyFromForm, type Fields } from './form-body.ts';
import { askInside } from './inside.ts';
import type { Pages } from './pages.ts';

const year = 60 * 60 * 24 * 365;
const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.at(-1);
const pageOf = (fields: Fields): string => {
  const page = one(fields['_page']);
  return isLocalPath(page) ? page : '/';
};

const routeOf = (operation: string): Route | undefined => {
  const [room = '', name = ''] = operation.split('.');
  const contract = Object.hasOwn(api, room) ? (api as Readonly<Record<string, Contract>>)[room] : undefined;
  return contract && Object.hasOwn(contract, name) ? contract[name] : undefined;
};

/** The request a form stands for: path and query from its address, body from its words. */
function requestOf(route: Route, query: Fields, fields: Fields) {
  const rest = new URLSearchParams();
  const path = pathOf(route).replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(one(query[key]) ?? ''));
  const inPath = new Set([...pathOf(route).matchAll(/:(\w+)/g)].map(([, key]) => key));
  for (const [key, value] of Object.entries(query))
    if (!inPath.has(key)) for (const item of [value ?? []].flat()) rest.append(key, item);
  const tail = rest.toString();
  const body = route.body ? JSON.stringify(bodyFromForm(route.body, fields)) : undefined;
  return { url: `${API_PREFIX}${path}${tail ? `?${tail}` : ''}`, body };
}

/**
 * Every write as a plain form: `POST /do/room.operation?param=…`. The same words reach the same route; without script
 * the answer is the next page, or this page again with what is wrong and nothing lost; with script it is JSON.
 */
export function mountForms(fastify: FastifyInstance, pages: Pages, askers: Askers): void {
  fastify.post('/do/:operation', async (request, reply) => {
    const { operation } = request.params as { operation: string };
    const fields = (request.body ?? {}) as Fields;
    const route = routeOf(operation);
    if (!route || !isWrite(route)) return reply.status(404).send();
    const { url, body } = requestOf(route, request.query as Fields, fields);
    const cookies: string[] = [];
    const answer = await askInside(fastify, request, (set) => cookies.push(...set))(url, {
      method: methodOf(route),
      headers: {
        'idempotency-key': keyOf(request, fields, body),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    const payload: unknown = answer.status === 204 ? null : await answer.json();
    if (request.headers.accept?.includes('application/json')) return sendJson(reply, answer.status, payload);
    if (answer.ok) return reply.redirect(nextOf(fields, request.query as object, payload), 303);
    const asker = await askers.of(request);
    if (answer.status === 401) return reply.redirect(`/sign-in?next=${encodeURIComponent(pageOf(fields))}`, 303);
    return pages.draw(request, reply, asker, pageOf(fields), {
      form: one(fields['_form']) ?? operation,
      values: typed(fields),
      problem: payload,
    });
  });

  /** A member's choice is kept with the account as well; for a visitor there is nothing to keep it with. */
  const remember = async (request: FastifyRequest, choice: object): Promise<void> => {
    const { actor } = await askers.of(request);
    if (actor.kind !== 'member') return;
    await askInside(fastify, request)(`${API_PREFIX}/members/preferences`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(choice),
    });
  };

  // The switch takes the words of the page's form along, so that a change of language loses nothing without script either.
  fastify.post('/language', async (request, reply) => {
    const fields = (request.body ?? {}) as Fields;
    const to = one(fields['_language']);
    const page = pageOf(fields);
    if (!isLocale(to)) return reply.redirect(page, 303);
    reply.header('set-cookie', `${cookieNames.locale}=${to}; Path=/; Max-Age=${year}; SameSite=Lax`);
    await remember(request, { locale: to });
    const form = one(fields['_form']);
    if (!form) return reply.redirect(page, 303);
    const asker = { ...(await askers.of(request)), locale: to };
    request.headers.cookie = `${cookieNames.locale}=${to}; ${request.headers.cookie ?? ''}`;
    return pages.draw(request, reply, asker, page, {
      form,
      values: typed(fields),
      problem: null,
    });
  });

  // What the browser tells by itself: a language chosen in place, the zone it stands in.
  fastify.post('/preferences', async (request, reply) => {
    const { name, value } = (request.body ?? {}) as Fields;
    const text = one(value) ?? '';
    const sound = (name === 'locale' && isLocale(text)) || (name === 'zone' && isZone(text));
    if (sound)
      reply.header(
        'set-cookie',
        `${cookieNames[name]}=${encodeURIComponent(text)}; Path=/; Max-Age=${year}; SameSite=Lax`,
      );
    if (sound && name === 'locale') await remember(request, { locale: text });
    return reply.status(sound ? 204 : 422).send();
  });

  fastify.post('/theme', async (request, reply) => {
    const fields = (request.body ?? {}) as Fields;
    const theme = one(fields['theme']);
    const kept = theme === 'light' || theme === 'dark' ? `${theme}; Max-Age=${year}` : '; Max-Age=0';
    reply.header('set-cookie', `${cookieNames.theme}=${kept}; Path=/; SameSite=Lax`);
    await remember(request, { theme: theme === 'light' || theme === 'dark' ? theme : null });
    return reply.redirect(pageOf(fields), 303);
  });
}

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
};

const sendJson = (reply: FastifyReply, status: number, payload: unknown): FastifyReply => {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return status === 204 ? reply.status(204).send() : reply.status(status).type(`${type}; charset=utf-8`).send(payload);
};

/** With script the page names its wish. Without, page view and words name it: a double tap is one wish, other words are another. */
function keyOf(request: FastifyRequest, fields: Fields, body: string | undefined): string {
  const header = request.headers['idempotency-key'];
  if (typeof header === 'string') return header;
  return createHash('sha256')
    .update(`${one(fields['_key'])} ${request.url} ${body}`)
    .digest('base64url');
}

const typed = (fields: Fields): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !entry[0].startsWith('_') && !/password/i.test(entry[0]),
    ),
  );

function nextOf(fields: Fields, query: object, answer: unknown): string {
  const template = one(fields['_next']);
  return (template && fillPath(template, { ...query, ...(answer as object | null) })) || pageOf(fields);
}
