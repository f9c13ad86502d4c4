import { isLocale } from '@baraza/domain/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieNames } from '../auth/askers.ts';
import type { Settings } from '../config/settings.ts';
import { withoutTokens } from '../signed-links.ts';
import { awaitBody, patienceForWords } from './body-patience.ts';
import { Metrics } from './metrics.ts';
import { cookiesOf } from './request.ts';

/** A link in a mail says in which language it was written: a browser that has chosen none goes on in that one. */
function speakAs(request: FastifyRequest, reply: FastifyReply): void {
  const to = (request.query as Readonly<Record<string, unknown>>)['lang'];
  const { cookie } = request.headers;
  if (request.method !== 'GET' || typeof to !== 'string' || !isLocale(to) || cookiesOf(cookie)[cookieNames.locale])
    return;
  const chosen = `${cookieNames.locale}=${to}`;
  request.headers.cookie = cookie ? `${chosen}; ${cookie}` : chosen;
  reply.header('set-cookie', `${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`);
}

/**
 * What every answer carries and every request must bear: a request id, headers that keep browsers from guessing, and for
 * writes an origin that is ours. Cookies are `SameSite=Lax`; this closes what that leaves open.
 */
export function addHooks(app: NestFastifyApplication, settings: Settings): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const metrics = app.get(Metrics);
  const ours = new URL(settings.baseUrl).host;

  fastify.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-request-id', request.id)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (settings.baseUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
    speakAs(request, reply);
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    awaitBody(request.raw, patienceForWords);
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign =
      origin !== undefined && origin !== 'null'
        ? !URL.canParse(origin) || ![ours, host].includes(new URL(origin).host)
        : origin === 'null' || site === 'cross-site';
    if (foreign) {
      await reply.status(403).type('application/problem+json').send({
        type: 'about:blank',
        title: 'Foreign origin',
        status: 403,
        code: 'not-permitted',
        detail: 'This write came from another site.',
      });
    }
  });

  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (request.headers['x-inside']) return; // the page or form it was asked for has its own line
    request.log.info(
      {
        method: request.method,
        url: withoutTokens(request.url.split('?')[0] ?? ''),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
