import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, calendarOf, isFinal, movesFrom, reachable, system, visitor } from '../kernel/index.ts';
import {
  announceSession,
  joinAlphabet,
  joinCode,
  joinCodeLength,
  makeSessionMove,
  readJoinCode,
  rescheduleSession,
  type SessionFacts,
  sessionDeadline,
  sessionMachine,
  sessionMovesFor,
} from './index.ts';

const calendar = calendarOf('CN', 'Asia/Shanghai');
const context = { calendar };
const session = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  id: 's1',
  version: 1,
  eventId: 'e1',
  state: 'announced',
  organiserIds: ['ora'],
  startsAt: new Date('2026-03-25T10:00:00Z'),
  endsAt: new Date('2026-03-25T12:00:00Z'),
  timeZone: 'Asia/Shanghai',
  recordingUrl: null,
  slidesUrl: null,
  noRecordReason: null,
  boardSettled: true,
  ...more,
});
const event = {
  id: 'e1',
  version: 1,
  seriesId: null,
  clusterId: null,
  kind: 'webinar',
  organiserIds: ['ora'],
} as const;
const member = (id: string, ...roles: Actor['roles']): Actor => ({ ...visitor, kind: 'member', id, roles });
const ora = member('ora');
const organiser = member('oli', 'organiser');
const ana = member('ana');

describe('a session', () => {
  it('can reach every state, is stuck in none, and owes exactly one thing while it is open', () => {
    expect(reachable(sessionMachine)).toEqual(new Set(sessionMachine.states));
    for (const state of sessionMachine.states) {
      const open = !isFinal(sessionMachine, state);
      expect(movesFrom(sessionMachine, state).length > 0).toBe(open);
      expect(sessionDeadline(session({ state }), context) !== null).toBe(open);
    }
  });

  it.each([
    ['announced', ora, ['open', 'start', 'cancel']],
    ['announced', system, ['open']],
    ['open', organiser, ['start', 'cancel']],
    ['running', ora, ['finish']],
    ['running', system, ['finish']],
    ['wrap_up', ora, ['resume', 'complete']],
    ['wrap_up', system, []],
    ['completed', ora, []],
    ['cancelled', organiser, []],
    ['announced', ana, []],
    ['announced', visitor, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(sessionMovesFor(actor, session({ state }))).toEqual(moves);
  });

  it.each([
    ['announced', 'open', '2026-03-18T10:00:00Z', 'system'],
    ['open', 'start', '2026-03-25T10:00:00Z', 'role'],
    ['running', 'finish', '2026-03-25T12:00:00Z', 'system'],
    ['wrap_up', 'complete', '2026-04-08T12:00:00Z', 'role'],
  ] as const)('owes, when %s, to %s by %s', (state, kind, dueAt, who) => {
    expect(sessionDeadline(session({ state }), context)).toMatchObject({
      kind,
      dueAt: new Date(dueAt),
      responsible: { kind: who },
    });
  });

  it('is announced by its event’s organisers, with an end after its start', () => {
    const { id, startsAt, endsAt, timeZone } = session();
    const { change, happening, deadline } = announceSession({ id, startsAt, endsAt, timeZone }, event, ora, context);
    expect(change).toMatchObject({ state: 'announced', organiserIds: ['ora'], eventId: 'e1' });
    expect(happening.stream).toBe('session:s1');
    expect(deadline?.kind).toBe('open');
    const backwards = { id, startsAt: endsAt, endsAt: startsAt, timeZone };
    expect(() => announceSession(backwards, event, organiser, context)).toThrow('programme.refuse.endsBeforeStart');
    expect(() => announceSession({ id, startsAt, endsAt, timeZone }, event, ana, context)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
  });

  it('moves to another day until it has begun, and its deadline with it', () => {
    const times = {
      startsAt: new Date('2026-04-01T10:00:00Z'),
      endsAt: new Date('2026-04-01T11:00:00Z'),
      timeZone: 'Asia/Kolkata',
    };
    expect(rescheduleSession(session({ state: 'open' }), times, ora, context).deadline?.dueAt).toEqual(times.startsAt);
    expect(() => rescheduleSession(session({ state: 'running' }), times, ora, context)).toThrow(
      'programme.refuse.begun',
    );
    expect(() => rescheduleSession(session(), times, ana, context)).toThrow('programme.refuse.sessionNotYours');
  });

  it.each([
    [{ boardSettled: false, recordingUrl: 'https://example.org/r' }, 'programme.refuse.boardNotPublished'],
    [{}, 'programme.refuse.noRecord'],
    [{ noRecordReason: '  ' }, 'programme.refuse.noRecord'],
    [{ noRecordReason: 'The speaker did not agree to be recorded.' }, null],
    [{ slidesUrl: 'https://example.org/s' }, null],
  ] as const)('with %j is complete, or says what is missing: %s', (more, sentence) => {
    const complete = () => makeSessionMove(session({ state: 'wrap_up', ...more }), 'complete', ora, context);
    if (sentence) expect(complete).toThrow(sentence);
    else expect(complete()).toMatchObject({ change: { state: 'completed' }, deadline: null });
  });
});

describe('a join code', () => {
  it('is five letters and digits that nobody confuses, and reads back however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (random) => {
        fc.pre(random.filter((byte) => byte < 252).length >= joinCodeLength);
        const code = joinCode(random);
        expect(code).toMatch(new RegExp(`^[${joinAlphabet}]{5}$`));
        expect(readJoinCode(` ${code.toLowerCase().slice(0, 2)}-${code.slice(2)} `)).toBe(code);
      }),
    );
  });

  it('makes every character equally likely', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 252; byte++) {
      const first = joinCode(new Uint8Array([byte, 0, 0, 0, 0]))[0] ?? '';
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(joinAlphabet.length);
    expect(new Set(counts.values())).toEqual(new Set([9]));
    expect(() => joinCode(new Uint8Array([252, 253, 254, 255, 1, 2, 3, 4]))).toThrow(RangeError);
  });

  it.each([
    ['ＢＣ２３４', 'BC234'],
    ['bc٢٣٤', 'BC234'],
    ['bc۲۳۴', 'BC234'],
    ['BC–234\u200f', 'BC234'],
    ['BC23', null],
    ['BC2340', null],
    ['BCO34', null],
    ['', null],
  ])('typed %j is %s', (typed, code) => {
    expect(readJoinCode(typed)).toBe(code);
  });
});
