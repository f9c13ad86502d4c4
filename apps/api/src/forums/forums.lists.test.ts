import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aForum, aThread, codeOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let benin: ApiClient;
let tianjin: ApiClient;
let moderator: ApiClient;
let forum: string;

beforeAll(async () => {
  house = await openHouse();
  forum = await aForum(house, 'ports');
  benin = await house.as({ slug: 'benin-focal-point', at: { benin: 'focal_point' }, locale: 'fr' });
  tianjin = await house.as({ slug: 'tianjin-desk', at: { tianjin: 'staff' } });
  moderator = await house.as({ slug: 'moderator', roles: ['moderator'] });
});
afterAll(() => house.close());

const read = (client: ApiClient, no: number, from = 1) => client.forums.read({ params: { no }, query: { from } });

describe('what is new to me', () => {
  it('counts from the mark, leaves out my own, and never goes back', async () => {
    const no = await aThread(tianjin, 'ports', 4);
    const unread = async () => (await read(benin, no)).unread;
    expect(await unread()).toEqual({ count: 5, from: 1, since: null });
    await benin.forums.reply({ params: { no }, body: { text: 'Mine', locale: 'fr' } });
    expect(await unread()).toMatchObject({ count: 5, from: 1 });
    const mark = (upTo: number) =>
      benin.forums.markRead({
        body: {
          marks: [
            { no, upTo },
            { no, upTo: 1 },
          ],
        },
      });
    await mark(3);
    expect(await unread()).toEqual({ count: 2, from: 4, since: house.clock.now().toISOString() });
    await mark(2);
    expect(await unread()).toMatchObject({ count: 2 });
    await mark(2_000_000_000);
    await tianjin.forums.reply({ params: { no }, body: { text: 'One more', locale: 'en' } });
    expect(await unread()).toMatchObject({ count: 1, from: 7 });

    const { items } = await benin.forums.threads({ query: { only: 'unread', forum: 'ports' } });
    expect(items.find((line) => line.no === no)?.unread).toMatchObject({ count: 1, from: 7 });
    const forums = (await benin.forums.overview()).forums;
    expect(forums.find(({ slug }) => slug === 'ports')?.unread).toBe(items.length);
  });

  it('lists what one follows: what one spoke in, unless told otherwise', async () => {
    const reader = await house.as({ slug: 'reader' });
    const no = await aThread(tianjin, 'ports');
    const followed = async () => (await reader.forums.threads({ query: { only: 'following' } })).items.map((t) => t.no);
    expect(await followed()).toEqual([]);
    await reader.forums.reply({ params: { no }, body: { text: 'Me too', locale: 'en' } });
    expect(await followed()).toEqual([no]);
    await reader.forums.follow({ params: { no }, body: { level: 'muted' } });
    await reader.forums.reply({ params: { no }, body: { text: 'Still here', locale: 'en' } });
    expect(await followed()).toEqual([]);
    await reader.forums.followForum({ params: { slug: 'ports' }, body: { level: 'everything' } });
    expect((await reader.forums.forum({ params: { slug: 'ports' } })).level).toBe('everything');
    expect((await house.visitor().forums.threads({ query: { only: 'unread' } })).items).toEqual([]);
  });
});

describe('lists and permanent places', () => {
  it('pages by keyset without losing or repeating, the last active first, and keeps to its filters', async () => {
    await aForum(house, 'many');
    const made = [];
    for (let i = 0; i < 7; i++) made.push(await aThread(tianjin, 'many'));
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await house
        .visitor()
        .forums.threads({ query: { forum: 'many', limit: 3, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((line) => line.no));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
    const of = async (query: object) =>
      (await house.visitor().forums.threads({ query: { forum: 'many', ...query } })).items.length;
    expect(await of({ type: 'question', state: 'open', language: 'en' })).toBe(7);
    expect([await of({ type: 'experience' }), await of({ state: 'resolved' }), await of({ language: 'ar' })]).toEqual([
      0, 0, 0,
    ]);
  });

  it('gives each post one number for ever, on the page that begins where it is asked (F5)', async () => {
    const no = await aThread(tianjin, 'many', 24);
    const page = await house.visitor().forums.read({ params: { no }, query: { from: 21 } });
    expect(page.posts.map((post) => post.no)).toEqual([21, 22, 23, 24, 25]);
    expect(page.pages).toEqual({ from: 21, previous: 1, next: null });
    const first = await house.visitor().forums.read({ params: { no }, query: {} });
    expect([first.posts.length, first.pages.next]).toEqual([20, 21]);
    const { version } = first.posts[4] ?? { version: 0 };
    await tianjin.forums.movePost({ params: { no, post: 5 }, body: { move: 'remove', version } });
    const again = await house.visitor().forums.read({ params: { no }, query: { from: 21 } });
    expect(again.posts).toEqual(page.posts);
    expect(await codeOf(house.visitor().forums.post({ params: { no, post: 26 } }))).toBe('not-found');
    expect((await house.visitor().forums.post({ params: { no, post: 5 } })).post.state).toBe('author_deleted');
  });

  it('keeps the language of every post beside it (F7)', async () => {
    const no = await aThread(tianjin, 'many');
    await benin.forums.reply({ params: { no }, body: { text: 'ابدأ من هنا', locale: 'ar' } });
    const thread = await read(benin, no);
    expect(thread.posts.map((post) => post.text?.locale)).toEqual(['en', 'ar']);
    expect(thread.counts.languages).toBe(2);
    const version = thread.posts[1]?.version ?? 0;
    await benin.forums.edit({ params: { no, post: 2 }, body: { text: 'Start here', locale: 'en', version } });
    expect((await read(benin, no)).counts.languages).toBe(1);
    await expect(house.db(`update post set lang = 'fr' where no = 2`)).rejects.toThrow('post_lang_is_of_body');
  });

  it('shows before sending what a text will look like', async () => {
    const { html } = await benin.forums.preview({ body: { text: 'See #2, <b>not</b> [this](javascript:x)' } });
    expect(html).toContain('href="?post=2#post-2"');
    expect(html).not.toMatch(/<b>|<a href="javascript/);
  });
});

describe('news of a thread', () => {
  it('tells the number of a new post to who may hear, and of a new thread to its forum', async () => {
    const no = await aThread(tianjin, 'ports');
    const { stream, seq } = await read(house.visitor(), no);
    await benin.forums.reply({ params: { no }, body: { text: 'Bonjour', locale: 'fr' } });
    const missed = (name: string, since: number) =>
      house.visitor().live.missed({ params: { stream: name }, query: { since } });
    const { news } = await missed(stream, seq);
    expect(news).toMatchObject([{ name: 'forums.post.written', data: { number: 2 } }]);
    expect(Object.keys(news[0]?.data as object)).toEqual(['number']);
    const { news: started } = await missed(`cluster:${forum}`, 0);
    expect(started.at(-1)).toMatchObject({ name: 'forums.thread.started', data: {} });
    const { version } = await read(moderator, no);
    await moderator.forums.move({ params: { no }, body: { move: 'hide', version } });
    expect(await codeOf(missed(stream, 0))).toBe('not-found');
    expect(await codeOf(missed('thread:nothing', 0))).toBe('not-found');
  });
});
