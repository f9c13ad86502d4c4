import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, anExpression, ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, system, workingDaysBetween } from '../../kernel/index.ts';
import {
  askClarification,
  clarificationClock,
  expressionClock,
  expressionMovesFor,
  type MatchFacts,
  type MatchParty,
  matchClock,
  matchMovesFor,
  type NextStep,
} from '../index.ts';
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
    const back = { state, heldFrom: null, heldUntil: null, stateSince: start };
    const hold = { since: start.toISOString(), stateSince: start.toISOString() };
    expect(move(held, 'resume', system, {}, until)).toMatchObject({
      ...back,
      holds: [{ ...hold, until: until.toISOString() }],
    });
    const early = addDays(start, 3);
    expect(move(held, 'resume', delegate, {}, early)).toMatchObject({
      ...back,
      holds: [{ ...hold, until: early.toISOString() }],
    });
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
      heldUntil: null,
      holds: [{ until: later.toISOString() }],
      expiresAt: addDays(start, 185),
    });
  });
});

/** A step as one reads it: whose it is, and how many working days are left for it. */
interface Left {
  readonly whose: string;
  readonly what: string;
  readonly days: number;
  /** What is due the same day is due in so many hours. */
  readonly ms: number;
}
const leftOf = (step: NextStep | null, now: Date): Left => {
  if (!step) throw new Error('something is owed');
  const { responsible, what, by } = step;
  const calendar = responsible.kind === 'organisation' ? ctx.calendarOf(responsible.id) : ctx.desk;
  return {
    whose: responsible.id,
    what,
    days: workingDaysBetween(now, by, calendar),
    ms: by.getTime() - now.getTime(),
  };
};

