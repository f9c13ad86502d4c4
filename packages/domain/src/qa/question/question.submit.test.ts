import { describe, expect, it } from '@jest/globals';
import { aBoard, after, ana, aQuestion, guest, moderator, nobody, now } from '../../../test/a-board.ts';
import { type BoardFacts, type Participant, submitQuestion } from '../index.ts';

const board = aBoard();

describe('asking', () => {
  const draft = {
    id: 'q9',
    clientUuid: 'u9',
    text: ' Et la suite ? ',
    locale: 'fr',
    alias: 'Practitioner · Benin',
    writtenAt: now,
  } as const;
  const fresh = { same: null, mine: [] };
  const ask = (
    who: Participant,
    more: Partial<BoardFacts> = {},
    record: Parameters<typeof submitQuestion>[3] = fresh,
    at = now,
  ) => submitQuestion(who, { ...board, ...more }, draft, record, at);
  const state = (submission: ReturnType<typeof ask>) => 'question' in submission && submission.question.state;
  const known: Participant = {
    ...ana,
    actor: { ...ana.actor, affiliations: [{ organisationId: 'kolkata', role: 'staff' }] },
  };

  it.each<[BoardFacts['mode'], Participant, string]>([
    ['open', guest, 'published'],
    ['trusted_auto', known, 'published'],
    ['trusted_auto', ana, 'pending'],
    ['trusted_auto', guest, 'pending'],
    ['pre_moderated', known, 'pending'],
    ['pre_moderated', moderator, 'published'],
    ['moderators_only', moderator, 'published'],
  ])('on a board that is %s, %j sees the question %s', (mode, who, to) => {
    expect(state(ask(who, { mode }))).toBe(to);
  });

  it.each<[Partial<BoardFacts>, Participant, Parameters<typeof submitQuestion>[3], Date, string]>([
    [{ mode: 'moderators_only' }, ana, fresh, now, 'moderatorsOnly'],
    [{}, nobody, fresh, now, 'enterFirst'],
    [{ phase: 'scheduled' }, ana, fresh, now, 'notOpenYet'],
    [{ phase: 'published' }, ana, fresh, now, 'closed'],
    [{ phase: 'wrap_up', closesAt: after(-1) }, ana, fresh, now, 'closed'],
    [{ phase: 'wrap_up' }, ana, fresh, new Date('2026-03-26T12:00:01Z'), 'closed'],
    [{}, ana, { same: null, mine: [aQuestion({ submittedAt: after(-29) })] }, now, 'tooSoon'],
    [{}, ana, { same: null, mine: Array.from({ length: 5 }, () => aQuestion()) }, now, 'tooMany'],
    [{}, ana, { same: aQuestion(), mine: [] }, now, 'sentAlready'],
  ])('on %j is refused to %j: %#', (more, who, record, at, why) => {
    expect(() => ask(who, more, record, at)).toThrow(expect.objectContaining({ sentence: `qa.refuse.${why}` }));
  });

  it('waits for a connection without being late, and frees a place when a question is answered', () => {
    expect(state(ask(ana, { phase: 'wrap_up' }, fresh, new Date('2026-03-26T12:00:00Z')))).toBe('pending');
    const mine = Array.from({ length: 5 }, (_, i) => aQuestion(i === 0 ? { state: 'answered_live' } : {}));
    expect(state(ask(ana, {}, { same: null, mine }))).toBe('pending');
  });

  it.each([
    ['', 'empty'],
    ['x'.repeat(501), 'tooLong'],
  ])('%j is refused', (text, why) => {
    expect(() => submitQuestion(ana, board, { ...draft, text }, fresh, now)).toThrow(`qa.refuse.${why}`);
    expect(state(submitQuestion(ana, board, { ...draft, text: '问'.repeat(500) }, fresh, now))).toBe('pending');
  });
});
