import { describe, expect, it } from '@jest/globals';
import { aBoard, ana, moderator, organiser, speaker } from '../../../test/a-board.ts';
import { calendarOf, isFinal, movesFrom, reachable, system, visitor } from '../../kernel/index.ts';
import {
  applyDelta,
  type BoardState,
  boardDeadline,
  boardMachine,
  boardMovesFor,
  changeIdentity,
  changeMode,
  deltaSince,
  makeBoardMove,
  type Numbered,
  participantOf,
  qaTerms,
} from '../index.ts';

const context = { calendar: calendarOf('IN', 'Asia/Kolkata') };
const [ora, mo, spe] = [organiser.actor, moderator.actor, speaker.actor];

describe('a board', () => {
  it('can reach every phase, is stuck in none, and owes exactly one thing while it is open', () => {
    expect(reachable(boardMachine)).toEqual(new Set(boardMachine.states));
    for (const phase of boardMachine.states) {
      const open = !isFinal(boardMachine, phase);
      if (open) expect(movesFrom(boardMachine, phase)).not.toEqual([]);
      expect(boardDeadline(aBoard({ phase }), context) !== null).toBe(open);
    }
  });

  it.each([
    ['scheduled', ora, ['open', 'goLive']],
    ['scheduled', mo, ['goLive']],
    ['scheduled', system, ['open', 'goLive']],
    ['collecting', mo, ['goLive', 'wrapUp']],
    ['live', mo, ['wrapUp']],
    ['live', spe, []],
    ['live', ana.actor, []],
    ['wrap_up', mo, ['resume']],
    ['wrap_up', ora, ['resume', 'publish']],
    ['published', ora, ['archive']],
    ['archived', ora, []],
  ] as const)('offers, when %s, to %j: %j', (phase, actor, moves) => {
    expect(boardMovesFor(actor, aBoard({ phase }))).toEqual(moves);
  });

  it('is wrapped up by the clock, and then its organisers owe the record within ten working days', () => {
    const {
      board: change,
      seq,
      happenings,
      deadlines,
    } = makeBoardMove(aBoard(), 'wrapUp', system, { open: 3 }, context);
    expect([change, seq]).toEqual([{ phase: 'wrap_up' }, 8]);
    expect(happenings).toEqual([
      {
        name: 'qa.board.moved',
        stream: 'board:b1',
        data: { boardId: 'b1', seq: 8, move: 'wrapUp', from: 'live', to: 'wrap_up' },
      },
    ]);
    expect(deadlines).toEqual([
      {
        subject: 'board:b1',
        kind: 'publish',
        dueAt: new Date('2026-04-06T12:00:00Z'),
        responsible: { kind: 'role', id: 'organiser' },
      },
    ]);
  });

  it('is published when nothing on it is open', () => {
    const publish = (open: number) => makeBoardMove(aBoard({ phase: 'wrap_up' }), 'publish', ora, { open }, context);
    expect(() => publish(2)).toThrow(
      expect.objectContaining({ sentence: 'qa.refuse.openQuestions', args: { count: 2 } }),
    );
    expect(publish(0)).toMatchObject({ board: { phase: 'published' }, deadlines: [] });
  });

  it('changes its mode for moderators, its promise to askers only before the first question', () => {
    expect(changeMode(aBoard(), 'open', mo).board).toEqual({ mode: 'open' });
    expect(() => changeMode(aBoard(), 'open', spe)).toThrow('qa.refuse.boardNotYours');
    expect(() => changeMode(aBoard(), 'pre_moderated', mo)).toThrow('qa.refuse.modeAlready');
    expect(changeIdentity(aBoard(), 'anonymous', ora, { asked: 0 }).board).toEqual({ identity: 'anonymous' });
    expect(() => changeIdentity(aBoard(), 'anonymous', ora, { asked: 1 })).toThrow('qa.refuse.identityFixed');
    expect(() => changeIdentity(aBoard(), 'anonymous', mo, { asked: 0 })).toThrow('qa.refuse.boardNotYours');
  });

  it('knows members by name where it is named, and everybody by device where it is anonymous', () => {
    expect(participantOf('named', ana.actor, 'd9').handle).toBe('member:ana');
    expect(participantOf('named', visitor, 'd9').handle).toBe('device:d9');
    expect(participantOf('alias_known_to_moderators', ana.actor, null).handle).toBe('member:ana');
    expect(participantOf('anonymous', ana.actor, 'd9').handle).toBe('device:d9');
    expect(participantOf('anonymous', ana.actor, null).handle).toBeNull();
    expect(participantOf('named', visitor, null).handle).toBeNull();
  });
});

describe('what a reader is told of a board', () => {
  const q = (id: string, seq: number, state: Numbered['state'] = 'published'): Numbered => ({ id, seq, state });
  const state = (seq: number, ...questions: Numbered[]): BoardState<Numbered> => ({
    seq,
    phase: 'live',
    mode: 'open',
    onAir: null,
    questions,
  });
  const now = state(9, q('a', 3), q('b', 9), q('c', 8));

  it('is what changed since they last knew', () => {
    expect(deltaSince(now, [q('d', 7), q('e', 4)], 6)).toMatchObject({ changed: [q('b', 9), q('c', 8)], gone: ['d'] });
  });

  it.each([
    ['is from before a restore', 10, qaTerms],
    ['never was here', -1, qaTerms],
    ['is too far behind', 0, { ...qaTerms, deltaLimit: 2 }],
  ])('is the whole board when the reader %s', (_, since, terms) => {
    expect(deltaSince(now, [], since, terms)).toEqual({ kind: 'snapshot', state: now });
  });

  it('arrives late, twice or out of order and does no harm; with a piece missing it asks again', () => {
    const before = state(6, q('a', 3), q('b', 5), q('d', 2));
    const news = deltaSince(now, [q('d', 7)], 6);
    expect(applyDelta(before, news)).toEqual(now);
    expect(applyDelta(now, news)).toBe(now);
    expect(applyDelta(state(5), news)).toBeNull();
    expect(applyDelta(null, news)).toBeNull();
    expect(applyDelta(null, { kind: 'snapshot', state: now })).toBe(now);
  });
});
