import { locales } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { clusterMembersDemo, clustersDemo } from '../clusters/clusters.demo.ts';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import { membersDemo } from '../members/members.demo.ts';
import { forumsDemo } from './forums.demo.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const step of [citiesDemo, clustersDemo, membersDemo, clusterMembersDemo]) await step(house.app, testSettings);
  await forumsDemo(house.app, testSettings);
});
afterAll(() => house.close());

type Content = readonly {
  id: string;
  title: string;
  titleEn: string;
  lang: string;
  posts: readonly { id: string }[];
}[];

describe('the forums of the demo community', () => {
  it('hold every thread and every post of the content, in seven languages', async () => {
    const content = readContent<Content>('threads');
    const posts = content.flatMap((thread) => thread.posts);
    const [count] = await house.db(
      `select (select count(*)::int from thread) as threads, count(*)::int as posts, count(distinct lang)::int as languages from post`,
    );
    expect(count).toEqual({ threads: content.length, posts: posts.length, languages: locales.length });
    const ids = await house.db<{ id: string }>('select id from post');
    expect(new Set(ids.map(({ id }) => id))).toEqual(new Set(posts.map(({ id }) => demoId('post', id))));
  });

  it('read in English where the editors have put a title into English, and say so', async () => {
    const { items } = await house.visitor().forums.threads({ query: { limit: 100 } });
    const foreign = items.filter((line) => line.title.source);
    expect(foreign.length).toBeGreaterThan(10);
    for (const { title } of foreign) expect(title).toMatchObject({ locale: 'en', kind: 'human', stale: false });
    const inArabic = await house.visitor({ 'accept-language': 'ar' }).forums.threads({ query: { limit: 100 } });
    expect(inArabic.items.every((line) => line.title.source === null)).toBe(true);
  });

  it('leave what the room itself would have left: events in order, counts that count, answers that resolve (F3)', async () => {
    const wrong = await house.db(
      `select t.no from thread t where t.posts <> (select count(*) from post p where p.thread_id = t.id)
       or t.state = 'resolved' and t.resolution is null and not exists (select 1 from post p where p.thread_id = t.id and p.accepted_at is not null)`,
    );
    expect(wrong).toEqual([]);
    const [events] = await house.db(
      `select count(*) filter (where name = 'forums.post.written')::int as written, bool_and(at <= $1) as past,
         (select count(*)::int from post) as posts,
         (select count(*)::int from (select at < lag(at) over (order by seq) as back from domain_event where name like 'forums.%') e where back) as back
       from domain_event where name like 'forums.%'`,
      [house.clock.now()],
    );
    expect(events).toMatchObject({ past: true, back: 0, written: events?.['posts'] });
    await house.deliver();
  });

  it('give the focal points something new to read, and something they have read', async () => {
    const kolkata = await house.as('kolkata-focal-point');
    const { forums } = await kolkata.forums.overview();
    const unread = forums.reduce((sum, forum) => sum + (forum.unread ?? 0), 0);
    const threads = forums.reduce((sum, forum) => sum + forum.threads, 0);
    expect(unread).toBeGreaterThan(0);
    expect(unread).toBeLessThan(threads);
  });
});
