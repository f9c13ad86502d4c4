import type { UnmetDemand } from '@baraza/contracts/brokering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../test/harness.ts';
import { demoId } from '../../demo/ids.ts';
import { demandSql, firstExpressionSql, funnelSql, seatsSql, triageSql } from './record.sql.ts';
import { unmetSql } from './unmet.sql.ts';

interface ARequest {
  readonly org?: string;
  readonly kind?: string;
  readonly region?: string;
  readonly visibility?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly sdgs?: number[];
  readonly lines?: string[];
  readonly daysAgo?: number;
}
const text = JSON.stringify({ sourceLocale: 'en', sourceText: 'Words', sourceHash: 'x', variants: [] });

describe('the record of the house', () => {
  let house: House;
  let count = 0;
  const now = new Date('2026-03-20T09:00:00Z'); // a Friday
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const author = demoId('member', 'author');
  const idOf = (slug: string) => demoId('organisation', slug);

  beforeAll(async () => {
    house = await openHouse();
    house.clock.set(now);
    for (const [slug, country] of [
      ['benin', 'BJ'],
      ['kenya', 'KE'],
      ['hangzhou', 'CN'],
    ] as const)
      await house.organisation(slug, { country });
    await house.member({ slug: 'author' });
  });
  afterAll(() => house.close());

  const aRequest = async (a: ARequest = {}): Promise<string> => {
    count += 1;
    const [{ id }] = (await house.db<{ id: string }>(
      `insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, lines, sdgs, state, state_since,
         last_activity_at, created_at, submitted_at, published_at, expires_at, approved_by, end_reason, ended_by, ended_at)
       select gen_random_uuid(), 'REQ-2020-' || $1, $2, $3, $4::uuid, $5, $6, 'en', $7, $8, $9, $10::text, at, at, at, at, at,
         at + interval '180 days', $4::uuid, $11, case when $11::text is not null then 'system' end, case when $11::text is not null then at end
       from (select $12::timestamptz as at) t returning id`,
      [
        count,
        a.kind ?? 'need',
        idOf(a.org ?? 'kenya'),
        author,
        a.region ?? 'africa',
        a.visibility ?? 'public',
        text,
        JSON.stringify((a.lines ?? []).map((state, n) => ({ id: `${n}`, text: {}, quantity: null, state }))),
        a.sdgs ?? [],
        a.state ?? 'published',
        a.reason ?? null,
        ago(a.daysAgo ?? 10),
      ],
    )) as [{ id: string }];
    return id;
  };
  const move = (
    subject: string,
    name: string,
    to: string,
    at: Date,
    by: 'desk' | 'system' = 'desk',
    reason: string | null = null,
  ) =>
    house.db(
      `insert into brokering_move (subject, move, to_state, at, by_kind, by_id, reason) values ($1, $2, $3, $4, $5, $6, $7)`,
      [subject, name, to, at, by, by === 'desk' ? author : null, reason],
    );
  const anExpression = (request: string, sentAt: Date, from = 'hangzhou') =>
    house.db<{ id: string }>(
      `insert into expression (id, request_id, organisation_id, author_id, locale, sent_at, state, state_since, last_activity_at, created_at)
       values (gen_random_uuid(), $1, $2, $3, 'en', $4, 'sent', $4, $4, $4) returning id`,
      [request, idOf(from), author, sentAt],
    );
  /** A match introduced so many days ago, and what became of it. */
  const led = async (
    request: string,
    introduced: number,
    partnership: { state: string; activeDays?: number; confidential?: boolean; parties: [string, string][] } | null,
  ) => {
    const [match] = await house.db<{ id: string }>(
      `insert into match (id, request_id, state, state_since, last_activity_at, created_at, origin)
       values (gen_random_uuid(), $1, 'introduced', $2, $2, $2, 'broker') returning id`,
      [request, ago(introduced)],
    );
    await move(`match:${match?.id}`, 'introduce', 'introduced', ago(introduced));
    if (!partnership) return '';
    const { state, activeDays, confidential = false, parties } = partnership;
    count += 1;
    const [row] = await house.db<{ id: string }>(
      `insert into partnership (id, ref, match_id, request_id, confidential, locale, title, plan, agreed_at, active_since, state, state_since,
         last_activity_at, created_at)
       values (gen_random_uuid(), 'PAR-2020-' || $1, $2, $3, $4, 'en', $5, $5, $6, $7, $8, $6, $6, $6) returning id`,
      [count, match?.id, request, confidential, text, ago(introduced - 1), activeDays ? ago(activeDays) : null, state],
    );
    for (const [n, [org, role]] of parties.entries())
      await house.db(
        'insert into partnership_party (partnership_id, organisation_id, position, role) values ($1, $2, $3, $4)',
        [row?.id, idOf(org), n, role],
      );
    if (activeDays) await move(`partnership:${row?.id}`, 'start', 'active', ago(activeDays));
    return row?.id ?? '';
  };
  const cellsOf = ({ cells }: UnmetDemand) =>
    cells.map(({ sdg, region, kind, requests, lines }) => `${sdg} ${region} ${kind} ${requests}/${lines}`);

  it('says nothing while there is little to say', async () => {
    const record = await house.visitor().brokering.promise({ query: {} });
    expect(record.triage).toEqual({ of: 0, median: null, ninetieth: null, target: 3 });
    expect(record.funnel).toMatchObject({ introduced: 0, alive: { of: 0, part: null } });
    expect(await house.visitor().brokering.unmet()).toMatchObject({ totals: [], cells: [] });
  });

  it('counts exactly what was never met, each line once, and never what is hidden', async () => {
    await aRequest({ state: 'closed', reason: 'no_match', sdgs: [2, 9], lines: ['open', 'partly_covered', 'covered'] });
    await aRequest({ state: 'closed', reason: 'lapsed', sdgs: [9] });
    await aRequest({ state: 'expired', region: 'asia' });
    await aRequest({ state: 'closed', reason: 'partly_partnered', sdgs: [9], lines: ['covered', 'open'] });
    await aRequest({ state: 'closed', reason: 'partly_partnered', sdgs: [9] });
    await aRequest({ state: 'closed', reason: 'met_elsewhere', sdgs: [9], lines: ['open'] });
    await aRequest({ state: 'closed', reason: 'no_match', sdgs: [9], lines: ['covered', 'dropped'] });
    await aRequest({ state: 'closed', reason: 'no_match', kind: 'offer', sdgs: [9] });
    await aRequest({ daysAgo: 61, sdgs: [2], lines: ['open', 'open'] });
    await aRequest({ daysAgo: 59, sdgs: [2] });
    const matched = await aRequest({ daysAgo: 90, sdgs: [2], state: 'in_matching' });
    await led(matched, 20, null);
    for (const visibility of ['members', 'brokers_only', 'cluster']) {
      await aRequest({ state: 'closed', reason: 'no_match', visibility, sdgs: [9] });
      await aRequest({ daysAgo: 100, visibility, sdgs: [2] });
    }
    const broker = await house.as({ roles: ['broker'] });
    for (const reader of [house.visitor(), broker]) {
      const unmet = await reader.brokering.unmet();
      expect(cellsOf(unmet)).toEqual([
        '0 asia ended 1/1',
        '2 africa ended 1/2',
        '2 africa waiting 1/2',
        '9 africa ended 3/4',
      ]);
      expect(unmet.totals).toEqual([
        { kind: 'ended', requests: 4, lines: 5 },
        { kind: 'waiting', requests: 1, lines: 2 },
      ]);
      for (const { sdg, region, kind, requests } of unmet.cells) {
        const { items } = await reader.brokering.requests({ query: { unmet: kind, sdg: [sdg], region: [region] } });
        expect(items).toHaveLength(requests);
      }
    }
    const sheet = await house.app.inject({ url: '/api/v1/unmet.csv' });
    expect(sheet.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(sheet.body.split('\r\n').slice(0, 3)).toEqual([
      'sdg,region,kind,requests,lines',
      ',asia,ended,1,1',
      '2,africa,ended,1,2',
    ]);
  });

  it('knows how soon the desk answered, and the first expression came', async () => {
    await house.db('delete from match');
    await house.db('delete from request');
    const base = new Date('2026-03-02T09:00:00Z'); // a Monday
    const answered = [1, 2, 2, 3, 9];
    const clock = [1, 2, 2, 3, 11]; // nine working days take eleven
    for (const [n, days] of answered.entries()) {
      const id = await aRequest({ daysAgo: 18 });
      await move(`request:${id}`, 'publish', 'published', new Date(base.getTime() + (clock[n] ?? 0) * 86_400_000));
      await anExpression(id, new Date(base.getTime() + days * 86_400_000));
    }
    for (const visibility of ['members', 'brokers_only']) {
      const id = await aRequest({ daysAgo: 18, visibility });
      await move(`request:${id}`, 'decline', 'declined', ago(1));
      await anExpression(id, ago(1));
    }
    const long = await aRequest({ daysAgo: 400 });
    await move(`request:${long}`, 'ask', 'needs_info', ago(1));
    const read = (period: 'year' | 'all') => house.visitor().brokering.promise({ query: { period } });
    const year = await read('year');
    expect(year.triage).toEqual({ of: 5, median: 2, ninetieth: 9, target: 3 });
    expect(year.firstExpression).toEqual({ of: 5, median: 2, ninetieth: 9, published: 5 });
    expect((await read('all')).triage.of).toBe(6);
    // What waits: one too long, one not long enough to say; and one sent again counts from then on.
    for (const daysAgo of [18, 1]) await aRequest({ daysAgo, state: 'submitted' });
    const again = await aRequest({ daysAgo: 18 });
    await move(`request:${again}`, 'ask', 'needs_info', ago(60));
    await move(`request:${again}`, 'publish', 'published', new Date(base.getTime() + 2 * 86_400_000));
    const later = (await read('year')).triage;
    expect([later.of, later.median, (later.ninetieth ?? 0) > 9]).toEqual([7, 2, true]);
    await house.db(`delete from request where state <> 'published' or id = $1`, [again]);
    expect((await read('all')).firstExpression.published).toBe(6);
    expect((await house.visitor().home.read()).promise).toEqual({ requests: 5, workingDays: 2 });
  });

  it('knows which expressions were answered in time', async () => {
    const [{ id }] = (await house.db<{ id: string }>(`select id from request where visibility = 'public' limit 1`)) as [
      { id: string },
    ];
    for (const [n, answeredAfter] of [2, 14, 15, null].entries()) {
      await house.organisation(`sender-${n}`);
      const [expression] = await anExpression(id, ago(39), `sender-${n}`);
      if (answeredAfter) await move(`expression:${expression?.id}`, 'accept', 'accepted', ago(39 - answeredAfter));
    }
    const { answers } = await house.visitor().brokering.promise({ query: {} });
    // ten working days from a Monday end after fourteen days; of the five sent in March the time of four is up
    expect(answers).toMatchObject({ of: 8, part: 2, within: 10 });
  });

  it('knows how much of what was asked for line by line is covered', async () => {
    await aRequest({ lines: ['covered', 'covered', 'partly_covered', 'open', 'dropped'] });
    await aRequest({ kind: 'exchange', lines: ['covered'] });
    // None of these counts: what is offered, what not everybody reads, what is a year and more old.
    await aRequest({ kind: 'offer', lines: ['covered'] });
    await aRequest({ visibility: 'members', lines: ['covered'] });
    await aRequest({ daysAgo: 400, lines: ['covered', 'open'] });
    const read = (period: 'year' | 'all') => house.visitor().brokering.promise({ query: { period } });
    expect((await read('year')).lines).toEqual({ of: 5, part: 3 });
    expect((await read('all')).lines).toEqual({ of: 7, part: 4 });
    const sheet = await house.app.inject({ url: '/api/v1/promise.csv?period=year' });
    expect(sheet.body).toContain('lines,covered,3,5\r\n');
  });

  it('follows introductions to partnerships, and those to their first birthday', async () => {
    const open = await aRequest({ org: 'benin', daysAgo: 420 });
    const pair: [string, string][] = [
      ['benin', 'requester'],
      ['hangzhou', 'provider'],
    ];
    await led(open, 500, null);
    await led(open, 500, { state: 'scoping', parties: pair }).then((id) =>
      house.db('update partnership set agreed_at = null where id = $1', [id]),
    );
    await led(open, 500, { state: 'agreed', parties: pair });
    const living = [];
    for (let n = 0; n < 5; n++) living.push(await led(open, 500, { state: 'active', activeDays: 400, parties: pair }));
    await move(`partnership:${living[0]}`, 'fallDormant', 'dormant', ago(100)); // more than 300 days after its start
    await move(`partnership:${living[1]}`, 'close', 'closed', ago(200), 'desk', 'completed');
    await move(`partnership:${living[2]}`, 'cancel', 'cancelled', ago(200), 'desk', 'no_funding');
    await move(`partnership:${living[3]}`, 'fallDormant', 'dormant', ago(10)); // after its first birthday
    await led(open, 100, {
      state: 'active',
      activeDays: 90,
      parties: [
        ['kenya', 'mutual'],
        ['hangzhou', 'mutual'],
      ],
    });
    await led(open, 900, { state: 'active', activeDays: 800, parties: pair }); // its first birthday is no news of this year
    await led(open, 500, { state: 'active', activeDays: 400, confidential: true, parties: pair });
    const secret = await aRequest({ visibility: 'members' });
    await led(secret, 100, { state: 'active', activeDays: 90, parties: pair });

    const { funnel, groups, concentration, reciprocity } = await house
      .visitor()
      .brokering.promise({ query: { period: 'all' } });
    expect(funnel).toEqual({
      introduced: 11,
      agreed: { of: 11, part: 8 },
      active: { of: 11, part: 7 },
      alive: { of: 6, part: 4 },
    });
    expect(groups[0]).toEqual({ group: 'ldc', demand: { of: 9, part: 1 }, partnerships: { of: 9, part: 8 } });
    expect(concentration).toEqual({ of: 10, part: 10 });
    expect(reciprocity).toEqual({ of: 3, part: null });
    const year = await house.visitor().brokering.promise({ query: { period: 'year' } });
    expect(year.funnel).toMatchObject({ introduced: 1, agreed: { of: 1, part: null }, alive: { of: 5, part: 3 } });
    const sheet = await house.app.inject({ url: '/api/v1/promise.csv?period=all' });
    expect(sheet.body).toContain('funnel,alive,4,6\r\n');
    expect(sheet.body).toContain('reciprocity,give_and_receive,,3\r\n');
    expect((await house.app.inject({ url: '/api/v1/promise.csv?period=%00' })).statusCode).toBe(200);
  });

  it('is read through indexes, among ten thousand', async () => {
    await house.db(
      `insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, state, state_since, last_activity_at,
         created_at, approved_by, submitted_at, published_at, expires_at, end_reason, ended_by, ended_at, sdgs)
       select gen_random_uuid(), 'REQ-2019-' || n, 'need', organisation_id, author_id, 'asia', case when n % 3 = 0 then 'members' else 'public' end, 'en',
         title, case when n % 40 = 0 then 'closed' else 'published' end, at, at, at, author_id, at, at, at + interval '180 days',
         case when n % 40 = 0 then 'no_match' end, case when n % 40 = 0 then 'system' end, case when n % 40 = 0 then at end, array[n % 18]
       from (select * from request limit 1) r, generate_series(1, 10000) n, lateral (select now() - n * interval '4 hours' as at) t`,
    );
    await house.db(
      `insert into brokering_move (subject, move, to_state, at, by_kind)
       select 'request:' || id, 'expire', 'published', published_at, 'system' from request`,
    );
    await house.db(
      `insert into partnership (id, ref, match_id, request_id, locale, title, plan, agreed_at, state, state_since, last_activity_at, created_at)
       select gen_random_uuid(), 'PAR-2019-' || n, match_id, request_id, 'en', title, plan, at, 'agreed', at, at, at
       from (select * from partnership limit 1) p, generate_series(1, 10000) n, lateral (select now() - n * interval '4 hours' as at) t`,
    );
    for (const table of ['request', 'brokering_move', 'partnership']) await house.db(`analyze ${table}`);
    const planOf = async (sql: string, values: readonly unknown[]) =>
      (await house.db<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)).map((row) => row['QUERY PLAN']).join('\n');
    const unmet = unmetSql(new Date());
    expect(await planOf(unmet.sql, unmet.values)).toMatch(/request_unmet/);
    const recent = new Date(Date.now() - 30 * 86_400_000);
    const triage = await planOf(triageSql, [recent, 500, new Date()]);
    expect(triage).toContain('request_sent');
    expect(triage).toContain('brokering_move_subject');
    for (const [sql, values] of [
      [firstExpressionSql, [recent]],
      [demandSql, [recent]],
    ] as const)
      expect(await planOf(sql, values)).not.toContain('Seq Scan on request');
    expect(await planOf(funnelSql, [recent])).toContain('brokering_move_introduced');
    expect(await planOf(seatsSql, [recent])).toContain('partnership_public');
    const started = performance.now();
    await house.visitor().brokering.unmet();
    await house.visitor().brokering.promise({ query: { period: 'all' } });
    await house.visitor().brokering.requestFacets({ query: {} });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
