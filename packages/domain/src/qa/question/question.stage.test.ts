import { describe, expect, it } from '@jest/globals';
import { aBoard, after, ana, aQuestion, guest, moderator, nobody, now, speaker } from '../../../test/a-board.ts';
import { castVote, claimAnswer, mergeQuestions, moveQuestion, putOnAir, releaseAnswer, undoMerge } from '../index.ts';

const board = aBoard();
const refusal = (code: string, sentence: string, args?: object) =>
  expect.objectContaining({ code, sentence: `qa.refuse.${sentence}`, ...(args && { args }) });

describe('a question among others', () => {
  it('goes on air, and when another is there, asks first what becomes of it', () => {
    const onAir = aQuestion({ id: 'q0', state: 'on_air' });
    expect(putOnAir(speaker, board, aQuestion(), null, now)).toMatchObject({
      decision: { questions: [{ id: 'q1', state: 'on_air', onAirAt: now }] },
    });
    expect(putOnAir(speaker, board, aQuestion(), onAir, now)).toEqual({
      asks: { previous: 'q0', choices: ['answered', 'skip'] },
    });
    const states = (previous: 'answered' | 'skip') => {
      const result = putOnAir(speaker, board, aQuestion(), onAir, now, { previous });
      return 'decision' in result && result.decision.questions.map(({ id, state, seq }) => [id, state, seq]);
    };
    expect(states('answered')).toEqual([
      ['q0', 'answered_live', 8],
      ['q1', 'on_air', 8],
    ]);
    expect(states('skip')).toEqual([
      ['q0', 'published', 8],
      ['q1', 'on_air', 8],
    ]);
    expect(() => putOnAir(ana, board, aQuestion(), null, now)).toThrow(refusal('not-permitted', 'questionNotYours'));
  });

  it('is answered in writing by whoever holds it, for ninety seconds, renewed while they write', () => {
    const order = { move: 'answerText', text: 'Oui, par la formation.', locale: 'fr' } as const;
    expect(() => moveQuestion(speaker, board, aQuestion(), order, now)).toThrow(refusal('stale-version', 'claimFirst'));
    const [claimed] = claimAnswer(speaker, board, aQuestion(), now).questions;
    const held = aQuestion({ ...claimed, version: 2 });
    expect(held.claim).toEqual({ by: 'spe', until: after(90) });
    expect(() => claimAnswer(moderator, board, held, after(30))).toThrow(
      refusal('stale-version', 'claimedByOther', { seconds: 60 }),
    );
    expect(claimAnswer(speaker, board, held, after(30)).questions[0]?.claim?.until).toEqual(after(120));
    expect(claimAnswer(moderator, board, held, after(90)).questions[0]?.claim?.by).toBe('mo');
    expect(moveQuestion(speaker, board, held, order, after(60)).questions[0]).toMatchObject({
      state: 'answered_text',
      answer: { sourceText: 'Oui, par la formation.' },
      claim: null,
    });
    expect(() => moveQuestion(speaker, board, held, order, after(91))).toThrow(refusal('stale-version', 'claimFirst'));
    expect(releaseAnswer(speaker, board, held).questions[0]?.claim).toBeNull();
    expect(() => releaseAnswer(moderator, board, held)).toThrow(refusal('not-permitted', 'claimNotYours'));
    expect(() => claimAnswer(ana, board, aQuestion(), now)).toThrow(refusal('not-permitted', 'questionNotYours'));
  });

  it('merged counts each voter once, and comes apart again within ten minutes', () => {
    const other = aQuestion({ id: 'q2', voteCount: 3 });
    const voters = { of: new Set(['a', 'b']), into: new Set(['b', 'c', 'd']) };
    const { questions } = mergeQuestions(moderator, board, aQuestion({ state: 'pending' }), other, voters, now);
    expect(questions).toEqual([
      expect.objectContaining({ id: 'q1', state: 'merged', mergedInto: 'q2', mergedFrom: 'pending' }),
      { id: 'q2', seq: 8, voteCount: 4 },
    ]);
    const merged = aQuestion({ state: 'merged', mergedInto: 'q2', mergedFrom: 'pending', mergedAt: now });
    expect(undoMerge(moderator, board, merged, other, voters, after(600)).questions).toEqual([
      expect.objectContaining({ id: 'q1', state: 'pending', mergedInto: null, voteCount: 2 }),
      { id: 'q2', seq: 8, voteCount: 3 },
    ]);
    expect(() => undoMerge(moderator, board, merged, other, voters, after(601))).toThrow('qa.refuse.mergeTooOld');
    expect(() => undoMerge(moderator, board, merged, { ...other, mergedInto: 'q3' }, voters, now)).toThrow(
      'qa.refuse.mergedOn',
    );
    expect(() => mergeQuestions(moderator, board, aQuestion(), aQuestion(), voters, now)).toThrow(
      'qa.refuse.mergeTarget',
    );
  });

  it('takes a vote from others than its asker, once, and gives it back', () => {
    expect(castVote(ana, board, aQuestion(), true, { has: false })).toMatchObject({
      vote: 'add',
      questions: [{ id: 'q1', voteCount: 3 }],
    });
    expect(castVote(ana, board, aQuestion(), true, { has: true })).toBeNull();
    expect(castVote(ana, board, aQuestion(), false, { has: true })).toMatchObject({
      vote: 'remove',
      questions: [{ voteCount: 1 }],
    });
    expect(() => castVote(guest, board, aQuestion(), true, { has: false })).toThrow(
      refusal('not-permitted', 'voteNotYours'),
    );
    expect(() => castVote(nobody, board, aQuestion(), true, { has: false })).toThrow(
      refusal('not-permitted', 'enterFirst'),
    );
    for (const closed of [{ phase: 'wrap_up' }, { votesOpen: false }] as const)
      expect(() => castVote(ana, { ...board, ...closed }, aQuestion(), true, { has: false })).toThrow(
        'qa.refuse.votesClosed',
      );
    expect(() => castVote(ana, board, aQuestion({ state: 'pending' }), true, { has: false })).toThrow(
      refusal('not-found', 'questionNotFound'),
    );
  });
});
