import { countReactions, reactionKinds } from '@baraza/domain/forums';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aForum, aThread } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let author: ApiClient;
beforeAll(async () => {
  house = await openHouse({ settings: { workers: 0 } });
  await aForum(house, 'ports');
  author = await house.as({ slug: 'author', at: { kolkata: 'focal_point' } });
});
afterAll(() => house.close());

/** F4: every number that is kept is the number one gets by counting. */
async function expectCounted(): Promise<void> {
  const threads = await house.db(
    `select t.no, t.posts, t.last_no, t.organisations, t.languages,
       (select count(*)::int from post p where p.thread_id = t.id and p.state in ('visible', 'edited')) as standing,
       (select max(p.no) from post p where p.thread_id = t.id) as highest,
       array(select distinct p.on_behalf_of from post p where p.thread_id = t.id and p.on_behalf_of is not null order by 1) as spoke,
       array(select distinct p.lang from post p where p.thread_id = t.id order by 1) as spoken
     from thread t`,
  );
  for (const thread of threads) {
    expect([thread['no'], thread['posts'], thread['last_no']]).toEqual([
      thread['no'],
      thread['standing'],
      thread['highest'],
    ]);
    expect((thread['organisations'] as string[]).toSorted()).toEqual(thread['spoke']);
    expect((thread['languages'] as string[]).toSorted()).toEqual(thread['spoken']);
  }
  const posts = await house.db<{ counts: object; reactions: { kind: 'thanks'; memberId: string; postId: string }[] }>(
    `select json_build_object(${reactionKinds.map((kind) => `'${kind}', p.${kind}`).join(', ')}) as counts,
       coalesce((select json_agg(json_build_object('kind', r.kind, 'memberId', r.member_id, 'postId', r.post_id))
         from reaction r where r.post_id = p.id), '[]') as reactions from post p`,
  );
  for (const { counts, reactions } of posts) expect(counts).toEqual(countReactions(reactions));
}

describe('many at once', () => {
  it('get the numbers 1 to n without a gap when fifty reply in the same moment', async () => {
    const no = await aThread(author, 'ports');
    const writers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => house.as({ slug: `writer-${i}`, at: { [`city-${i % 4}`]: 'staff' } })),
    );
    const locales = ['en', 'fr', 'ar', 'zh'] as const;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        writers[i % 10]?.forums.reply({
          params: { no },
          body: { text: `Reply ${i}`, locale: locales[i % 4] ?? 'en', ...(i % 5 === 0 && { quote: 1 }) },
        }),
      ),
    );
    const numbers = answers.map((answer) => answer?.post.no ?? 0).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
    const [stream] = await house.db(
      `select s.seq from stream s join thread t on s.name = 'thread:' || t.id where t.no = $1`,
      [no],
    );
    expect(stream).toEqual({ seq: 51 });
    await expectCounted();
  });

  it('post once however often and however fast the same wish is sent (F8)', async () => {
    const no = await aThread(author, 'ports');
    const wish = { idempotencyKey: 'the-same-wish' };
    const say = () => author.forums.reply({ params: { no }, body: { text: 'Once', locale: 'en' } }, wish);
    const racing = await Promise.all([say(), say(), say(), say()]);
    const late = await say();
    for (const answer of racing) expect(answer).toEqual(late);
    const { lastNo } = await author.forums.read({ params: { no }, query: {} });
    expect(lastNo).toBe(2);
  });

  it('count each member once when they press and take back together', async () => {
    const no = await aThread(author, 'ports');
    const members = await Promise.all(Array.from({ length: 8 }, (_, i) => house.as({ slug: `reader-${i}` })));
    const at = { params: { no, post: 1 } };
    await Promise.all(
      members.flatMap((member) => [
        ...reactionKinds.map((add) => member.forums.react({ ...at, body: { add } })),
        member.forums.react({ ...at, body: { add: 'thanks' } }),
        member.forums.react({ ...at, body: { take: 'tried_it' } }),
      ]),
    );
    await expectCounted();
    const { posts } = await author.forums.read({ params: { no }, query: {} });
    expect(posts[0]?.reactions.thanks.count).toBe(8);
  });

  it('lose no edit: of two that started from the same version one is refused', async () => {
    const no = await aThread(author, 'ports');
    const edit = (text: string) =>
      author.forums.edit({ params: { no, post: 1 }, body: { text, locale: 'en', version: 1 } }).then(
        () => 'done',
        (error: { problem: { code: string } }) => error.problem.code,
      );
    expect((await Promise.all([edit('One'), edit('Two'), edit('Three')])).toSorted()).toEqual([
      'done',
      'stale-version',
      'stale-version',
    ]);
  });

  it('are still counted after removals, hidings and changes of language', async () => {
    const no = await aThread(author, 'ports', 5);
    const moderator = await house.as({ slug: 'moderator', roles: ['moderator'] });
    const version = async (post: number) => (await author.forums.post({ params: { no, post } })).post.version;
    await author.forums.movePost({ params: { no, post: 2 }, body: { move: 'remove', version: await version(2) } });
    for (const post of [3, 4])
      await moderator.forums.movePost({ params: { no, post }, body: { move: 'hide', version: await version(post) } });
    await moderator.forums.movePost({ params: { no, post: 3 }, body: { move: 'restore', version: await version(3) } });
    await author.forums.edit({
      params: { no, post: 5 },
      body: { text: 'Cinq', locale: 'fr', version: await version(5) },
    });
    expect((await author.forums.read({ params: { no }, query: {} })).counts).toEqual({
      posts: 4,
      organisations: 1,
      languages: 2,
    });
    await expectCounted();
  });
});
