import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aForum, aThread, codeOf, problemOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let benin: ApiClient;
let tianjin: ApiClient;
let moderator: ApiClient;

beforeAll(async () => {
  house = await openHouse();
  await aForum(house, 'ports');
  benin = await house.as({ slug: 'benin-focal-point', at: { benin: 'focal_point' }, locale: 'fr' });
  tianjin = await house.as({ slug: 'tianjin-desk', at: { tianjin: 'staff' } });
  moderator = await house.as({ slug: 'moderator', roles: ['moderator'] });
});
afterAll(() => house.close());

const read = (client: ApiClient, no: number, from = 1) => client.forums.read({ params: { no }, query: { from } });

describe('a thread, from its first post to its answer', () => {
  let no: number;
  const at = (post: number) => ({ params: { no, post } });

  it('is started in the language of whoever asks, and read by anybody', async () => {
    const body = {
      type: 'question',
      title: 'Par quelle étape commencer ?',
      text: 'Nous avons de quoi payer **un** module.',
      locale: 'fr',
    } as const;
    ({ no } = await benin.forums.start({ params: { slug: 'ports' }, body }));
    const thread = await read(house.visitor(), no);
    expect(thread).toMatchObject({
      no,
      type: 'question',
      state: 'open',
      title: { text: body.title, locale: 'fr', kind: 'source' },
      forum: { slug: 'ports', name: 'ports in English' },
      counts: { posts: 1, organisations: 1, languages: 1 },
      unread: null,
      moves: [],
      may: { post: false, follow: false },
    });
    expect(thread.posts[0]).toMatchObject({
      no: 1,
      state: 'visible',
      author: {
        name: 'benin-focal-point',
        role: 'focal_point',
        organisation: { slug: 'benin', name: 'benin' },
        mine: false,
      },
      text: { locale: 'fr', html: '<p>Nous avons de quoi payer <strong>un</strong> module.</p>\n', source: null },
      markdown: null,
      moves: [],
    });
    expect((await read(benin, no)).forum.name).toBe('ports en français');
  });

  it('is answered with a quotation that stays with the words it was taken from', async () => {
    const { post } = await tianjin.forums.reply({
      params: { no },
      body: { text: 'None of these came first.', locale: 'en', quote: 1 },
    });
    expect(post).toMatchObject({
      no: 2,
      author: { name: 'tianjin-desk', role: 'staff', organisation: { slug: 'tianjin' }, mine: true },
      quote: { no: 1, author: 'benin-focal-point', locale: 'fr', current: true },
      markdown: 'None of these came first.',
    });
    expect((await read(tianjin, no)).posts[1]).toEqual(post);

    const [first] = (await read(benin, no)).posts;
    const body = {
      text: 'Nous avons de quoi payer **deux** modules.',
      locale: 'fr',
      version: first?.version ?? 0,
    } as const;
    const edited = await benin.forums.edit({ ...at(1), body });
    expect(edited).toMatchObject({ state: 'edited', revision: 2 });
    const quote = (await read(house.visitor(), no)).posts[1]?.quote;
    expect(quote).toMatchObject({ current: false, excerpt: 'Nous avons de quoi payer un module.' });
    const { items } = await house.visitor().forums.revisions({ ...at(1), query: {} });
    expect(items).toMatchObject([
      { revision: 1, locale: 'fr', html: '<p>Nous avons de quoi payer <strong>un</strong> module.</p>\n' },
    ]);
  });

  it('does not let an edit overwrite another', async () => {
    const problem = await problemOf(benin.forums.edit({ ...at(1), body: { text: 'Late', locale: 'fr', version: 1 } }));
    expect(problem).toMatchObject({ status: 409, code: 'stale-version' });
  });

  it('mends a slip within the day without a revision, and keeps one afterwards', async () => {
    const fresh = await tianjin.forums.reply({ params: { no }, body: { text: 'Take a basline.', locale: 'en' } });
    const mended = await tianjin.forums.edit({
      ...at(3),
      body: { text: 'Take a baseline.', locale: 'en', version: fresh.post.version },
    });
    expect(mended).toMatchObject({ state: 'visible', revision: 1, text: { html: '<p>Take a baseline.</p>\n' } });
    house.clock.pass(2);
    const later = await tianjin.forums.edit({
      ...at(3),
      body: { text: 'Take a baseline first.', locale: 'en', version: mended.version },
    });
    expect(later).toMatchObject({ state: 'edited', revision: 2 });
    const same = await tianjin.forums.edit({
      ...at(3),
      body: { text: 'Take a baseline first.', locale: 'en', version: later.version },
    });
    expect(same).toEqual(later);
  });

  it('thanks, and takes thanks back, once however often it is sent', async () => {
    for (const _ of [1, 2]) {
      const { reactions } = await benin.forums.react({ ...at(2), body: { add: 'thanks' } });
      expect(reactions.thanks).toEqual({ count: 1, mine: true });
    }
    await moderator.forums.react({ ...at(2), body: { add: 'thanks' } });
    const { reactions } = await benin.forums.react({ ...at(2), body: { take: 'thanks' } });
    expect(reactions.thanks).toEqual({ count: 1, mine: false });
    expect(await codeOf(tianjin.forums.react({ ...at(2), body: { add: 'thanks' } }))).toBe('not-permitted');
    expect(await codeOf(benin.forums.react({ ...at(2), body: {} }))).toBe('invalid-input');
  });

  it('is resolved by whoever asked, with what worked (F3), and reopened by whom it did not help', async () => {
    const { version } = await read(benin, no);
    const early = await problemOf(benin.forums.move({ params: { no }, body: { move: 'resolve', version } }));
    expect(early).toMatchObject({ status: 409, issues: [{ path: 'reason' }] });
    expect(await codeOf(tianjin.forums.accept({ ...at(2), body: { accepted: true } }))).toBe('not-permitted');
    const accepted = await benin.forums.accept({ ...at(2), body: { accepted: true } });
    expect(accepted.accepted).toEqual({ by: 'benin', at: house.clock.now().toISOString() });

    const stale = await codeOf(benin.forums.move({ params: { no }, body: { move: 'resolve', version } }));
    expect(stale).toBe('stale-version');
    const now = await read(benin, no);
    expect(now.moves).toEqual(['resolve']);
    const resolved = await benin.forums.move({ params: { no }, body: { move: 'resolve', version: now.version } });
    expect(resolved).toMatchObject({ state: 'resolved', moves: ['reopen'] });

    const reopen = (reason?: string) =>
      tianjin.forums.move({
        params: { no },
        body: { move: 'reopen', version: resolved.version, ...(reason && { reason }) },
      });
    expect((await problemOf(reopen())).issues).toMatchObject([{ path: 'reason' }]);
    expect(await reopen('It was not so with us.')).toMatchObject({ state: 'open' });
    const again = await benin.forums.move({
      params: { no },
      body: { move: 'resolve', version: resolved.version + 1 },
    });
    const twice = await tianjin.forums
      .move({ params: { no }, body: { move: 'reopen', version: again.version, reason: 'And again not so.' } })
      .catch((error: { problem: { code: string } }) => error.problem.code);
    expect(twice).toBe('unmet-condition');
  });

  it('is open again when the answer that resolved it is gone', async () => {
    const { version } = (await read(tianjin, no)).posts[1] ?? { version: 0 };
    const removed = await tianjin.forums.movePost({ ...at(2), body: { move: 'remove', version } });
    expect(removed).toMatchObject({ state: 'author_deleted', text: null, accepted: null, moves: [] });
    const thread = await read(house.visitor(), no);
    expect(thread).toMatchObject({ state: 'open', counts: { posts: 2 } });
    expect(thread.posts.map((post) => post.no)).toEqual([1, 2, 3]);
    const [kept] = await house.db(`select body::text || html::text || excerpt as words from post where no = 2`);
    expect(JSON.stringify(kept)).not.toContain('None of these');
  });

  it('hides what a moderator hides, from all but its author and moderators, and brings it back', async () => {
    const { version } = (await read(moderator, no)).posts[2] ?? { version: 0 };
    expect(await codeOf(benin.forums.movePost({ ...at(3), body: { move: 'hide', version } }))).toBe('not-permitted');
    await moderator.forums.movePost({ ...at(3), body: { move: 'hide', version } });
    const seen = async (client: ApiClient) => (await read(client, no)).posts[2]?.text;
    expect(await seen(house.visitor())).toBeNull();
    expect(await seen(benin)).toBeNull();
    expect(await seen(tianjin)).not.toBeNull();
    expect(await codeOf(house.visitor().forums.revisions({ ...at(3), query: {} }))).toBe('not-found');
    await moderator.forums.movePost({ ...at(3), body: { move: 'restore', version: version + 1 } });
    expect(await seen(house.visitor())).not.toBeNull();
    expect((await read(benin, no)).posts[2]?.state).toBe('edited');
  });

  it('takes no more words while it is locked, and is gone for others while it is hidden', async () => {
    const move = async (to: 'lock' | 'unlock' | 'hide' | 'restore') => {
      const { version } = await read(moderator, no);
      return moderator.forums.move({ params: { no }, body: { move: to, version } });
    };
    const say = () => benin.forums.reply({ params: { no }, body: { text: 'More', locale: 'fr' } });
    await move('lock');
    expect(await problemOf(say())).toMatchObject({ status: 403, code: 'not-permitted' });
    await move('unlock');
    await move('hide');
    expect(await codeOf(read(house.visitor(), no))).toBe('not-found');
    expect(await codeOf(tianjin.forums.reply({ params: { no }, body: { text: 'More', locale: 'en' } }))).toBe(
      'not-found',
    );
    expect((await read(benin, no)).state).toBe('hidden');
    await move('restore');
    await say();
  });
});

