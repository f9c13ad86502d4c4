import { isWrite, methodOf, type Route } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoutes, type House, openHouse } from './harness.ts';
import { addressOf, type Call, hostile, type Known, type Pick, wellFormed } from './samples.ts';
import { bodyOf, pdf, upload } from './uploads.ts';
import { docx } from './zip.ts';

/** A small generator with a seed, so that a failure can be had again. */
const seeded = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const contents = [pdf(), docx(), 'a;b\n', '', '<svg/>', '\u0000\ud800', 'PK\u0003\u0004', '%PDF', 'x'.repeat(70_000)];

/** Where a file belongs there mostly is one, of whatever kind and name. */
function withFile({ upload: expected }: Route, body: unknown, pick: Pick): unknown {
  if (!expected || typeof body !== 'object' || body === null || pick([0, 1, 2, 3]) === 0) return body;
  return {
    ...body,
    [expected.field]: upload(pick(contents), pick(['plan.pdf', '../x', 'a'.repeat(5000), 'ع.csv', '"\r\n'])),
  };
}

/** Replaces one value somewhere in a call by a hostile one. */
function spoil(call: Call, pick: Pick, random: () => number): Call {
  const evil = pick(hostile);
  const spoilIn = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0 || random() < 0.2) return evil;
    const key = pick(Object.keys(value));
    const inner = spoilIn((value as Record<string, unknown>)[key]);
    return Array.isArray(value)
      ? value.map((v, i) => (String(i) === key ? inner : v))
      : { ...value, [key]: inner, ...(random() < 0.1 && { extra: evil }) };
  };
  const parts = (['params', 'query', 'body'] as const).filter(
    (part) => call[part] !== undefined && Object.keys(call[part] as object).length > 0,
  );
  if (parts.length === 0) return call;
  const part = pick(parts);
  if (part === 'body') return { ...call, body: spoilIn(call.body) };
  return { ...call, [part]: { ...call[part], [pick(Object.keys(call[part]))]: evil } };
}

