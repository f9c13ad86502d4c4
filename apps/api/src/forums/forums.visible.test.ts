import { clusterMachine, visibilities } from '@baraza/domain/clusters';
import { type PostState, postMachine, postPolicy, threadMachine, threadPolicy, unreadOf } from '@baraza/domain/forums';
import { type Actor, can, system, visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aForum, aThread } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { asActor } from '../platform/asker.ts';
import { Streams } from '../platform/live/streams.ts';
import { Things } from '../platform/things.ts';
import { ForumsQueries } from './forums.queries.ts';
import type { StoredPage } from './forums.stored.ts';
import { threadStatement } from './thread.queries.ts';

let house: House;
let author: ApiClient;
let authorId: string;
beforeAll(async () => {
  house = await openHouse();
  await aForum(house, 'ports');
  authorId = await house.member({ slug: 'author', at: { kolkata: 'focal_point' } });
  author = await house.as(authorId);
});
afterAll(() => house.close());

describe('what the statements let through', () => {
  it('is what the policy lets through, for everybody and every state (F1)', async () => {
    const named = await house.member();
    const someone = await house.member();
    const member: Actor = { ...visitor, kind: 'member', id: someone, roles: ['member'] };
    const clusters: string[] = [];
    for (const state of clusterMachine.states)
      for (const visibility of visibilities) {
        const id = await aForum(house, `${state}-${visibility}`, { state: 'active', visibility: 'public' });
        clusters.push(id);
        for (const _ of threadMachine.states) await aThread(author, `${state}-${visibility}`);
        await house.db('update cluster set state = $2, visibility = $3 where id = $1', [id, state, visibility]);
        await house.db('insert into cluster_member (cluster_id, member_id, moderates) values ($1, $2, true)', [
          id,
          named,
        ]);
      }
    // A thread in every state and of every visibility: numbers go round both.
    await house.db(
      `update thread set state = ($1::text[])[1 + no % 4], visibility = ($2::text[])[1 + (no / 4) % 3] where cluster_id = any ($3)`,
      [threadMachine.states, visibilities, clusters],
    );
    const actors: Actor[] = [
      visitor,
      system,
      member,
      { ...member, clusterIds: clusters.slice(0, 7) },
      { ...member, id: authorId },
      { ...member, id: named },
      { ...member, roles: ['member', 'moderator'] },
      { ...member, roles: ['member', 'admin', 'broker'] },
      { ...member, roles: ['member', 'broker', 'lead_broker', 'organiser', 'editor', 'me_officer'] },
    ];
    const numbers = await house.db<{ no: number; id: string }>(
      'select no, id from thread where cluster_id = any ($1) order by no',
      [clusters],
    );
    const all = await pages(numbers, { ...member, roles: ['admin'] });
    expect(all.length).toBe(clusters.length * threadMachine.states.length);
    const queries = house.app.get(ForumsQueries);
    for (const actor of actors) {
      const allowed = all.filter(({ thread, cluster }) => can(threadPolicy, actor, 'view', { thread, cluster }));
      const wanted = allowed.map(({ thread }) => thread.no);
      expect((await pages(numbers, actor)).map(({ thread }) => thread.no)).toEqual(wanted);

      const listed: number[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const { items, next } = await queries.threads({ limit: 100, ...(cursor && { cursor }) }, actor, 'en');
        listed.push(...items.map((line) => line.no));
        cursor = next ?? undefined;
        more = next !== null;
      }
      expect(listed.toSorted((a, b) => a - b)).toEqual(wanted);

      const overview = await queries.overview(actor, 'en');
      expect(overview.reduce((sum, forum) => sum + forum.threads, 0)).toBe(
        allowed.filter(({ cluster }) => cluster.state !== 'archived').length,
      );
      const asker = asActor(actor, house.clock.now());
      const described = await house.app.get(Things).of(
        numbers.map(({ id }) => ({ kind: 'thread', id })),
        asker,
      );
      expect(described.size).toBe(wanted.length);
      for (const { id, no } of numbers.slice(0, 12))
        expect(await house.app.get(Streams).mayHear(asker, `thread:${id}`)).toBe(wanted.includes(no));
    }
  });

  const pages = async (numbers: readonly { no: number }[], actor: Actor): Promise<StoredPage[]> => {
    const found: StoredPage[] = [];
    for (const { no } of numbers) {
      const { text, values } = threadStatement({ no, from: 1, limit: 1 }, actor, 'en');
      const [row] = await house.db<{ page: StoredPage }>(text, values);
      if (row) found.push(row.page);
    }
    return found;
  };

  it('says of unread posts what the domain says', async () => {
    const no = await aThread(author, 'ports', 11);
    const readerId = await house.member();
    const reader = await house.as(readerId);
    await reader.forums.reply({ params: { no }, body: { text: 'Mine', locale: 'en' } });
    await house.db(
      `update post set state = ($1::text[])[1 + no % 4] where thread_id = (select id from thread where no = $2)`,
      [postMachine.states, no],
    );
    const posts = await house.db<{ number: number; authorId: string; state: PostState }>(
      `select p.no as number, p.author_id as "authorId", p.state from post p join thread t on t.id = p.thread_id where t.no = $1`,
      [no],
    );
    for (let mark = 0; mark <= 13; mark++) {
      if (mark > 0) await reader.forums.markRead({ body: { marks: [{ no, upTo: mark }] } });
      const { unread } = await reader.forums.read({ params: { no }, query: {} });
      expect(unread).toMatchObject(unreadOf(mark, posts, readerId));
    }
  });

  it('offers a visitor no move on anything, as the policy would answer if it were asked', async () => {
    const no = await aThread(author, 'ports', 1);
    const { text, values } = threadStatement({ no, from: 1, limit: 20 }, visitor, 'en');
    const [row] = await house.db<{ page: StoredPage }>(text, values);
    for (const post of row?.page.posts ?? []) {
      const subject = {
        thread: row?.page.thread as StoredPage['thread'],
        cluster: row?.page.cluster as StoredPage['cluster'],
        post: { ...post, body: post.html, writtenAt: new Date(post.writtenAt) },
      };
      for (const act of ['react', 'quote', 'revise', 'remove', 'hide', 'restore'] as const)
        expect(can(postPolicy, visitor, act, subject)).toBe(false);
    }
    expect(
      (await house.visitor().forums.read({ params: { no }, query: {} })).posts.flatMap((post) => post.moves),
    ).toEqual([]);
  });
});
