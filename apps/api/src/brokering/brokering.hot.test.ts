import { randomUUID } from 'node:crypto';
import { deskViews } from '@baraza/contracts/brokering';
import { type Actor, visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, cast } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { encodeCursor } from '../platform/database/cursor.ts';
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
    // a step on each, so that every view of the desk has its share, and a suggestion on every other
    await house.db(`
      update request set state = (array['published', 'published', 'in_matching', 'in_partnering'])[1 + (hashtext(ref) & 3)], expires_at = published_at + interval '1 day' * (hashtext(ref) & 127) where ref like 'REQ-2019-%';
      insert into brokering_step (subject, kind, address, request_id, private, what, due_at, responsible_kind, responsible_id, missed_at, silent_since)
        select 'request:' || id, 'request', ref, id, false, 'brokering.step.' ||
          (array['suggestPartners', 'followMatch', 'lookAgain', 'confirmRequest', 'confirmRequest', 'confirmRequest', 'confirmRequest', 'confirmRequest'])[1 + (hashtext(ref) & 7)],
          next_due_at, 'role', 'broker', case when hashtext(ref) % 10 = 0 then next_due_at end, published_at
        from request where ref like 'REQ-2019-%';
      insert into match (id, request_id, origin, state, state_since, last_activity_at, created_at)
        select md5(ref)::uuid, id, 'broker', 'suggested', published_at, published_at, published_at from request where ref like 'REQ-2019-%' and hashtext(ref) % 2 = 0;
      analyze request; analyze brokering_step; analyze match;`);
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

  const broker: Actor = {
    ...visitor,
    kind: 'member',
    id: randomUUID(),
    roles: ['member', 'broker'],
    affiliations: [{ organisationId: randomUUID(), role: 'staff' }],
  };
  const walked =
    /(Index|Index Only) Scan using (request_desk|request_state_desk|request_case|brokering_step_what)|Bitmap Index Scan on brokering_step_what/;

  it.each(deskViews)('walk the desk’s view %s in its order, from the beginning and from the middle', async (view) => {
    const cursor = encodeCursor([new Date(Date.now() + 90 * 86_400_000).toISOString(), randomUUID()]);
    for (const from of [{}, { cursor }]) {
      const plan = await planOf(deskSql({ actor: broker, at: house.clock.now() }, { view, limit: 20, ...from }));
      expect(plan).toMatch(walked);
      expect(plan).not.toMatch(/Seq Scan on (request|brokering_step|match) /);
    }
  });

  it('open a case for its broker without looking through those of others', async () => {
    const plan = await planOf(requestSql({ ...asker, actor: broker }, 'REQ-2019-77'));
    expect(plan).not.toMatch(/Seq Scan on (request|brokering_step|match) /);
  });
});
