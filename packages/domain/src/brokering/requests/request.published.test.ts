import { describe, expect, it } from '@jest/globals';
import { ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import { makeRequestMove, type RequestFacts, type RequestMove, requestClock, wantedNow } from './index.ts';

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
    const suggested = { ...fresh, suggestions: 5 };
    expect(requestClock.deadlineOf(suggested, start, ctx)).toMatchObject({
      kind: 'expire',
      dueAt: addDays(start, 180),
      responsible: { kind: 'organisation', id: 'benin' },
    });
    expect(requestClock.remindersOf(suggested, start, ctx)).toEqual([150, 165, 175].map((d) => addDays(start, d)));
  });

  it('owes suggestions until five are made: to its broker, then late, then to the lead brokers week by week', () => {
    const { desk } = ctx;
    for (const suggestions of [0, 1, 4]) {
      const request = inState('published', { suggestions });
      const step = (now: Date) => requestClock.nextStep(request, people.visitor, now, ctx);
      const [late, later, again] = [2, 4, 9].map((days) => addWorkingDays(start, days, desk)) as [Date, Date, Date];
      const uma = { kind: 'member', id: 'uma' };
      const what = 'brokering.step.suggestPartners';
      expect(step(start)).toMatchObject({ what, responsible: uma, by: late, missed: null });
      expect(step(late)).toMatchObject({ what, responsible: uma, by: later, missed: { responsible: uma, by: late } });
      const leads = { kind: 'role', id: 'lead_broker' };
      expect(step(later)).toMatchObject({ what, responsible: leads, by: again, missed: { responsible: uma } });
      expect(step(again)).toMatchObject({ what, responsible: leads, missed: { responsible: leads, by: again } });
    }
  });

  it('is its owner’s to confirm all the same before it expires, whoever has not suggested', () => {
    const request = inState('published');
    const before = addDays(start, 149);
    const last = requestClock.deadlineOf(request, addDays(before, -1), ctx);
    expect(last).toMatchObject({ kind: 'escalate', dueAt: before, responsible: { id: 'lead_broker' } });
    const step = requestClock.nextStep(request, people.visitor, before, ctx);
    expect(step).toMatchObject({ what: 'brokering.step.confirmRequest', by: addDays(start, 180) });
    expect(requestClock.remindersOf(request, before, ctx)).toEqual([150, 165, 175].map((d) => addDays(start, d)));
    expect(move(request, 'expire', system, {}, addDays(start, 180)).state).toBe('expired');
    // One that is to expire soon is its owner's at once after the broker's time.
    const soon = inState('published', { expiresAt: addDays(start, 30) });
    const ours = requestClock.nextStep(soon, people.visitor, addWorkingDays(start, 4, ctx.desk), ctx);
    expect(ours).toMatchObject({ what: 'brokering.step.confirmRequest', missed: { responsible: { id: 'uma' } } });
  });

  it('owes no more of them once a broker has said with words that nobody else fits', () => {
    const note = said('Personne d’autre ne tient un tel service.');
    expect(() => move(inState('published'), 'enough', broker)).toThrow('brokering.refuse.enoughUnsaid');
    expect(() => move(inState('published'), 'enough', delegate, { note })).toThrow('notPermitted');
    expect(() => move(inState('published'), 'enough', ownBroker, { note })).toThrow('ownOrganisation');
    const done = move(inState('published', { suggestions: 1 }), 'enough', broker, { note });
    expect(done).toMatchObject({ state: 'published', enough: { note, by: 'uma' } });
    expect(requestClock.nextStep(done, broker, start, ctx)?.what).toBe('brokering.step.confirmRequest');
    expect(() => move(done, 'enough', broker, { note })).toThrow('brokering.refuse.enoughAlready');
    expect(() => move(inState('published', { suggestions: 5 }), 'enough', broker, { note })).toThrow('enoughAlready');
    expect(wantedNow(done, 0, ctx.terms)).toBe(0);
    expect([0, 3, 5].map((unanswered) => wantedNow({ ...done, enough: null }, unanswered, ctx.terms))).toEqual([
      4, 2, 0,
    ]);
    // When the search begins anew, so does the duty.
    expect(move({ ...done, state: 'in_matching' }, 'resumeSearch', system)).toMatchObject({ enough: null });
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

  it.each([
    ['startMatching', 'in_matching'],
    ['startPartnering', 'in_partnering'],
  ] as const)('is open again after it expired when an answer to it is taken up: %s', (found, state) => {
    const note = said('Personne d’autre.');
    const expired = inState('expired', { enough: { note, by: 'uma', at: start.toISOString() } });
    const later = addDays(start, 190);
    expect(move(expired, found, system, {}, later)).toMatchObject({
      state,
      expiresAt: addDays(later, 180),
      lastConfirmedAt: later,
      enough: null,
    });
    expect(move({ ...expired, state: 'published' }, found, system, {}, later)).not.toHaveProperty('enough', null);
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
