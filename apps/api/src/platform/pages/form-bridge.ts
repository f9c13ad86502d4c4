import { api } from '@baraza/contracts/api';
import { type Contract, fillPath, isLocalPath, isWrite, type Route } from '@baraza/contracts/kernel';
import { isLocale } from '@baraza/domain/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Askers, cookieNames } from '../auth/askers.ts';
import { API_PREFIX } from '../http/route.decorator.ts';
import type { Uploads } from '../http/uploads.ts';
import type { Fields } from './form-body.ts';
import { askWithFile, askWithWords, one, typed } from './form-wish.ts';
import { askInside } from './inside.ts';
import type { Pages } from './pages.ts';

const year = 60 * 60 * 24 * 365;
const pageOf = (fields: Fields): string => {
  const page = one(fields['_page']);
  return isLocalPath(page) ? page : '/';
};

/** The page a form stood on, by what the browser says, where the form itself could not be read. */
function pageBefore({ headers: { referer, host } }: FastifyRequest): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const url = new URL(referer);
  const page = url.pathname + url.search;
  return url.host === host && isLocalPath(page) ? page : '/';
}

const routeOf = (operation: string): Route | undefined => {
  const [room = '', name = ''] = operation.split('.');
  const contract = Object.hasOwn(api, room) ? (api as Readonly<Record<string, Contract>>)[room] : undefined;
  return contract && Object.hasOwn(contract, name) ? contract[name] : undefined;
};

/**
 * Every write as a plain form: `POST /do/room.operation?param=…`. The same words reach the same route; without script
 * the answer is the next page, or this page again with what is wrong and nothing lost; with script it is JSON.
 */
export function mountForms(fastify: FastifyInstance, pages: Pages, askers: Askers, uploads: Uploads): void {
  fastify.post('/do/:operation', async (request, reply) => {
    const { operation } = request.params as { operation: string };
    const route = routeOf(operation);
    if (!route || !isWrite(route)) return reply.status(404).send();
    const cookies: string[] = [];
    const send = askInside(fastify, request, (set) => cookies.push(...set));
    const { fields, status, payload } = route.upload
      ? await askWithFile(route, request, send, await askers.of(request), uploads)
      : await askWithWords(route, request, send);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    if (request.headers.accept?.includes('application/json')) return sendJson(reply, status, payload);
    if (status < 300) return reply.redirect(nextOf(fields, request.query as object, payload), 303);
    const asker = await askers.of(request);
    const page = fields['_page'] ? pageOf(fields) : pageBefore(request);
    if (status === 401) return reply.redirect(`/sign-in?next=${encodeURIComponent(page)}`, 303);
    return pages.draw(request, reply, asker, page, {
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

  // A look at what is there already, from within a form that is still being written: its page again, with what is typed.
  fastify.post('/look', async (request, reply) => {
    const fields = (request.body ?? {}) as Fields;
    const { pathname, searchParams } = new URL(pageOf(fields), 'http://page');
    searchParams.set('like', one(fields['_like']) ?? '');
    const form = one(fields['_form']) ?? '';
    return pages.draw(request, reply, await askers.of(request), `${pathname}?${searchParams}`, {
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

function nextOf(fields: Fields, query: object, answer: unknown): string {
  const template = one(fields['_next']);
  return (template && fillPath(template, { ...query, ...(answer as object | null) })) || pageOf(fields);
}
