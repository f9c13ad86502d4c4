import { written } from '@baraza/domain/translation';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type House, openHouse } from '../../test/harness.ts';
import { demoId } from '../demo/ids.ts';

const english = (text: string) => JSON.stringify(written('en', text));

describe('the front page and the search', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('hangzhou');
    await house.organisation('qingdao');
    await house.member({ slug: 'author', at: { hangzhou: 'focal_point' } });
    await house.db(
      `insert into cluster (id, slug, kind, names, description) values ($1, 'ports', 'forum', '{"en": "Ports"}', $2)`,
      [demoId('cluster', 'ports'), english('')],
    );
    await house.db(
      `insert into source (id, title, publisher, language) values ('report', 'Report', 'Publisher', 'en') on conflict do nothing`,
    );
  });
  afterAll(() => house.close());

  const aRequest = (slug: string, title: string, state: string, visibility = 'public', daysAgo = 1) =>
    house.db(
      `insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, state, state_since,
         last_activity_at, created_at, submitted_at, published_at, expires_at, approved_by, claimed_by, end_reason, ended_by, ended_at)
       select $1, $2, 'need', $3, $4::uuid, 'asia', $5, 'en', $6, $7::text, at, at, at, case when $7 <> 'draft' then at end,
         case when $7 = 'published' then at end, case when $7 = 'published' then at + interval '180 days' end,
         case when $7 <> 'draft' then $4::uuid end, case when $7 = 'in_review' then $4::uuid end,
         case when $7 = 'withdrawn' then 'unstated' end, case when $7 = 'withdrawn' then 'system' end, case when $7 = 'withdrawn' then at end
       from (select $8::timestamptz as at) t`,
      [
        demoId('request', slug),
        `REQ-2026-${slug}`,
        demoId('organisation', 'hangzhou'),
        demoId('member', 'author'),
        visibility,
        english(title),
        state,
        new Date(house.clock.now().getTime() - daysAgo * 86_400_000),
      ],
    );
  const aThread = async (
    slug: string,
    title: string,
    body: string,
    state = 'open',
    visibility = 'public',
    postState = 'visible',
  ) => {
    await house.db(
      `insert into thread (id, cluster_id, type, state, visibility, title, language, author_id, posts, last_no, organisations, languages, last_activity_at, created_at)
       values ($1, $2, 'question', $3, $4, $5, 'en', $6, 1, 1, '{}', '{en}', $7, $7)`,
      [
        demoId('thread', slug),
        demoId('cluster', 'ports'),
        state,
        visibility,
        english(title),
        demoId('member', 'author'),
        house.clock.now(),
      ],
    );
    await house.db(
      `insert into post (id, thread_id, no, author_id, lang, state, body, html, excerpt, created_at)
       values ($1, $2, 1, $3, 'en', $4, $5, $5, '', $6)`,
      [
        demoId('post', slug),
        demoId('thread', slug),
        demoId('member', 'author'),
        postState,
        english(body),
        house.clock.now(),
      ],
    );
  };
  const found = async (q: string, api = house.visitor()) => {
    const { groups } = await api.search.find({ query: { q } });
    return groups.flatMap(({ kind, items }) => items.map(({ title }) => `${kind}: ${title}`));
  };

  it('find words in any script, in titles and in what was written, whatever their accents and capitals', async () => {
    await aRequest('zh', '为山区农户提供直播销售培训', 'published');
    await aRequest('fr', 'Accompagnement pour la livraison à São Paulo', 'published');
    await aThread('port', 'Which clearance step first?', 'Начните с портовых услуг; ابدأ بالميناء');
    expect(await found('直播销售')).toEqual(['request: 为山区农户提供直播销售培训']);
    expect(await found('sao LIVRAISON')).toEqual(['request: Accompagnement pour la livraison à São Paulo']);
    expect(await found('портов')).toEqual(['thread: Which clearance step first?']);
    expect(await found('بالميناء')).toEqual(['thread: Which clearance step first?']);
    expect(await found('clearance портов')).toEqual([]);
    expect(await found('hangzhou')).toEqual(['organisation: hangzhou']);
    expect(await found('100%_')).toEqual([]);
    expect(await found('   ')).toEqual([]);
  });

  it('never find what the reader may not see', async () => {
    for (const state of ['draft', 'withdrawn', 'in_review', 'submitted'])
      await aRequest(`kept-${state}`, 'Umbrella words', state);
    await aRequest('members', 'Umbrella words for members', 'published', 'members');
    await aRequest('desk', 'Umbrella words for brokers', 'published', 'brokers_only');
    await aThread('hidden', 'Umbrella hidden', 'x', 'hidden');
    await aThread('closed', 'Umbrella of members', 'x', 'open', 'members');
    await aThread('removed', 'A thread', 'umbrella in a post taken out', 'open', 'public', 'hidden');
    await house.db(
      `insert into story (slug, state, title, summary, place, challenge, solution, source_id) values ('draft', 'draft', $1, $1, '', $1, $1, 'report')`,
      [english('Umbrella story')],
    );
    expect(await found('umbrella')).toEqual([]);
    const member = await house.as({});
    expect(await found('umbrella', member)).toEqual([
      'request: Umbrella words for members',
      'thread: Umbrella of members',
    ]);
    const author = await house.as('author');
    expect((await found('umbrella', author)).filter((line) => line.startsWith('request'))).toHaveLength(6);
    const broker = await house.as({ roles: ['broker'] });
    expect((await found('umbrella', broker)).filter((line) => line.startsWith('request'))).toHaveLength(5);
  });

  it('show a visitor what is open, and a member what is near them', async () => {
    const { requests, threads, promise, session } = await house.visitor().home.read();
    expect(requests.map(({ title }) => title).sort()).toEqual([
      'Accompagnement pour la livraison à São Paulo',
      '为山区农户提供直播销售培训',
    ]);
    expect(threads.map(({ title }) => title)).toEqual(expect.arrayContaining(['Which clearance step first?']));
    expect(promise).toBeNull();
    expect(session).toBeNull();
    await house.db(`update organisation set themes = '{ports}' where slug = 'qingdao'`);
    await aRequest('near', 'Bills of lading', 'published');
    await house.db(`update request set themes = '{ports}' where ref = 'REQ-2026-near'`);
    const member = await house.as({ at: { qingdao: 'focal_point' } });
    expect((await member.home.read()).requests.map(({ title }) => title)).toEqual(['Bills of lading']);
  });

  it('say how soon the desk answers only when there is something to go by', async () => {
    for (let n = 0; n < 5; n++) {
      const slug = `answered-${n}`;
      await aRequest(slug, `Answered ${n}`, 'published', 'public', 10);
      await house.db(
        `insert into brokering_move (subject, move, from_state, to_state, at, by_kind, by_id) values ($1, 'publish', 'in_review', 'published', $2, 'desk', $3)`,
        [
          `request:${demoId('request', slug)}`,
          new Date(house.clock.now().getTime() - (10 - n) * 86_400_000),
          demoId('member', 'author'),
        ],
      );
    }
    const { promise } = await house.visitor().home.read();
    expect(promise).toMatchObject({ requests: 5 });
    expect(promise?.workingDays).toBe(2);
  });

  it('read everything from an index, among many', async () => {
    await house.db(
      `insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, state, state_since,
         last_activity_at, created_at, submitted_at, published_at, expires_at, approved_by)
       select md5('many:' || n)::uuid, 'MANY-' || n, 'need', organisation_id, author_id, 'asia', 'public', 'en',
         jsonb_set(title, '{sourceText}', to_jsonb('Need number ' || n)), 'published', at, at, at, at, at, at + interval '180 days', author_id
       from request, generate_series(1, 3000) n, lateral (select now() - n * interval '1 hour' as at) t where ref = 'REQ-2026-near'`,
    );
    await house.db(
      `insert into thread (id, cluster_id, type, state, visibility, title, language, author_id, posts, last_no, organisations, languages, last_activity_at, created_at)
       select md5('thread:' || n)::uuid, cluster_id, type, state, visibility, jsonb_set(title, '{sourceText}', to_jsonb('Thread number ' || n)), language,
         author_id, posts, last_no, organisations, languages, now() - n * interval '1 hour', created_at
       from thread, generate_series(1, 3000) n where id = $1`,
      [demoId('thread', 'port')],
    );
    await house.db('vacuum analyze request');
    await house.db('vacuum analyze thread');
    const dataSource = house.app.get(DataSource);
    const asked: [string, unknown[]][] = [];
    const query = dataSource.query.bind(dataSource);
    dataSource.query = (sql: string, values: unknown[] = []) => {
      asked.push([sql, values]);
      return query(sql, values);
    };
    const plansOf = async (ask: () => Promise<unknown>) => {
      asked.length = 0;
      await ask();
      const plans = [];
      for (const [sql, values] of asked.filter(([sql]) => /^select/.test(sql.trim()))) {
        const rows: { 'QUERY PLAN': string }[] = await query(`explain ${sql}`, values);
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      }
      return plans.join('\n\n');
    };
    const front = await plansOf(() => house.visitor().home.read());
    for (const index of ['request_newest', 'thread_latest']) expect(front).toContain(index);
    const search = await plansOf(() => house.visitor().search.find({ query: { q: 'number 2999' } }));
    for (const index of ['request_searched', 'thread_searched']) expect(search).toContain(index);
    dataSource.query = query;
  });
});
