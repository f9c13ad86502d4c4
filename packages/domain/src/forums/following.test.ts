import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  audienceOf,
  type Listener,
  levelAfterPosting,
  levelOf,
  postMachine,
  readUpTo,
  subscriptionLevels,
  unreadOf,
} from './index.ts';

const listener = (memberId: string, more: Partial<Listener> = {}): Listener => ({
  memberId,
  level: 'normal',
  mayOpen: true,
  mutedMemberIds: [],
  ...more,
});
const news = { authorId: 'ben', threadAuthorId: 'ana', quotedAuthorIds: ['quo'], mentionedIds: ['men', 'quo'] };

describe('following', () => {
  it.each([
    [null, null, 'normal'],
    [null, 'everything', 'everything'],
    ['muted', 'everything', 'muted'],
    ['follow', 'muted', 'follow'],
  ] as const)('%s in the thread and %s in the cluster is %s', (thread, cluster, level) => {
    expect(levelOf(thread, cluster)).toBe(level);
  });

  it('begins with the first word one says, unless one said otherwise', () => {
    expect([null, ...subscriptionLevels].map(levelAfterPosting)).toEqual([
      'follow',
      'muted',
      'follow',
      'follow',
      'everything',
    ]);
  });
});

describe('a new post', () => {
  it.each([
    ['its author', listener('ben', { level: 'everything' }), undefined],
    ['who began the thread', listener('ana'), 'reply'],
    ['who follows', listener('fay', { level: 'follow' }), 'reply'],
    ['who wants everything', listener('eve', { level: 'everything' }), 'newPost'],
    ['who is quoted and mentioned', listener('quo', { level: 'follow' }), 'quoted'],
    ['who is mentioned', listener('men'), 'mentioned'],
    ['who is mentioned but muted the thread', listener('men', { level: 'muted' }), undefined],
    ['who follows but muted the author', listener('fay', { level: 'follow', mutedMemberIds: ['ben'] }), undefined],
    ['who does neither', listener('sid'), undefined],
    ['F1: who is mentioned but may not open it', listener('men', { mayOpen: false }), undefined],
  ] as const)('reaches %s: %j', (_, who, reason) => {
    expect(audienceOf(news, [who]).get(who.memberId)).toBe(reason);
  });

  it('F1: reaches nobody who may not open it, never its author, nobody twice', () => {
    const some = fc.array(
      fc.record<Listener>({
        memberId: fc.constantFrom('ana', 'ben', 'quo', 'men', 'sid', 'fay'),
        level: fc.constantFrom(...subscriptionLevels),
        mayOpen: fc.boolean(),
        mutedMemberIds: fc.subarray(['ben', 'ana']),
      }),
    );
    fc.assert(
      fc.property(some, (listeners) => {
        const told = audienceOf(news, listeners);
        expect(told.has('ben')).toBe(false);
        for (const id of told.keys())
          expect(listeners.some((l) => l.memberId === id && l.mayOpen && l.level !== 'muted')).toBe(true);
      }),
    );
  });
});

describe('unread', () => {
  const post = (number: number, authorId = 'ben', state: (typeof postMachine.states)[number] = 'visible') => ({
    number,
    authorId,
    state,
  });

  it('is what others wrote after the mark and one can still read', () => {
    const posts = [
      post(1),
      post(2, 'ana'),
      post(3, 'ben', 'hidden'),
      post(4),
      post(5, 'ben', 'author_deleted'),
      post(6),
    ];
    expect(unreadOf(0, posts, 'ana')).toEqual({ count: 3, from: 1 });
    expect(unreadOf(2, posts, 'ana')).toEqual({ count: 2, from: 4 });
    expect(unreadOf(6, posts, 'ana')).toEqual({ count: 0, from: null });
  });

  it('never grows by reading on, and a mark never goes back', () => {
    const some = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 30 }),
        authorId: fc.constantFrom('ana', 'ben'),
        state: fc.constantFrom(...postMachine.states),
      }),
    );
    fc.assert(
      fc.property(some, fc.nat(30), fc.nat(30), (posts, a, b) => {
        const mark = readUpTo(a, b);
        expect(mark).toBeGreaterThanOrEqual(a);
        expect(unreadOf(mark, posts, 'ana').count).toBeLessThanOrEqual(unreadOf(a, posts, 'ana').count);
        expect(unreadOf(30, posts, 'ana')).toEqual({ count: 0, from: null });
      }),
    );
  });
});
