import { randomUUID } from 'node:crypto';
import { type Actor, visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, cast } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { deskSql } from './desk/desk.sql.ts';
import { listSql, requestSql } from './requests/requests.sql.ts';

describe('the hot reads', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    const people = await cast(house);
    const request = await aRequest(people);
    await house.db(
      `insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, state, state_since, last_activity_at,
         created_at, approved_by, published_at, expires_at, next_due_at, themes)
       select gen_random_uuid(), 'REQ-2019-' || n, 'need', organisation_id, author_id, region, 'public', 'en', title, 'published', state_since,
         last_activity_at, created_at, approved_by, published_at - n * interval '1 minute', expires_at, expires_at + n * interval '1 minute', array['t' || n % 50]
       from request, generate_series(1, 8000) n where ref = $1`,
      [request.ref],
    );
    await house.db('analyze request');
  });
  afterAll(() => house.close());

  const planOf = async ({ sql, values }: { sql: string; values: readonly unknown[] }) =>
    (await house.db<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)).map((row) => row['QUERY PLAN']).join('\n');
  const filter = { kind: [], theme: [], sdg: [], modality: [], region: [], state: [], language: [], limit: 20 };
  const asker = { actor: visitor, locale: 'en' as const, at: new Date() };

  it('find a request by its ref, and a page of the list by its place, through an index', async () => {
    const one = await planOf(requestSql(asker, 'REQ-2019-77'));
    expect(one).toContain('request_ref_key');
    expect(one).not.toContain('Seq Scan on request ');
    const list = await planOf(listSql(asker, filter));
    expect(list).toContain('request_newest');
    expect(list).not.toMatch(/Seq Scan on request |Sort/);
    const page = await house.visitor().brokering.requests({ query: { limit: 20 } });
    const later = await planOf(listSql(asker, { ...filter, cursor: page.next as string }));
    expect(later).toMatch(/Index Cond: .*published_at/);
  });

  it('walk the whole list without a gap and without a double', async () => {
    const visitors = house.visitor().brokering;
    const refs: string[] = [];
    let cursor: string | undefined;
    for (let i = 0; i < 5; i++) {
      const page = await visitors.requests({ query: { theme: ['t7'], limit: 40, ...(cursor && { cursor }) } });
      refs.push(...page.items.map(({ ref }) => ref));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(refs).size).toBe(160);
    expect(refs).toHaveLength(160);
  });

  it('take the desk’s queue from its own index', async () => {
    const broker: Actor = { ...visitor, kind: 'member', id: randomUUID(), roles: ['member', 'broker'] };
    const sql = deskSql({ ...asker, actor: broker, at: new Date() } as Parameters<typeof deskSql>[0], {
      view: 'all',
      limit: 20,
    });
    expect(await planOf(sql)).toContain('request_desk');
  });
});
