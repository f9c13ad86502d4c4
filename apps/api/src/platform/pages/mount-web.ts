import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Askers } from '../auth/askers.ts';
import { ProblemPages } from '../http/problem-pages.ts';
import { Uploads } from '../http/uploads.ts';
import { mountForms } from './form-bridge.ts';
import { Pages } from './pages.ts';
import type { WebBuild } from './web-build.ts';

/** Files at addresses of their own, by type. */
const loose = { 'icon.svg': 'image/svg+xml', 'world.svg': 'image/svg+xml', 'robots.txt': 'text/plain; charset=utf-8' };

/** Pages, their assets and the plain forms, beside the API on the same server. Call before `init`. */
export async function mountWeb(app: NestFastifyApplication, web: WebBuild): Promise<void> {
  await app.register(
    fastifyStatic as never,
    {
      root: join(web.clientDir, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      decorateReply: true,
    } as never,
  );
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const pages = new Pages(app, web);
  app.get(ProblemPages).draw = (request, reply, problem) => pages.drawProblem(request, reply, problem);
  mountForms(fastify, pages, app.get(Askers), app.get(Uploads));
  for (const [file, type] of Object.entries(loose)) {
    const path = join(web.clientDir, file);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    fastify.get(`/${file}`, (_, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type(type).send(bytes),
    );
  }
  fastify.get('/*', (request, reply) => pages.serve(request, reply));
}
