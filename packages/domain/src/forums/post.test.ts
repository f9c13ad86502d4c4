import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClusterFacts } from '../clusters/index.ts';
import { type Actor, can, Refusal, visitor } from '../kernel/index.ts';
import { translated, written } from '../translation/index.ts';
import {
  acceptPost,
  countReactions,
  editPost,
  makePostMove,
  makeThreadMove,
  type PostFacts,
  type PostInThread,
  postMovesFor,
  postPolicy,
  quoteIsCurrent,
  quoteOf,
  type Reaction,
  react,
  reactionKinds,
  type ThreadFacts,
  writePost,
} from './index.ts';

const now = new Date('2026-03-20T09:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const cluster: ClusterFacts = {
  id: 'ports',
  version: 1,
  state: 'active',
  join: 'open',
  visibility: 'public',
  moderatorIds: ['mo'],
};
const thread: ThreadFacts = {
  id: 't1',
  version: 1,
  type: 'question',
  state: 'open',
  clusterId: 'ports',
  visibility: 'public',
  authorId: 'ana',
  organisationId: 'kolkata',
  acceptedPostIds: [],
  resolution: null,
};
const post: PostFacts = {
  id: 'p2',
  version: 1,
  threadId: 't1',
  number: 2,
  state: 'visible',
  authorId: 'ben',
  organisationId: 'ningbo',
  body: written('en', 'Take a baseline first.'),
  revision: 1,
  quoted: false,
  writtenAt: hoursAgo(1),
};
const inThread = (p: Partial<PostFacts> = {}, t: Partial<ThreadFacts> = {}): PostInThread => ({
  cluster,
  thread: { ...thread, ...t },
  post: { ...post, ...p },
});
const member = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member'],
  ...more,
});
const ana = member('ana');
const ben = member('ben', { actingFor: 'ningbo' });
const mo = member('mo');
const partial = member('mo', { affiliations: [{ organisationId: 'ningbo', role: 'expert' }] });

