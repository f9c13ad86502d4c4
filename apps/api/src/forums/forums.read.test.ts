import { visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aForum, aThread } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { threadStatement } from './thread.queries.ts';

let house: House;
let author: ApiClient;
let no: number;
beforeAll(async () => {
  house = await openHouse();
  await aForum(house, 'ports');
  author = await house.as({ slug: 'author', at: { kolkata: 'focal_point' } });
  no = await aThread(author, 'ports', 2);
  // A forum as it is after years: 400 threads of 50 posts, copied in bulk.
  await house.db(
    `insert into thread (id, cluster_id, type, state, visibility, title, language, author_id, posts, last_no, organisations, languages, last_activity_at, created_at)
     select gen_random_uuid(), t.cluster_id, t.type, t.state, t.visibility, t.title, t.language, t.author_id, 50, 50, '{}', '{en}',
       t.last_activity_at - make_interval(hours => n), t.created_at from thread t, generate_series(1, 400) n where t.no = $1`,
    [no],
  );
  await house.db(
    `insert into post (id, thread_id, no, author_id, lang, body, html, excerpt, created_at)
     select gen_random_uuid(), t.id, n, p.author_id, p.lang, p.body, p.html, p.excerpt, p.created_at
     from thread t, generate_series(1, 50) n, post p where t.no <> $1 and p.no = 1 and p.thread_id = (select id from thread where no = $1)`,
    [no],
  );
  await house.db('analyze');
});
afterAll(() => house.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Counts what is asked of PostgreSQL while `act` runs: each is one round trip. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }];
    asked.push(typeof first === 'string' ? first : first.text);
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = query;
  }
  return asked;
}

describe('reading a thread', () => {
  it('goes through indexes to the page asked for and touches no other post', async () => {
    const [latest] = await house.db<{ no: number }>('select max(no) as no from thread');
    const { text, values } = threadStatement({ no: latest?.no ?? 0, from: 21, limit: 20 }, visitor, 'en');
    const [row] = await house.db<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${text}`, values);
    const all = nodes(row?.['QUERY PLAN'][0].Plan as Plan);
    const posts = all.filter((node) => node['Relation Name'] === 'post' && node['Actual Rows'] > 0);
    expect(posts.map((node) => [node['Node Type'], node['Actual Rows'] * node['Actual Loops']])).toEqual([
      ['Index Scan', 20],
    ]);
    const [thread] = all.filter((node) => node['Relation Name'] === 'thread');
    expect(thread?.['Node Type']).toBe('Index Scan');
  });

  it('lists a forum’s last active threads through its index, without sorting the forum', async () => {
    const asked = await statementsOf(() => house.visitor().forums.threads({ query: { forum: 'ports' } }));
    const sql = asked.find((text) => text.includes('from thread t')) ?? '';
    const [row] = await house.db<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${sql}`, [
      'en',
      'ports',
      21,
    ]);
    const all = nodes(row?.['QUERY PLAN'][0].Plan as Plan);
    expect(all.map((node) => node['Node Type'])).not.toContain('Sort');
    const threads = all.filter((node) => node['Relation Name'] === 'thread');
    expect(threads.map((node) => [node['Node Type'], node['Actual Rows']])).toEqual([['Index Scan', 21]]);
  });

  it('asks one question for a visitor and one for a member, planned once a connection', async () => {
    const reader = await house.as({ slug: 'reader' });
    await reader.forums.read({ params: { no }, query: {} });
    expect(await statementsOf(() => house.visitor().forums.read({ params: { no }, query: {} }))).toHaveLength(1);
    expect(await statementsOf(() => reader.forums.read({ params: { no }, query: {} }))).toHaveLength(1);
  });
});

describe('writing a reply', () => {
  it('takes six round trips with the transaction’s own', async () => {
    await author.forums.read({ params: { no }, query: {} });
    const body = { text: 'A **reply**', locale: 'en' } as const;
    const asked = await statementsOf(() => author.forums.reply({ params: { no }, body }));
    expect(asked.map((text) => text.trim().split(/\s+/)[0]?.toLowerCase())).toEqual([
      'start',
      'insert',
      'select',
      'with',
      'with',
      'commit',
    ]);
  });
});
