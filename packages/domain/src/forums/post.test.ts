import { describe, expect, it } from '@jest/globals';
import { aMember, ana, aPost, aThread, ben, hoursAgo, moderator, now } from '../../test/a-thread.ts';
import { can, visitor } from '../kernel/index.ts';
import { translated } from '../translation/index.ts';
import {
  acceptPost,
  editPost,
  makePostMove,
  postMovesFor,
  postPolicy,
  quoteIsCurrent,
  quoteOf,
  writePost,
} from './index.ts';

const partial = aMember('mo', { affiliations: [{ organisationId: 'ningbo', role: 'expert' }] });

describe('a post', () => {
  it.each([
    ['visible', ben, ['revise', 'remove']],
    ['visible', ana, []],
    ['visible', moderator, ['hide']],
    ['visible', partial, []],
    ['edited', ben, ['revise', 'remove']],
    ['hidden', ben, []],
    ['hidden', moderator, ['restore']],
    ['author_deleted', ben, []],
    ['author_deleted', moderator, []],
    ['visible', visitor, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(postMovesFor(actor, aPost({ state }))).toEqual(moves);
  });

  it('takes the words, the language and the organisation of whoever wrote it', () => {
    const draft = { id: 'p3', number: 3, text: ' 先从买东西开始。 ', locale: 'zh' } as const;
    const { change, happening } = writePost(draft, aThread(), ben, now);
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
    expect(() => writePost(draft, aThread(t), actor, now)).toThrow(sentence);
  });

  it.each([
    ['within a day', {}, {}, true, 'visible', 1],
    ['after a day', { writtenAt: hoursAgo(24) }, {}, false, 'edited', 2],
    ['that was quoted', { quoted: true }, {}, false, 'edited', 2],
    ['that was accepted', {}, { acceptedPostIds: ['p2'] }, false, 'edited', 2],
    ['edited before', { state: 'edited', revision: 3, writtenAt: hoursAgo(99) }, {}, false, 'edited', 4],
  ] as const)('%s is mended: silently %#', (_, p, t, silent, state, revision) => {
    const decision = editPost(aPost(p, t), { text: 'Take a baseline before you start.' }, ben, now);
    expect(decision).toMatchObject({ change: { state, revision }, happening: { data: { silent, revision } } });
  });

  it('with the same words is no edit, and translations of other words are stale', () => {
    const { post } = aPost();
    const body = translated(post.body, {
      locale: 'fr',
      text: 'Mesurez d’abord.',
      kind: 'human',
      engine: null,
      sourceHash: post.body.sourceHash,
      by: 'tra',
      at: '2026-03-20',
    });
    expect(editPost(aPost({ body }), { text: ' Take a baseline first. ' }, ben, now)).toBeNull();
    expect(editPost(aPost({ body }), { text: 'Measure first.' }, ben, now)?.change.body.variants).toMatchObject([
      { locale: 'fr', state: 'stale' },
    ]);
    expect(makePostMove(aPost({ body }), 'hide', moderator).change.post.body).toMatchObject({
      sourceText: 'Take a baseline first.',
      variants: [{ state: 'withdrawn', text: '' }],
    });
    expect(makePostMove(aPost({ body }), 'remove', ben).change.post.body).toMatchObject({
      sourceText: '',
      variants: [],
    });
  });

  it('comes back as edited if it was', () => {
    expect(makePostMove(aPost({ state: 'hidden', revision: 2 }), 'restore', moderator).change.post.state).toBe(
      'edited',
    );
    expect(makePostMove(aPost({ state: 'hidden' }), 'restore', moderator).change.post.state).toBe('visible');
  });

  it('that is hidden is read by its author and the moderators only', () => {
    const readers = [ana, ben, moderator, visitor].filter((actor) =>
      can(postPolicy, actor, 'view', aPost({ state: 'hidden' })),
    );
    expect(readers).toEqual([ben, moderator]);
  });

  it('is quoted at the revision it had', () => {
    const { post } = aPost();
    const quote = quoteOf(post);
    expect(quoteIsCurrent(quote, post)).toBe(true);
    expect(quoteIsCurrent(quote, { ...post, revision: 2 })).toBe(false);
  });

  it('is accepted by the asker or a moderator, and not taken back from under a resolved question', () => {
    expect(acceptPost(aPost(), true, ana).change).toEqual({ acceptedPostIds: ['p2'] });
    expect(acceptPost(aPost({}, { acceptedPostIds: ['p2', 'p3'] }), false, moderator).change).toEqual({
      acceptedPostIds: ['p3'],
    });
    expect(() => acceptPost(aPost(), true, ben)).toThrow('forums.refuse.acceptNotYours');
    expect(() => acceptPost(aPost({ number: 1 }), true, ana)).toThrow('forums.refuse.notAnAnswer');
    expect(() => acceptPost(aPost({}, { acceptedPostIds: ['p2'] }), true, ana)).toThrow(
      'forums.refuse.acceptedAlready',
    );
    const resolved = { state: 'resolved', acceptedPostIds: ['p2'] } as const;
    expect(() => acceptPost(aPost({}, resolved), false, ana)).toThrow('forums.refuse.lastAccepted');
  });
});
