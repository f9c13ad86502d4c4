import { randomBytes } from 'node:crypto';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Problem } from '@baraza/contracts/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../asker.ts';
import { Askers } from '../auth/askers.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Committed } from '../events/committed.ts';
import { cookiesOf } from '../http/request.ts';
import { askInside } from './inside.ts';
import { encodedFor, type KeptPage, PageCache } from './page-cache.ts';
import type { ReturnedForm, WebBuild } from './web-build.ts';

/** Nothing but this origin, and no script that is not ours by file or by nonce. */
const policy = (nonce: string | null): string =>
  [
    `default-src 'self'`,
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `font-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const themeOf = (cookie: string | undefined): 'light' | 'dark' | null => {
  const theme = cookiesOf(cookie)['baraza.theme'];
  return theme === 'light' || theme === 'dark' ? theme : null;
};

/** Draws pages for whoever asks: kept and tagged for visitors, streamed for members. */
export class Pages {
  private readonly cache: PageCache;
  private readonly askers: Askers;
  private readonly settings: Settings;
  private readonly fastify: FastifyInstance;
  private readonly web: WebBuild;

  constructor(app: NestFastifyApplication, web: WebBuild) {
    this.cache = new PageCache(app.get(Committed));
    this.askers = app.get(Askers);
    this.settings = app.get<Settings>(SETTINGS);
    this.fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    this.web = web;
  }

  /** The page at the request's own address. */
  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asker = await this.askers.of(request);
    const keepable = asker.actor.kind === 'visitor' && !asker.device;
    if (!keepable) return this.draw(request, reply, asker, request.url, null);
    const theme = themeOf(request.headers.cookie);
    const key = `${asker.locale} ${asker.timeZone} ${theme} ${request.url}`;
    const kept = this.cache.get(key);
    if (kept) return this.sendKept(request, reply, kept);
    const { commits } = this.cache;
    const page = await this.render(request, asker, request.url, null, null);
    if (page.kind === 'redirect') return reply.redirect(page.to, 303);
    const html = await collect(page.body);
    if (page.status === 200) return this.sendKept(request, reply, this.cache.put(key, html, page.preload, commits));
    return this.headers(reply, null, page.preload).status(page.status).type('text/html; charset=utf-8').send(html);
  }

  /** What went wrong at an address that is no page: a file, for one. */
  async drawProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
    return this.draw(request, reply, await this.askers.of(request), request.url, null, problem);
  }

  /** Draws `url` now, with a form's words if one came back, and streams it. */
  async draw(
    request: FastifyRequest,
    reply: FastifyReply,
    asker: Asker,
    url: string,
    returned: ReturnedForm | null,
    problem: Problem | null = null,
  ): Promise<FastifyReply> {
    const nonce = randomBytes(16).toString('base64');
    const page = await this.render(request, asker, url, nonce, returned, problem);
    if (page.kind === 'redirect') return reply.redirect(page.to, 303);
    this.headers(reply, nonce, page.preload)
      .status(page.status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store');
    const accepts = request.headers['accept-encoding'];
    if (accepts?.includes('br')) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
      return reply.header('content-encoding', 'br').send(page.body.pipe(createBrotliCompress({ params })));
    }
    if (accepts?.includes('gzip')) return reply.header('content-encoding', 'gzip').send(page.body.pipe(createGzip()));
    return reply.send(page.body);
  }

  private async render(
    request: FastifyRequest,
    asker: Asker,
    url: string,
    nonce: string | null,
    returned: ReturnedForm | null,
    problem: Problem | null = null,
  ) {
    const send = askInside(this.fastify, request);
    const reader =
      asker.actor.kind === 'member'
        ? await send('/api/v1/members/session', {}).then((r) => r.json() as Promise<{ reader: unknown }>)
        : null;
    return this.web.render({
      url,
      locale: asker.locale,
      timeZone: asker.timeZone,
      theme: themeOf(request.headers.cookie),
      reader: reader?.reader ?? null,
      now: asker.at,
      baseUrl: this.settings.baseUrl,
      nonce: nonce ?? '',
      returned,
      problem,
      send,
      manifest: this.web.manifest,
      whole: nonce === null,
    });
  }

  private sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
    this.headers(reply, null, page.preload).header('etag', page.etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === page.etag) return reply.status(304).send();
    const { body, encoding } = encodedFor(page, request.headers['accept-encoding']);
    if (encoding) reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(body);
  }

  private headers(reply: FastifyReply, nonce: string | null, preload: readonly string[]): FastifyReply {
    return reply
      .header('content-security-policy', policy(nonce))
      .header('vary', 'cookie, accept-language, accept-encoding')
      .header('link', preload.map((href) => `<${href}>; rel=modulepreload`).join(', '));
  }
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}