describe('what was left of a step when a hold began', () => {
  const open = inState('published', { suggestions: 1, counterpartIds: ['zhalantun'] });
  const asked = {
    stateSince: start,
    lastActivityAt: start,
    sentAt: start,
  };
  const suggested: MatchFacts = {
    ...aMatch({ state: 'suggested' }),
    parties: aMatch().parties.map((party) => ({ ...party, stance: 'unseen' as const })),
  };
  const clarification = askClarification(
    open,
    { id: 'c1', organisationId: 'zhalantun', question: said('Quel budget ?'), open: true },
    otherDelegate,
    start,
    ctx,
  ).clarification;
  type Step = (request: RequestFacts, now: Date) => NextStep | null;
  const steps: readonly (readonly [string, RequestFacts, Step])[] = [
    ...(['sent', 'seen', 'in_dialogue', 'accepted'] as const).map((state) => {
      const expression = anExpression({ ...asked, state, acceptedBy: 'codjo' });
      const step: Step = (request, now) =>
        expressionClock.nextStep({ ...expression, request }, people.visitor, now, ctx);
      return [`an expression, ${state}`, open, step] as const;
    }),
    ...(['referred', 'introduced', 'scoping'] as const).map((state) => {
      const match = aMatch({ state });
      const step: Step = (request, now) => matchClock.nextStep({ ...match, request }, people.visitor, now, ctx);
      return [`a match, ${state}`, open, step] as const;
    }),
    [
      'a question about it',
      open,
      (request, now) => clarificationClock.nextStep({ ...clarification, request }, people.visitor, now, ctx),
    ],
    [
      'the request itself, without a suggestion',
      inState('published'),
      (request, now) => requestClock.nextStep(request, people.visitor, now, ctx),
    ],
    [
      'the request itself, with a partnership',
      inState('in_partnering'),
      (request, now) => requestClock.nextStep(request, people.visitor, now, ctx),
    ],
  ];
  const hours = 3_600_000;
  const later = (at: Date, by: number) => new Date(at.getTime() + by * hours);
  const holdFor = (request: RequestFacts, from: Date, to: Date): RequestFacts => {
    const held = move(request, 'hold', delegate, { reason: 'timing', until: addDays(from, 120) }, from);
    return move(held, 'resume', delegate, {}, to);
  };
  const same = (before: Left, after: Left): void => {
    // Its time was up already.
    if (before.ms <= 0) return;
    expect([after.whose, after.what]).toEqual([before.whose, before.what]);
    // What is due by a day is as many days away, to the hour; so is what is due on the day on which it was held.
    if (after.ms === before.ms) return;
    // That day may have become a day of rest.
    if (before.days === 0) expect([after.days, after.ms > before.ms]).toEqual([1, true]);
    else expect(after.days).toBe(before.days);
  };

  it('is left to each of those asked together, and to one of them no more', () => {
    const cities = suggested.parties.map(({ organisationId }) => ctx.calendarOf(organisationId));
    fc.assert(
      fc.property(fc.nat({ max: 24 * 14 }), fc.integer({ min: 1, max: 24 * 119 }), (at, length) => {
        const [from, to] = [later(start, at), later(start, at + length)];
        const by = matchClock.nextStep({ ...suggested, request: holdFor(open, from, to) }, people.visitor, to, ctx)?.by;
        const more = cities.map(
          (days) =>
            workingDaysBetween(to, by ?? to, days) - workingDaysBetween(from, addWorkingDays(start, 15, days), days),
        );
        expect(Math.min(...more)).toBe(0);
      }),
      { seed: 20260217 },
    );
  });

  it.each(steps)('is left when it ends, whenever it began and however long it was: %s', (_, request, stepOf) => {
    fc.assert(
      fc.property(fc.nat({ max: 24 * 60 }), fc.integer({ min: 1, max: 24 * 119 }), (at, length) => {
        const from = later(start, at);
        const to = later(from, length);
        const before = leftOf(stepOf(request, from), from);
        const resumed = holdFor(request, from, to);
        same(before, leftOf(stepOf(resumed, to), to));
        if (before.ms <= 0) return;
        // Nothing comes to its end while it lasts.
        const held = move(request, 'hold', delegate, { reason: 'timing', until: to }, from);
        if (stepOf(request, from)?.what !== stepOf(held, from)?.what) return;
        expect(stepOf(held, later(to, -0.5))?.by.getTime()).toBeGreaterThan(to.getTime());
      }),
      { seed: 20260217, numRuns: 60 },
    );
  });

  it('is left after one hold upon another', () => {
    const expression = anExpression({ ...asked, state: 'sent' });
    const stepOf = (request: RequestFacts, now: Date) =>
      expressionClock.nextStep({ ...expression, request }, people.visitor, now, ctx);
    const gap = fc.integer({ min: 1, max: 24 * 5 });
    fc.assert(
      fc.property(gap, gap, gap, gap, (first, long, between, longer) => {
        const from = later(start, first);
        const once = holdFor(open, from, later(from, long));
        const again = later(from, long + between);
        const before = leftOf(stepOf(once, again), again);
        const end = later(again, longer);
        same(before, leftOf(stepOf(holdFor(once, again, end), end), end));
      }),
      { seed: 20260217, numRuns: 80 },
    );
  });

  it('is nothing to a hold that came after its time', () => {
    const due = addWorkingDays(start, 10, ctx.calendarOf('benin'));
    const expression = anExpression({ ...asked, state: 'sent' });
    const resumed = holdFor(open, addDays(due, 1), addDays(due, 30));
    expect(expressionClock.nextStep({ ...expression, request: resumed }, broker, addDays(due, 31), ctx)).toMatchObject({
      what: 'brokering.step.chaseAnswer',
      missed: { by: due },
    });
  });

  it('is left to whoever is still writing, who can send nothing meanwhile', () => {
    const draft = anExpression({ state: 'draft', lastActivityAt: start });
    const resumed = holdFor(open, addDays(start, 25), addDays(start, 65));
    expect(expressionClock.deadlineOf({ ...draft, request: resumed }, addDays(start, 65), ctx)).toMatchObject({
      kind: 'discard',
      dueAt: addDays(start, 70),
    });
  });

  it('leaves a day that was named where it was, unless the hold lasts longer', () => {
    const [one, two] = aMatch().parties;
    const notNow = (day: Date, request: RequestFacts) =>
      matchClock.deadlineOf(
        {
          ...suggested,
          request,
          parties: [
            { ...(one as MatchParty), stance: 'not_now', until: day },
            { ...(two as MatchParty), stance: 'interested', until: null },
          ],
        },
        start,
        ctx,
      )?.dueAt;
    const resumed = holdFor(open, addDays(start, 10), addDays(start, 40));
    expect(notNow(addDays(start, 91), resumed)).toEqual(addDays(start, 91));
    expect(notNow(addDays(start, 30), resumed)).toEqual(addDays(start, 40));
  });
});
