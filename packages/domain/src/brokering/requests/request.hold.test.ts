import { describe, expect, it } from '@jest/globals';
import { aMatch, anExpression, ctx, inState, people, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, system } from '../../kernel/index.ts';
import { expressionClock, expressionMovesFor, matchClock, matchMovesFor } from '../index.ts';
import type { MoveInput } from '../subject.ts';
import { makeRequestMove, type RequestFacts, type RequestMove, requestClock } from './index.ts';

const { delegate, broker, focal, otherDelegate } = people;
const move = (
  request: RequestFacts,
  asked: RequestMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
): RequestFacts => ({ ...request, ...makeRequestMove(request, asked, input, actor, now, ctx).change });
const until = addDays(start, 60);
const why: MoveInput = { reason: 'no_funding', until };

describe('a request on hold', () => {
  it.each([
    ['no day', undefined],
    ['a day that is past', addDays(start, -1)],
    ['more than 120 days', addDays(start, 121)],
  ])('is not held for %s', (_, day) => {
    expect(() => move(inState('published'), 'hold', delegate, { reason: 'timing', until: day })).toThrow(
      expect.objectContaining({ sentence: 'brokering.refuse.holdUntil', path: 'until', args: { days: 120 } }),
    );
  });

  it.each(['published', 'in_matching', 'in_partnering'] as const)('goes back to where it stood: %s', (state) => {
    const held = move(inState(state), 'hold', state === 'published' ? broker : delegate, why);
    expect(held).toMatchObject({ state: 'on_hold', heldFrom: state, heldUntil: until });
    expect(requestClock.deadlineOf(held, start, ctx)).toEqual({
      subject: 'request:r1',
      kind: 'resume',
      dueAt: until,
      responsible: { kind: 'organisation', id: 'benin' },
    });
    expect(() => move(held, 'resume', system, {}, addDays(until, -1))).toThrow('brokering.refuse.notDue');
    expect(move(held, 'resume', system, {}, until)).toMatchObject({ state, heldFrom: null, heldUntil: until });
    const early = addDays(start, 3);
    expect(move(held, 'resume', delegate, {}, early)).toMatchObject({ state, heldUntil: early });
  });

  it('has, when it goes on, the time left that it had', () => {
    const open = inState('published', { suggestions: 1 });
    const resumed = move(
      move(open, 'hold', delegate, why, addDays(start, 10)),
      'resume',
      delegate,
      {},
      addDays(start, 50),
    );
    expect(resumed.expiresAt).toEqual(addDays(start, 180 + 40));
  });

  it('stops the clocks of what hangs on it: nobody lapses meanwhile, and nobody is introduced', () => {
    const held = move(inState('published', { counterpartIds: ['zhalantun'] }), 'hold', focal, why);
    const sent = anExpression({ state: 'sent', sentAt: start, request: held });
    expect(expressionClock.deadlineOf(sent, start, ctx)?.dueAt).toEqual(
      addWorkingDays(until, 10, ctx.calendarOf('benin')),
    );
    const resumed = move(held, 'resume', delegate, {}, addDays(start, 30));
    expect(expressionClock.deadlineOf({ ...sent, request: resumed }, addDays(start, 30), ctx)?.dueAt).toEqual(
      addWorkingDays(addDays(start, 30), 10, ctx.calendarOf('benin')),
    );
    expect(expressionMovesFor(delegate, sent, start)).not.toContain('accept');
    expect(expressionMovesFor(otherDelegate, { ...sent, state: 'accepted' }, start)).toEqual(['withdraw']);
    const suggested = aMatch({ state: 'suggested', request: held });
    expect(matchMovesFor(otherDelegate, suggested, start)).not.toContain('sayYes');
    expect(matchClock.deadlineOf(suggested, start, ctx)?.dueAt).toEqual(
      addWorkingDays(until, 15, ctx.calendarOf('benin')),
    );
  });

  it('goes on by itself when a partnership is agreed meanwhile', () => {
    const held = move(inState('in_matching'), 'hold', delegate, why);
    const later = addDays(start, 5);
    expect(move(held, 'startPartnering', system, {}, later)).toMatchObject({
      state: 'in_partnering',
      heldFrom: null,
      heldUntil: later,
    });
  });
});
