import 'reflect-metadata';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Api, api } from '@baraza/contracts/api';
import { type ClientOf, createClient } from '@baraza/contracts/client';
import { endpoints } from '@baraza/contracts/endpoints';
import type { AffiliationRole, Locale, Role } from '@baraza/domain/kernel';
import { cloneDatabase } from '@baraza/testing/database';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { loadDemo } from '../src/demo/demo.ts';
import { demoId } from '../src/demo/ids.ts';
import { Clock } from '../src/platform/clock.ts';
import type { Settings } from '../src/platform/config/settings.ts';
import { Jobs } from '../src/platform/jobs/jobs.ts';
import type { WebBuild } from '../src/platform/pages/web-build.ts';
import { Timers } from '../src/platform/timers/timers.ts';
import { makeServer } from '../src/server.ts';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private present = new Date('2026-03-20T09:00:00Z');
  override now(): Date {
    return new Date(this.present);
  }
  set(at: Date | string): void {
    this.present = new Date(at);
  }
  pass(days: number): void {
    this.present = new Date(this.present.getTime() + days * 86_400_000);
  }
}

export type ApiClient = ClientOf<Api>;

export interface AMember {
  readonly slug?: string;
  readonly roles?: readonly Role[];
  readonly locale?: Locale;
  /** Organisation slug and what the member is to it; made when it does not exist. */
  readonly at?: Readonly<Record<string, AffiliationRole>>;
  readonly clusters?: readonly string[];
  readonly email?: string;
}

const secret = 'a secret for tests that is long enough';
export const testSettings: Settings = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: undefined,
  smtpUrl: undefined,
  mailFrom: 'Baraza <baraza@localhost>',
  demo: false,
  demoPassword: 'baraza-demo',
  baseUrl: 'http://localhost:3000',
  secret,
  trustProxy: false,
  logLevel: process.env['TEST_LOG'] ?? 'silent',
  workers: 0,
  rateLimits: false,
  deskTimeZone: 'UTC',
  screeningUrl: undefined,
  s3: null,
};

export interface House {
  readonly app: NestFastifyApplication;
  /** Where it listens, once `listen` was asked for. */
  readonly url: string;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  db<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Makes a member (and organisations as needed); returns the id. */
  member(a?: AMember): Promise<string>;
  organisation(
    slug: string,
    more?: { country?: string; timeZone?: string; languages?: readonly string[] },
  ): Promise<string>;
  /** A session cookie of a member: by id, by demo slug, or a fresh one made to order. */
  cookie(who: string | AMember): Promise<string>;
  /** The API as that member. */
  as(who: string | AMember, headers?: Readonly<Record<string, string>>): Promise<ApiClient>;
  visitor(headers?: Readonly<Record<string, string>>): ApiClient;
  /** Does what is queued and fires what is due by the house's clock, until nothing is left. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

const uuid = /^[0-9a-f-]{36}$/;

/** The real house on a database of its own. `listen` opens a port, `demo` loads the demo community. */
export async function openHouse(
  options: { settings?: Partial<Settings>; listen?: boolean; demo?: boolean; web?: WebBuild } = {},
): Promise<House> {
  const database = await cloneDatabase();
  const clock = new TestClock();
  const dataDir = await mkdtemp(join(tmpdir(), 'baraza-house-'));
  const settings = { ...testSettings, dataDir, ...options.settings };
  const app = await makeServer(settings, database.url, options.web ?? null, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  if (options.demo) {
    clock.set(new Date());
    await loadDemo(app, { ...settings, demo: true });
  }
  if (options.listen) await app.listen(0, '127.0.0.1');
  const address = options.listen ? (app.getHttpServer().address() as { port: number }) : null;
  const dataSource = app.get(DataSource);

  const db: House['db'] = async (sql, params = []) => {
    const answer = await dataSource.query(sql, [...params]);
    return Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number'
      ? answer[0]
      : answer;
  };
  const client = (headers: Readonly<Record<string, string>>): ApiClient =>
    createClient<Api>(endpoints, '', async (url, init) => {
      const sent = init.body instanceof FormData ? new Response(init.body) : null;
      const type = sent?.headers.get('content-type');
      const answer = await app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: { ...(init.headers as Record<string, string>), ...(type && { 'content-type': type }), ...headers },
        ...(init.body && { payload: sent ? Buffer.from(await sent.arrayBuffer()) : (init.body as string) }),
      });
      return new Response(answer.statusCode === 204 ? null : answer.body, {
        status: answer.statusCode,
        headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
      });
    });

  const house: House = {
    app,
    url: address ? `http://127.0.0.1:${address.port}` : '',
    clock,
    databaseUrl: database.url,
    db,
    async organisation(slug, more = {}) {
      const id = demoId('organisation', slug);
      await db(
        `insert into organisation (id, slug, kind, names, country, time_zone, languages) values ($1, $2, 'city', $3, $4, $5, $6) on conflict do nothing`,
        [
          id,
          slug,
          JSON.stringify({ en: slug }),
          more.country ?? 'KE',
          more.timeZone ?? 'Africa/Nairobi',
          more.languages ?? ['en'],
        ],
      );
      return id;
    },
    async member(a = {}) {
      const id = a.slug ? demoId('member', a.slug) : randomUUID();
      const name = a.slug ?? `member ${id.slice(0, 8)}`;
      await db(
        `insert into member (id, name, email, email_verified, locale) values ($1, $2, $3, true, $4) on conflict do nothing`,
        [id, name, a.email ?? `${id}@test.example`, a.locale ?? 'en'],
      );
      for (const role of a.roles ?? [])
        await db('insert into member_role (member_id, role) values ($1, $2) on conflict do nothing', [id, role]);
      for (const [slug, role] of Object.entries(a.at ?? {})) {
        const organisation = await house.organisation(slug);
        await db(
          `insert into affiliation (member_id, organisation_id, role, state, verified_by, valid_from) values ($1, $2, $3, 'active', 'admin', '2020-01-01') on conflict do nothing`,
          [id, organisation, role],
        );
      }
      for (const cluster of a.clusters ?? [])
        await db('insert into cluster_member (cluster_id, member_id) values ($1, $2) on conflict do nothing', [
          cluster,
          id,
        ]);
      return id;
    },
    async cookie(who) {
      const id = typeof who !== 'string' ? await house.member(who) : uuid.test(who) ? who : demoId('member', who);
      const token = randomBytes(24).toString('base64url');
      await db(`insert into member_session (user_id, token, expires_at) values ($1, $2, now() + interval '10 years')`, [
        id,
        token,
      ]);
      const signature = createHmac('sha256', settings.secret).update(token).digest('base64');
      return `baraza.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
    },
    async as(who, headers = {}) {
      const cookie = await house.cookie(who);
      return client({ ...headers, cookie: headers['cookie'] ? `${cookie}; ${headers['cookie']}` : cookie });
    },
    visitor: (headers = {}) => client(headers),
    async deliver() {
      const jobs = app.get(Jobs);
      for (let round = 0; round < 20; round++) {
        await jobs.drain();
        if ((await app.get(Timers).fireDue()) === 0) break;
      }
      await jobs.drain();
    },
    async close() {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return house;
}

/** Every route of the contract, for tests that must not forget one. */
export const allRoutes = Object.values(api).flatMap((contract) => Object.values(contract));