describe('a post', () => {
  it.each([
    ['visible', ben, ['revise', 'remove']],
    ['visible', ana, []],
    ['visible', mo, ['hide']],
    ['visible', partial, []],
    ['edited', ben, ['revise', 'remove']],
    ['hidden', ben, []],
    ['hidden', mo, ['restore']],
    ['author_deleted', ben, []],
    ['author_deleted', mo, []],
    ['visible', visitor, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(postMovesFor(actor, inThread({ state }))).toEqual(moves);
  });

  it('takes the words, the language and the organisation of whoever wrote it', () => {
    const draft = { id: 'p3', number: 3, text: ' 先从买东西开始。 ', locale: 'zh' } as const;
    const { change, happening } = writePost(draft, { thread, cluster }, ben, now);
    expect(change).toMatchObject({
      body: { sourceText: '先从买东西开始。', sourceLocale: 'zh' },
      organisationId: 'ningbo',
    });
    expect(happening).toMatchObject({
      name: 'forums.post.written',
      stream: 'thread:t1',
      data: { number: 3, authorId: 'ben' },
    });
  });

  it.each([
    [ben, {}, '', 'forums.refuse.tooShort'],
    [ben, {}, 'x'.repeat(20_001), 'forums.refuse.tooLong'],
    [ben, { state: 'locked' }, 'Hello', 'forums.refuse.threadLocked'],
    [ben, { state: 'hidden' }, 'Hello', 'forums.refuse.threadNotFound'],
    [visitor, {}, 'Hello', 'forums.refuse.joinToPost'],
  ] as const)('by %j in a thread with %j is refused: %#', (actor, t, text, sentence) => {
    const draft = { id: 'p3', number: 3, text, locale: 'en' } as const;
    expect(() => writePost(draft, { thread: { ...thread, ...t }, cluster }, actor, now)).toThrow(sentence);
  });

  it.each([
    ['within a day', {}, {}, true, 'visible', 1],
    ['after a day', { writtenAt: hoursAgo(24) }, {}, false, 'edited', 2],
    ['that was quoted', { quoted: true }, {}, false, 'edited', 2],
    ['that was accepted', {}, { acceptedPostIds: ['p2'] }, false, 'edited', 2],
    ['edited before', { state: 'edited', revision: 3, writtenAt: hoursAgo(99) }, {}, false, 'edited', 4],
  ] as const)('%s is mended: silently %#', (_, p, t, silent, state, revision) => {
    const decision = editPost(inThread(p, t), { text: 'Take a baseline before you start.' }, ben, now);
    expect(decision).toMatchObject({ change: { state, revision }, happening: { data: { silent, revision } } });
  });

  it('with the same words is no edit, and translations of other words are stale', () => {
    const body = translated(post.body, {
      locale: 'fr',
      text: 'Mesurez d’abord.',
      kind: 'human',
      engine: null,
      sourceHash: post.body.sourceHash,
      by: 'tra',
      at: '2026-03-20',
    });
    expect(editPost(inThread({ body }), { text: ' Take a baseline first. ' }, ben, now)).toBeNull();
    expect(editPost(inThread({ body }), { text: 'Measure first.' }, ben, now)?.change.body.variants).toMatchObject([
      { locale: 'fr', state: 'stale' },
    ]);
    expect(makePostMove(inThread({ body }), 'hide', mo).change.post.body).toMatchObject({
      sourceText: 'Take a baseline first.',
      variants: [{ state: 'withdrawn', text: '' }],
    });
    expect(makePostMove(inThread({ body }), 'remove', ben).change.post.body).toMatchObject({
      sourceText: '',
      variants: [],
    });
  });

  it('comes back as edited if it was', () => {
    expect(makePostMove(inThread({ state: 'hidden', revision: 2 }), 'restore', mo).change.post.state).toBe('edited');
    expect(makePostMove(inThread({ state: 'hidden' }), 'restore', mo).change.post.state).toBe('visible');
  });

  it('that is hidden is read by its author and the moderators only', () => {
    const readers = [ana, ben, mo, visitor].filter((actor) =>
      can(postPolicy, actor, 'view', inThread({ state: 'hidden' })),
    );
    expect(readers).toEqual([ben, mo]);
  });

  it('is quoted at the revision it had', () => {
    const quote = quoteOf(post);
    expect(quoteIsCurrent(quote, post)).toBe(true);
    expect(quoteIsCurrent(quote, { ...post, revision: 2 })).toBe(false);
  });

  it('is accepted by the asker or a moderator, and not taken back from under a resolved question', () => {
    expect(acceptPost(inThread(), true, ana).change).toEqual({ acceptedPostIds: ['p2'] });
    expect(acceptPost(inThread({}, { acceptedPostIds: ['p2', 'p3'] }), false, mo).change).toEqual({
      acceptedPostIds: ['p3'],
    });
    expect(() => acceptPost(inThread(), true, ben)).toThrow('forums.refuse.acceptNotYours');
    expect(() => acceptPost(inThread({ number: 1 }), true, ana)).toThrow('forums.refuse.notAnAnswer');
    expect(() => acceptPost(inThread({}, { acceptedPostIds: ['p2'] }), true, ana)).toThrow(
      'forums.refuse.acceptedAlready',
    );
    const resolved = { state: 'resolved', acceptedPostIds: ['p2'] } as const;
    expect(() => acceptPost(inThread({}, resolved), false, ana)).toThrow('forums.refuse.lastAccepted');
  });

  it('F3: a resolved question keeps an accepted answer or a reason, whatever happens to its posts', () => {
    const act = fc.record({
      post: fc.constantFrom('p2', 'p3'),
      what: fc.constantFrom('accept', 'unaccept', 'resolve', 'explain', 'reopen', 'remove', 'hide', 'restore'),
    });
    const resolvedOnce = new Set<string>();
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let t = thread;
        const posts = new Map(['p2', 'p3'].map((id, i) => [id, { ...post, id, number: i + 2 }]));
        const perform = (id: string, what: (typeof acts)[number]['what']) => {
          const subject = { cluster, thread: t, post: posts.get(id) ?? post };
          if (what === 'accept' || what === 'unaccept')
            t = { ...t, ...acceptPost(subject, what === 'accept', ana).change };
          else if (what === 'resolve') t = { ...t, ...makeThreadMove(subject, 'resolve', {}, ana, now).change };
          else if (what === 'reopen') t = { ...t, ...makeThreadMove(subject, 'reopen', {}, ana, now).change };
          else if (what === 'explain')
            t = { ...t, ...makeThreadMove(subject, 'resolve', { reason: 'Settled by telephone.' }, ana, now).change };
          else {
            const { change } = makePostMove(subject, what, what === 'remove' ? ben : mo);
            posts.set(id, { ...subject.post, ...change.post });
            t = { ...t, ...change.thread };
          }
        };
        for (const { post: id, what } of acts) {
          try {
            perform(id, what);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          if (t.state !== 'resolved') continue;
          const standing = t.acceptedPostIds.filter((a) => ['visible', 'edited'].includes(posts.get(a)?.state ?? ''));
          resolvedOnce.add(t.resolution ? 'reason' : 'answer');
          expect(t.resolution !== null || standing.length > 0).toBe(true);
        }
      }),
    );
    expect(resolvedOnce).toEqual(new Set(['reason', 'answer']));
  });
});

describe('a reaction', () => {
  it('is set by others than the author, and sent twice it is set once', () => {
    expect(react(inThread(), 'tried_it', true, ana, { has: false })).toMatchObject({
      change: { postId: 'p2', memberId: 'ana', kind: 'tried_it', on: true },
      happening: { name: 'forums.post.reacted' },
    });
    expect(react(inThread(), 'tried_it', true, ana, { has: true })).toBeNull();
    expect(() => react(inThread(), 'thanks', true, ben, { has: false })).toThrow('forums.refuse.reactToSelf');
    expect(() => react(inThread(), 'thanks', true, visitor, { has: false })).toThrow('forums.refuse.reactNotYours');
    expect(() => react(inThread({ state: 'hidden' }), 'thanks', true, ana, { has: false })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('F4: counts are the recount of distinct members, however often each was delivered', () => {
    const some = fc.array(
      fc.record({
        postId: fc.constant('p2'),
        memberId: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom(...reactionKinds),
      }),
    );
    fc.assert(
      fc.property(some, (reactions: Reaction[]) => {
        const counts = countReactions([...reactions, ...reactions]);
        for (const kind of reactionKinds) {
          const members = reactions.filter((r) => r.kind === kind).map((r) => r.memberId);
          expect(counts[kind]).toBe(members.filter((m, i) => members.indexOf(m) === i).length);
        }
      }),
    );
  });
});
