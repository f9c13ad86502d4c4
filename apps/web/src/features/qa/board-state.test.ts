import type { BoardPatch, BoardSnapshot, BoardView, PublicQuestion } from '@baraza/contracts/qa';
import { describe, expect, it } from '@jest/globals';
import { type Board, concernsOwn, merged, patched } from './board-state.ts';

const question = (id: string, seq: number, voteCount = 0): PublicQuestion => ({
  id,
  seq,
  voteCount,
  state: 'published',
  text: { sourceLocale: 'en', sourceText: id, sourceHash: '', variants: [] },
  edited: false,
  name: null,
  alias: null,
  publishedAt: null,
  onAirAt: null,
  answeredAt: null,
  answer: null,
  grounding: [],
  recordingOffsetMs: null,
  dueAt: null,
  closingReason: null,
});
const state = (seq: number, ...questions: PublicQuestion[]): BoardSnapshot => ({
  seq,
  phase: 'live',
  mode: 'open',
  onAir: null,
  questions,
});
const patch = (since: number, seq: number, more: Partial<BoardPatch> = {}): BoardPatch => ({
  since,
  seq,
  phase: 'live',
  mode: 'open',
  onAir: null,
  changed: [],
  votes: [],
  gone: [],
  ...more,
});
const known = state(4, question('a', 2, 1), question('b', 4));

describe('a board in the browser', () => {
  it('takes in votes without hearing the words again', () => {
    const next = patched(known, patch(4, 6, { votes: [{ id: 'a', seq: 6, voteCount: 9 }] }));
    expect(next).toEqual(state(6, question('a', 6, 9), question('b', 4)));
  });

  it('puts in what is new and takes out what left, in one order whoever heard it', () => {
    const next = patched(known, patch(4, 7, { changed: [question('aa', 7)], gone: ['b'] }));
    expect(next?.questions.map(({ id }) => id)).toEqual(['a', 'aa']);
  });

  it('asks again when a piece is missing: a number skipped, or votes for a question it never heard of', () => {
    expect(patched(known, patch(5, 6))).toBeNull();
    expect(patched(known, patch(4, 6, { votes: [{ id: 'x', seq: 6, voteCount: 1 }] }))).toBeNull();
  });

  it('does not go back when old news arrives late', () => {
    expect(patched(known, patch(1, 3, { gone: ['a'] }))).toBe(known);
  });

  it('is whole after a snapshot, whatever was known, and cannot begin with a patch', () => {
    const view = { code: 'BCDFG', mine: [], votes: ['a'] } as unknown as BoardView;
    expect(merged(undefined, { ...view, snapshot: known, patch: null })).toMatchObject({ state: known, votes: ['a'] });
    expect(merged(undefined, { ...view, snapshot: null, patch: patch(0, 1) })).toBeNull();
  });

  it('knows which news concerns the reader’s own questions', () => {
    const board = (own: string) => ({ mine: [{ id: 'a', state: own }] }) as unknown as Board;
    expect(concernsOwn(board('pending'), patch(4, 5))).toBe(true);
    expect(concernsOwn(board('published'), patch(4, 5))).toBe(false);
    expect(concernsOwn(board('published'), patch(4, 5, { gone: ['a'] }))).toBe(true);
  });
});