describe('hostile input', () => {
  let house: House;
  const known: Record<string, (string | number)[]> = {};
  const cookies: string[] = [];
  beforeAll(async () => {
    house = await openHouse({ demo: true });
    const tables = await house.db<{ t: string }>(
      `select table_name t from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`,
    );
    const ids = (
      await Promise.all(tables.map(({ t }) => house.db<{ id: string }>(`select id::text from "${t}" limit 2`)))
    ).flat();
    known['id'] = ids.map(({ id }) => id);
    for (const name of ['slug', 'ref', 'no', 'code']) {
      const columns = await house.db<{ t: string }>(
        `select table_name t from information_schema.columns where table_schema = 'public' and column_name = $1`,
        [name],
      );
      known[name] = (
        await Promise.all(
          columns.map(({ t }) => house.db<{ v: string | number }>(`select "${name}" v from "${t}" limit 3`)),
        )
      )
        .flat()
        .map(({ v }) => v);
    }
    const named = {
      memberId: 'member',
      organisationId: 'organisation',
      into: 'question',
      organisation: 'organisation',
      subject: 'request',
      forum: 'cluster',
      cluster: 'cluster',
      host: 'organisation',
    };
    for (const [name, table] of Object.entries(named)) {
      const column = /Id$|into|subject/.test(name) ? 'id' : 'slug';
      known[name] = (await house.db<{ v: string }>(`select ${column}::text v from "${table}" limit 3`)).map(
        ({ v }) => v,
      );
    }
    known['post'] = [1, 2];
    known['stream'] = (await house.db<{ v: string }>('select name v from stream limit 20')).map(({ v }) => v);
    cookies.push(
      '',
      `baraza.device=${'d'.repeat(43)}`,
      await house.cookie({}),
      await house.cookie({
        roles: ['broker', 'lead_broker', 'moderator', 'organiser', 'editor', 'me_officer', 'admin'],
      }),
      await house.cookie('kolkata-focal-point'),
    );
  }, 60_000);
  afterAll(() => house.close());

  it.each(allRoutes.map((route) => [route.name, route] as const))(
    '%s answers it with a clear problem, never with a 500',
    async (name, route) => {
      const random = seeded([...name].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) >>> 0);
      const pick: Pick = (from) => from[Math.floor(random() * from.length)] as (typeof from)[number];
      for (let round = 0; round < 120; round++) {
        const good = wellFormed(route, pick, known as Known);
        const call = round % 6 === 0 ? good : spoil(good, pick, random);
        const cookie = pick(cookies);
        const sent = call.body === undefined ? null : await bodyOf(route, withFile(route, call.body, pick));
        const answer = await house.app.inject({
          method: methodOf(route) as 'GET',
          url: addressOf(route, call),
          headers: {
            ...(cookie && { cookie }),
            ...(isWrite(route) && { 'idempotency-key': `fuzz-${name}-${round}` }),
            ...sent?.headers,
          },
          ...(sent && { payload: sent.payload }),
        });
        const clear =
          answer.statusCode < 400 || answer.headers['content-type']?.toString().includes('application/problem+json');
        if (answer.statusCode >= 500 || !clear)
          throw new Error(
            `${answer.statusCode} on ${methodOf(route)} ${addressOf(route, call).slice(0, 300)} ${JSON.stringify(call.body)?.slice(0, 500)}\n${answer.body.slice(0, 500)}`,
          );
      }
    },
    30_000,
  );

  it.each(allRoutes.filter(({ query }) => query?.shape['cursor']).map((route) => [route.name, route] as const))(
    '%s begins at its beginning, or refuses, when somebody made the cursor up',
    async (_, route) => {
      const values = [
        '',
        'x',
        '\u0000',
        'infinity',
        '2026-01-01',
        '-1',
        -1,
        0.5,
        1e308,
        '99999999999999999999',
        known['id']?.[0],
      ];
      for (const value of values)
        for (let length = 1; length <= 4; length++) {
          const cursor = Buffer.from(JSON.stringify(Array(length).fill(value))).toString('base64url');
          const good = wellFormed(route, (from) => from[0] as never, known as Known);
          const url = addressOf(route, { ...good, query: { cursor } });
          const answer = await house.app.inject({ url, headers: { cookie: cookies.at(-2) ?? '' } });
          if (answer.statusCode >= 500)
            throw new Error(`${answer.statusCode} for ${JSON.stringify(value)} × ${length}`);
        }
    },
  );

  it.each([
    ['a device that calls itself everything', { cookie: `baraza.device=${'%27'.repeat(2500)}` }],
    ['a device with the name of a member', { cookie: 'baraza.device=11111111-1111-4111-8111-111111111111' }],
    ['a zone that is none', { cookie: 'baraza.zone=Mars%2FOlympus; baraza.locale=xx; baraza.theme=%00' }],
    ['an organisation that is none', { cookie: `baraza.acting_for=${'x'.repeat(3000)}` }],
    ['languages without end', { 'accept-language': 'en;q=0.1,'.repeat(800) }],
    ['languages of nowhere', { 'accept-language': '*;q=x, -, xx-YY-zz-u-nu-latn;;;' }],
    ['two sessions', { cookie: 'baraza.session_token=a.b; __Secure-baraza.session_token=c.d' }],
    ['a key as long as it may be', { 'idempotency-key': '\u00ff'.repeat(100) }],
    ['a key that is too long', { 'idempotency-key': 'k'.repeat(5000) }],
    ['a weak tag of nothing', { 'if-none-match': 'W/"', range: 'bytes=99-1' }],
  ])('does not fall over %s', async (_, headers) => {
    for (const [method, url, payload] of [
      ['GET', '/api/v1/members/session', undefined],
      ['GET', '/api/v1/threads?limit=1', undefined],
      ['POST', '/api/v1/boards/enter', { code: String(known['code']?.[0]) }],
      ['POST', `/api/v1/boards/${known['code']?.[0]}/questions`, { text: 'Who pays?', locale: 'en' }],
    ] as const) {
      const answer = await house.app.inject({
        method,
        url,
        headers: { 'idempotency-key': 'k'.repeat(20), ...(headers as Record<string, string>) },
        ...(payload && { payload }),
      });
      expect({ url, status: answer.statusCode, body: answer.statusCode >= 500 ? answer.body : '' }).toEqual({
        url,
        status: expect.any(Number),
        body: '',
      });
    }
  });

  it.each([
    ['broken JSON', { 'content-type': 'application/json' }, '{"a":'],
    ['JSON that is not an object', { 'content-type': 'application/json' }, '"x"'],
    ['an unknown type', { 'content-type': 'application/x-java' }, 'x'],
    ['a prototype', { 'content-type': 'application/json' }, '{"__proto__":{"a":1}}'],
    ['two megabytes', { 'content-type': 'application/json' }, JSON.stringify({ a: 'x'.repeat(2_000_000) })],
    ['a broken cookie', { cookie: 'baraza.session_token=%E0%A4%A; baraza.locale=%%%; =; ;;' }, undefined],
  ])('refuses %s', async (_, headers, payload) => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/members/sign-in',
      headers: { ...headers, 'idempotency-key': 'k'.repeat(20) },
      ...(payload !== undefined && { payload }),
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
