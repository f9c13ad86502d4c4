import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ana, aPost, aThread, ben, moderator, now } from '../../test/a-thread.ts';
import { Refusal, visitor } from '../kernel/index.ts';
import {
  acceptPost,
  countReactions,
  makePostMove,
  makeThreadMove,
  type Reaction,
  react,
  reactionKinds,
} from './index.ts';

describe('a thread, whatever people do in it', () => {
  it('F3: a resolved question keeps an accepted answer or a reason, whatever happens to its posts', () => {
    const act = fc.record({
      post: fc.constantFrom('p2', 'p3'),
      what: fc.constantFrom('accept', 'unaccept', 'resolve', 'explain', 'reopen', 'remove', 'hide', 'restore'),
    });
    const resolvedOnce = new Set<string>();
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let { thread: t } = aThread();
        const posts = new Map(['p2', 'p3'].map((id, i) => [id, aPost({ id, number: i + 2 }).post]));
        const perform = (id: string, what: (typeof acts)[number]['what']) => {
          const subject = aPost(posts.get(id), t);
          if (what === 'accept' || what === 'unaccept')
            t = { ...t, ...acceptPost(subject, what === 'accept', ana).change };
          else if (what === 'resolve') t = { ...t, ...makeThreadMove(subject, 'resolve', {}, ana, now).change };
          else if (what === 'reopen') t = { ...t, ...makeThreadMove(subject, 'reopen', {}, ana, now).change };
          else if (what === 'explain')
            t = { ...t, ...makeThreadMove(subject, 'resolve', { reason: 'Settled by telephone.' }, ana, now).change };
          else {
            const { change } = makePostMove(subject, what, what === 'remove' ? ben : moderator);
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
    expect(react(aPost(), 'tried_it', true, ana, { has: false })).toMatchObject({
      change: { postId: 'p2', memberId: 'ana', kind: 'tried_it', on: true },
      happening: { name: 'forums.post.reacted' },
    });
    expect(react(aPost(), 'tried_it', true, ana, { has: true })).toBeNull();
    expect(() => react(aPost(), 'thanks', true, ben, { has: false })).toThrow('forums.refuse.reactToSelf');
    expect(() => react(aPost(), 'thanks', true, visitor, { has: false })).toThrow('forums.refuse.reactNotYours');
    expect(() => react(aPost({ state: 'hidden' }), 'thanks', true, ana, { has: false })).toThrow(
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
