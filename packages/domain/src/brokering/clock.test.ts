import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, anExpression, ctx, inState, start } from '../../test/brokering.ts';
import { addDays, addWorkingDays, visitor, workingDaysBetween } from '../kernel/index.ts';
import { defineClock, organisation, type Plans, type Rung } from './clock.ts';
import { brokeringTerms, expressionClock, matchClock, requestClock } from './index.ts';
import { begun, type Subject } from './subject.ts';

type Open = 'waiting' | 'asked';
const rung: Rung<'again'> = {
  who: organisation('cairo'),
  what: 'brokering.step.meet',
  within: 2,
  otherwise: 'again',
};
const plans: Plans<Open, Subject, 'lapse'> = {
  waiting: ({ stateSince }) => ({ since: stateSince, rungs: [rung] }),
  asked: ({ stateSince }) => ({ since: stateSince, rungs: [{ ...rung, otherwise: 'lapse' }] }),
};
const clock = defineClock('thing', plans);
const thing = (state: string): Subject => ({ ...begun(start), id: 't', state });

describe('a clock', () => {
  it('does not compile without a plan for every open state, or with a plan that comes to nothing', () => {
    // @ts-expect-error no plan for `asked`
    const forgotten: Plans<Open, Subject, 'lapse'> = { waiting: plans.waiting };
    // @ts-expect-error the last rung neither repeats nor ends in a move
    const silent: ReturnType<typeof plans.asked> = { since: start, rungs: [{ ...rung, otherwise: 'escalate' }] };
    // @ts-expect-error the last rung would be followed by another
    const endless: ReturnType<typeof plans.waiting> = { since: start, rungs: [{ ...rung, before: start }] };
    expect([Object.keys(forgotten), silent.rungs.length, endless.rungs.length]).toEqual([['waiting'], 1, 1]);
  });

  it('owes nothing in a state without a plan', () => {
    expect(clock.deadlineOf(thing('gone'), start, ctx)).toBeNull();
    expect(clock.nextStep(thing('gone'), visitor, start, ctx)).toBeNull();
    expect(clock.remindersOf(thing('gone'), start, ctx)).toEqual([]);
  });

  it('counts the working days of the one who must act: Cairo rests on Friday and Saturday', () => {
    const thursday = new Date('2026-02-19T08:00:00Z');
    const due = clock.deadlineOf({ ...thing('asked'), stateSince: thursday }, thursday, ctx)?.dueAt;
    expect(due).toEqual(new Date('2026-02-23T08:00:00Z'));
  });

  it('asks again and again, and never twice for the same time', () => {
    const instants = fc.date({ min: start, max: addDays(start, 4000), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (now) => {
        const due = clock.deadlineOf(thing('waiting'), now, ctx)?.dueAt as Date;
        expect(due.getTime()).toBeGreaterThan(now.getTime());
        expect(workingDaysBetween(now, due, ctx.calendarOf('cairo'))).toBeLessThanOrEqual(2);
        expect(clock.deadlineOf(thing('waiting'), new Date(due.getTime() - 1), ctx)?.dueAt).toEqual(due);
        expect(clock.deadlineOf(thing('waiting'), due, ctx)?.dueAt).not.toEqual(due);
      }),
      { numRuns: 40 },
    );
  });

  it('reminds before the deadline and never after, in order', () => {
    const subjects = [
      requestClock.remindersOf(inState('needs_info'), start, ctx),
      expressionClock.remindersOf(anExpression({ state: 'sent', sentAt: start }), start, ctx),
      matchClock.remindersOf(aMatch(), start, ctx),
    ];
    expect(subjects.map((reminders) => reminders.length)).toEqual([2, 2, 1]);
    const benin = ctx.calendarOf('benin');
    expect(subjects[0]?.map((at) => workingDaysBetween(start, at, benin))).toEqual([5, 12]);
    const between = addWorkingDays(start, 6, benin);
    expect(requestClock.remindersOf(inState('needs_info'), between, ctx)).toHaveLength(1);
  });

  it('goes by the numbers it is handed', () => {
    const terms = { ...brokeringTerms, expression: { ...brokeringTerms.expression, answerWithin: 4 } };
    const expression = anExpression({ state: 'sent', sentAt: start });
    const hurried = { ...ctx, terms };
    const due = addWorkingDays(start, 4, ctx.calendarOf('benin'));
    expect(expressionClock.deadlineOf(expression, start, hurried)?.dueAt).toEqual(due);
    expect(expressionClock.remindersOf(expression, start, hurried)).toHaveLength(1);
  });
});
