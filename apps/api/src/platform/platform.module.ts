import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Askers } from './auth/askers.ts';
import { AUTH, makeAuth } from './auth/auth.ts';
import { AuthMailer } from './auth/auth-mailer.ts';
import { MemberLookup } from './auth/member-lookup.ts';
import { Clock } from './clock.ts';
import { SETTINGS, type Settings } from './config/settings.ts';
import { makePool, POOL } from './database/pool.ts';
import { PoolCloser } from './database/pool-closer.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { Committed } from './events/committed.ts';
import { Reactions } from './events/reactions.ts';
import { Relay } from './events/relay.ts';
import { Finders } from './finders.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { AskerGuard } from './http/asker.guard.ts';
import { HealthController } from './http/health.controller.ts';
import { Metrics } from './http/metrics.ts';
import { OpenApiController } from './http/openapi.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ProblemPages } from './http/problem-pages.ts';
import { RateLimits } from './http/rate-limits.ts';
import { UploadInterceptor } from './http/upload.interceptor.ts';
import { Uploads } from './http/uploads.ts';
import { Housekeeping } from './jobs/housekeeping.ts';
import { Jobs } from './jobs/jobs.ts';
import { LiveController } from './live/live.controller.ts';
import { LiveGateway } from './live/live.gateway.ts';
import { Streams } from './live/streams.ts';
import { MailLinks } from './mail/mail-links.ts';
import { Mailer } from './mail/mailer.ts';
import { SignedLinks } from './signed-links.ts';
import { Things } from './things.ts';
import { Timers } from './timers/timers.ts';

const shared = [
  Committed,
  UnitOfWork,
  Reactions,
  Jobs,
  Timers,
  Mailer,
  MailLinks,
  SignedLinks,
  AuthMailer,
  MemberLookup,
  Askers,
  RateLimits,
  Uploads,
  ProblemPages,
  Streams,
  Things,
  Finders,
  LiveGateway,
  Metrics,
];

/** What every room stands on, and what knows no room. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, databaseUrl: string, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, OpenApiController, LiveController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: POOL, useFactory: () => makePool(databaseUrl, settings.workers + 6, () => {}) },
        { provide: AUTH, useFactory: makeAuth, inject: [POOL, SETTINGS, AuthMailer] },
        ...shared,
        Relay,
        Housekeeping,
        PoolCloser,
        { provide: APP_GUARD, useClass: AskerGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [SETTINGS, Clock, POOL, AUTH, ...shared],
    };
  }
}