describe('who may speak', () => {
  it('asks visitors to sign in, and members of a closed forum to come in first', async () => {
    await aForum(house, 'closed', { join: 'invite', visibility: 'members' });
    const body = { type: 'discussion', title: 'A title long enough', text: 'Words', locale: 'en' } as const;
    expect(await codeOf(house.visitor().forums.start({ params: { slug: 'ports' }, body }))).toBe('not-signed-in');
    expect(await codeOf(house.visitor().forums.forum({ params: { slug: 'closed' } }))).toBe('not-found');
    expect(await codeOf(benin.forums.start({ params: { slug: 'closed' }, body }))).toBe('not-permitted');
    expect(await benin.forums.forum({ params: { slug: 'closed' } })).toMatchObject({
      may: { start: false, announce: false },
    });
    expect(await codeOf(benin.forums.start({ params: { slug: 'nowhere' }, body }))).toBe('not-found');
    const announced = { ...body, type: 'announcement' } as const;
    expect(await codeOf(benin.forums.start({ params: { slug: 'ports' }, body: announced }))).toBe('not-permitted');
    await moderator.forums.start({ params: { slug: 'ports' }, body: announced });
  });

  it('says which field is too short or too long, in characters of any script', async () => {
    const body = { type: 'question', title: '短', text: '话', locale: 'zh' } as const;
    const start = (title: string) => benin.forums.start({ params: { slug: 'ports' }, body: { ...body, title } });
    expect((await problemOf(start('短'))).issues).toMatchObject([{ path: 'title', code: 'forums.refuse.tooShort' }]);
    await start('小商家做直播先练什么');
    await start('𠀀'.repeat(200));
    expect((await problemOf(start('𠀀'.repeat(201)))).issues).toMatchObject([{ code: 'forums.refuse.tooLong' }]);
  });

  it('never answers hostile input with an error of its own', async () => {
    const no = await aThread(benin, 'ports');
    const say = (text: string) => benin.forums.reply({ params: { no }, body: { text, locale: 'en' } });
    expect((await say('nul \u0000 inside')).post.markdown).toBe('nul  inside');
    expect(await codeOf(say('half a letter \ud800'))).toBe('invalid-input');
    for (const query of [{ cursor: 'bm9wZQ' }, { cursor: Buffer.from('["x",1]').toString('base64url') }])
      expect((await benin.forums.threads({ query })).items.length).toBeGreaterThan(0);
    for (const url of ['/threads/0', '/threads/99999999999', '/threads/x', '/threads/1/posts/-1', '/forums/%00'])
      expect((await house.app.inject({ url: `/api/v1${url}` })).statusCode).toBeLessThan(500);
  });
});
