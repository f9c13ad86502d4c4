import { describe, expect, it } from '@jest/globals';
import { aBoard, aMember, ana, aQuestion, guest, moderator, nobody, now, speaker } from '../../../test/a-board.ts';
import { calendarOf, isFinal, movesFrom, reachable } from '../../kernel/index.ts';
import {
  type BoardFacts,
  followUpDue,
  isPublic,
  mayKnowAsker,
  moveQuestion,
  type Participant,
  type QuestionFacts,
  type QuestionOrder,
  type QuestionState,
  questionMachine,
  questionMovesFor,
  visibleTo,
} from '../index.ts';

const board = aBoard();
const owner: Participant = { actor: aMember('owner'), handle: 'member:owner' };
const refusal = (code: string, sentence: string, args?: object) =>
  expect.objectContaining({ code, sentence: `qa.refuse.${sentence}`, ...(args && { args }) });

describe('a question', () => {
  it('can reach every state, and no open one is a dead end', () => {
    expect(reachable(questionMachine)).toEqual(new Set(questionMachine.states));
    const open = questionMachine.states.filter((state) => !isFinal(questionMachine, state));
    expect(open.filter((state) => movesFrom(questionMachine, state).length === 0)).toEqual([]);
  });

  it('is public only when it was let onto the board: without `published`, no state that everybody reads is reached', () => {
    const seen = new Set<QuestionState>(['submitted']);
    for (const state of seen)
      for (const move of movesFrom(questionMachine, state)) {
        const { to } = questionMachine.moves[move];
        if (to !== 'published') seen.add(to);
      }
    expect([...seen].filter(isPublic)).toEqual([]);
  });

  const byModerator = ['dismiss', 'shortlist', 'putOnAir', 'answerText', 'defer', 'close', 'merge'];
  it.each<[QuestionState, Participant, string[]]>([
    ['pending', moderator, ['publish', 'dismiss', 'merge']],
    ['pending', guest, ['withdraw']],
    ['pending', speaker, []],
    ['pending', ana, []],
    ['published', moderator, byModerator],
    ['published', speaker, ['shortlist', 'putOnAir', 'answerText']],
    ['published', guest, ['withdraw']],
    ['published', ana, []],
    ['shortlisted', speaker, ['unlist', 'putOnAir', 'answerText']],
    ['on_air', speaker, ['skip', 'answerLive', 'answerText']],
    ['on_air', moderator, ['skip', 'answerLive', 'answerText', 'defer']],
    ['on_air', guest, []],
    ['deferred', moderator, ['answerText', 'close']],
    ['deferred', owner, ['answerText']],
    ['dismissed', moderator, ['restore']],
    ['dismissed', guest, ['resend']],
    ['dismissed', nobody, []],
    ['withdrawn', guest, []],
    ['withdrawn', moderator, []],
    ['merged', moderator, []],
    ['answered_live', moderator, []],
    ['answered_text', speaker, []],
    ['closed_unanswered', moderator, []],
  ])('offers, when %s, to %j: %j', (state, who, moves) => {
    expect(questionMovesFor(who, board, aQuestion({ state, ownerId: 'owner' }))).toEqual(moves);
  });

  it.each([
    ['scheduled', []],
    ['collecting', byModerator.filter((move) => move !== 'putOnAir')],
    ['wrap_up', byModerator.filter((move) => move !== 'putOnAir')],
    ['published', ['answerText', 'close']],
    ['archived', []],
  ] as const)('on a board that is %s offers a moderator %j', (phase, moves) => {
    expect(questionMovesFor(moderator, { ...board, phase }, aQuestion())).toEqual(moves);
  });

  it.each<[QuestionOrder, Partial<QuestionFacts>, Participant, Partial<QuestionFacts>]>([
    [{ move: 'publish' }, { state: 'pending', publishedAt: null }, moderator, { state: 'published', publishedAt: now }],
    [{ move: 'dismiss', reason: 'off_topic' }, {}, moderator, { state: 'dismissed', dismissalReason: 'off_topic' }],
    [
      { move: 'restore' },
      { state: 'dismissed', dismissalReason: 'unclear' },
      moderator,
      { state: 'published', dismissalReason: null },
    ],
    [
      { move: 'answerLive', recordingOffsetMs: 9 },
      { state: 'on_air' },
      speaker,
      { answeredAt: now, recordingOffsetMs: 9 },
    ],
    [{ move: 'close', reason: 'no_expert' }, {}, moderator, { state: 'closed_unanswered', closingReason: 'no_expert' }],
    [{ move: 'withdraw' }, {}, guest, { state: 'withdrawn' }],
  ])('%j changes %j as it says', (order, from, who, change) => {
    expect(moveQuestion(who, board, aQuestion(from), order, now).questions).toEqual([
      expect.objectContaining({ id: 'q1', seq: 8, claim: null, ...change }),
    ]);
  });

  it('edited by a moderator keeps what was asked, and is rewritten by its asker once', () => {
    const pending = aQuestion({ state: 'pending' });
    const [edited] = moveQuestion(
      moderator,
      board,
      pending,
      { move: 'publish', text: 'Et sans touristes ?' },
      now,
    ).questions;
    expect(edited).toMatchObject({ text: { sourceText: 'Et sans touristes ?' }, original: pending.text });
    const resend = { move: 'resend', text: 'Et sans eux ?' } as const;
    const dismissed = aQuestion({ state: 'dismissed' });
    expect(moveQuestion(guest, board, dismissed, resend, now).questions[0]).toMatchObject({
      state: 'pending',
      resent: true,
    });
    expect(() => moveQuestion(guest, board, { ...dismissed, resent: true }, resend, now)).toThrow(
      refusal('not-permitted', 'questionNotYours'),
    );
  });

  it('that is deferred has an owner, and a date five working days on', () => {
    const dueAt = followUpDue(now, calendarOf('DZ', 'Africa/Algiers'));
    expect(dueAt).toEqual(new Date('2026-04-01T11:00:00Z'));
    const order = { move: 'defer', ownerId: 'owner', dueAt } as const;
    expect(moveQuestion(moderator, board, aQuestion(), order, now).deadlines).toEqual([
      { subject: 'question:q1', kind: 'follow_up', dueAt, responsible: { kind: 'member', id: 'owner' } },
    ]);
    expect(() => moveQuestion(moderator, board, aQuestion(), { ...order, dueAt: now }, now)).toThrow(
      'qa.refuse.dueInPast',
    );
  });

  it('shows who asked to everybody, to moderators, or to nobody, as the board promised', () => {
    const knowers = (identity: BoardFacts['identity']) =>
      [moderator, guest, ana].map(({ actor, handle }) =>
        mayKnowAsker(actor, { board: { ...board, identity }, question: aQuestion(), handle }),
      );
    expect(knowers('named')).toEqual([true, true, true]);
    expect(knowers('alias_known_to_moderators')).toEqual([true, true, false]);
    expect(knowers('anonymous')).toEqual([false, false, false]);
  });

  it.each<[QuestionState, boolean]>([
    ['pending', false],
    ['dismissed', false],
    ['withdrawn', false],
    ['merged', false],
    ['published', true],
    ['deferred', true],
    ['closed_unanswered', true],
  ])('that is %s is read by its asker and the moderators, and by everybody else: %s', (state, everybody) => {
    const readers = [guest, moderator, ana, nobody].map((who) => visibleTo(who, board, aQuestion({ state })));
    expect(readers).toEqual([true, true, everybody, everybody]);
  });
});
