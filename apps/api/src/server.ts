import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { LogController } from 'fastify';
import type { ServerOptions } from 'socket.io';
import { AppModule } from './app.module.ts';
import { Clock } from './platform/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { addHooks } from './platform/http/hooks.ts';
import { LogBridge, makeLogger } from './platform/http/logs.ts';
import { refuseUnroutable } from './platform/http/problem.filter.ts';
import { mountWeb } from './platform/pages/mount-web.ts';
import type { WebBuild } from './platform/pages/web-build.ts';

class Sockets extends IoAdapter {
  override createIOServer(port: number, options?: ServerOptions) {
    // Compressing each small message costs four times the processor and most of the memory.
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 10_000,
    } as ServerOptions);
  }
}

/** The whole house in one process, not yet listening. Without `web` it is the API alone, as most tests want it. */
export async function makeServer(
  settings: Settings,
  databaseUrl: string,
  web: WebBuild | null,
  clock: Clock = new Clock(),
): Promise<NestFastifyApplication> {
  const logger = makeLogger(settings.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustProxy,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    // Room for a file on a weak line; bodies of words are waited for much shorter (hooks.ts).
    requestTimeout: 900_000,
    frameworkErrors: refuseUnroutable,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, databaseUrl, clock), adapter, {
    logger: new LogBridge(logger),
    abortOnError: false,
  });
  app.useWebSocketAdapter(new Sockets(app));
  app.enableShutdownHooks();
  await app.register(multipart as never);
  addHooks(app, settings);
  if (web) await mountWeb(app, web);
  return app;
}
