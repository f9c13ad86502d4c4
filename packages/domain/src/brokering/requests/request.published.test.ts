import { describe, expect, it } from '@jest/globals';
import { ctx, inState, people, start } from '../../../test/brokering.ts';
import { type Actor, addDays, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import { makeRequestMove, type RequestFacts, type RequestMove, requestClock } from './index.ts';

const { delegate, focal, broker, lead, ownBroker } = people;

const move = (
  request: RequestFacts,
  asked: RequestMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
): RequestFacts => ({ ...request, ...makeRequestMove(request, asked, input, actor, now, ctx).change });

describe('a published request', () => {
  it('asks for partners first, then to be confirmed before it expires', () => {
    const fresh = inState('published');
    expect(requestClock.nextStep(fresh, broker, start, ctx)).toMatchObject({
      who: 'you',
      what: 'brokering.step.suggestPartners',
    });
    const suggested = { ...fresh, suggestions: 1 };
    expect(requestClock.deadlineOf(suggested, start, ctx)).toMatchObject({
      kind: 'expire',
      dueAt: addDays(start, 180),
      responsible: { kind: 'organisation', id: 'benin' },
    });
    expect(requestClock.remindersOf(suggested, start, ctx)).toEqual([150, 165, 175].map((d) => addDays(start, d)));
  });

  it('is open for 180 days more when it is confirmed, however often that is', () => {
    const later = addDays(start, 150);
    const confirmed = move(inState('published'), 'confirm', delegate, {}, later);
    expect(confirmed).toMatchObject({ state: 'published', expiresAt: addDays(later, 180), lastConfirmedAt: later });
    expect(move(confirmed, 'confirm', delegate, {}, later)).toEqual(confirmed);
  });

  it('expires, is reactivated within ninety days, and lapses after them', () => {
    const open = inState('published', { suggestions: 3 });
    const expiry = addDays(start, 180);
    const expired = move(open, 'expire', system, {}, expiry);
    expect(() => move(expired, 'expire', system, {}, expiry)).toThrow('no-such-move');
    expect(move(expired, 'reactivate', delegate, {}, addDays(expiry, 90))).toMatchObject({
      state: 'published',
      expiresAt: addDays(expiry, 270),
    });
    expect(() => move(expired, 'reactivate', delegate, {}, addDays(expiry, 91))).toThrow('tooLateToReactivate');
    expect(() => move(expired, 'lapse', system, {}, addDays(expiry, 89))).toThrow('notDue');
    expect(move(expired, 'lapse', system, {}, addDays(expiry, 90))).toMatchObject({
      state: 'closed',
      endReason: 'lapsed',
      endedBy: 'system',
    });
  });

  it('stays on the list for a while when its last match came to nothing', () => {
    const late = addDays(start, 179);
    expect(move(inState('in_matching'), 'resumeSearch', system, {}, late)).toMatchObject({
      state: 'published',
      expiresAt: addDays(late, 30),
    });
  });

  it('is asked again, once its owner keeps the remaining lines open, when that time is up', () => {
    const later = addDays(start, 20);
    const kept = move(inState('in_partnering'), 'keepOpen', delegate, {}, later);
    expect(requestClock.deadlineOf(kept, later, ctx)).toMatchObject({
      dueAt: addDays(later, 180),
      responsible: { kind: 'organisation', id: 'benin' },
    });
  });

  it('closes as not matched only after three suggestions, or by a lead broker with no stake (I8)', () => {
    const noMatch = { reason: 'no_match' };
    const tried = (suggestions: number) => inState('published', { suggestions });
    expect(() => move(tried(2), 'close', broker, noMatch)).toThrow('brokering.refuse.noMatchNeedsEffort');
    expect(() => move(tried(2), 'close', focal, noMatch)).toThrow('brokering.refuse.noMatchNeedsEffort');
    expect(() => move(tried(0), 'close', ownBroker, noMatch)).toThrow('brokering.refuse.ownOrganisation');
    expect(move(tried(3), 'close', broker, noMatch)).toMatchObject({ state: 'closed', endReason: 'no_match' });
    expect(move(tried(0), 'close', lead, noMatch)).toMatchObject({ endReason: 'no_match', endedBy: 'lena' });
  });

  it('may be withdrawn without a reason', () => {
    expect(move(inState('published'), 'withdraw', focal)).toMatchObject({ endReason: 'unstated', endedBy: 'codjo' });
    expect(() => move(inState('published'), 'withdraw', delegate)).toThrow('not-permitted');
  });
});
