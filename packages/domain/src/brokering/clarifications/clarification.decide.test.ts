import { describe, expect, it } from '@jest/globals';
import { ctx, inState, type Person, people, said, start } from '../../../test/brokering.ts';
import { addDays, addWorkingDays, can, system } from '../../kernel/index.ts';
import type { RequestFacts } from '../requests/index.ts';
import {
  askClarification,
  type ClarificationFacts,
  clarificationClock,
  clarificationMovesFor,
  clarificationPolicy,
  makeClarificationMove,
} from './index.ts';

const { rival, delegate, focal, member, otherDelegate } = people;
const request = inState('published', { suggestions: 1 });
const ask = (open = true, on: RequestFacts = request, who = rival, now = start, organisationId = 'kenya') =>
  askClarification(on, { id: 'c1', organisationId, question: said('Quel budget ?'), open }, who, now, ctx);
const answered = (open: boolean): ClarificationFacts => {
  const { clarification } = ask(open);
  const note = said('Deux motos.');
  return { ...clarification, ...makeClarificationMove(clarification, 'answer', { note }, delegate, start, ctx).change };
};
const readers = (facts: ClarificationFacts) =>
  (Object.keys(people) as Person[]).filter((who) => can(clarificationPolicy, people[who], 'view', facts)).sort();

describe('a question about a published request', () => {
  it('is asked by any organisation that reads it, and answered by the requester within five of its working days', () => {
    const { clarification, deadline, happening } = ask();
    expect(happening).toMatchObject({ name: 'brokering.clarification.asked', data: { requesterId: 'benin' } });
    expect(deadline).toEqual({
      subject: 'clarification:c1',
      kind: 'escalate',
      dueAt: addWorkingDays(start, 5, ctx.calendarOf('benin')),
      responsible: { kind: 'organisation', id: 'benin' },
    });
    expect(clarificationMovesFor(focal, clarification, start)).toEqual(['answer']);
    expect(clarificationMovesFor(rival, clarification, start)).toEqual(['withdraw']);
    expect(clarificationMovesFor(otherDelegate, clarification, start)).toEqual([]);
    expect(() => makeClarificationMove(clarification, 'answer', {}, delegate, start, ctx)).toThrow('answerMissing');
    expect(answered(true)).toMatchObject({
      state: 'answered',
      answer: { sourceText: 'Deux motos.' },
      answeredBy: 'bola',
      endReason: 'answered',
      endNote: null,
    });
  });

  it('is nobody’s who speaks for no other organisation', () => {
    expect(() => ask(true, request, member)).toThrow('notForThisOrganisation');
    expect(() => ask(true, request, delegate)).toThrow('notForThisOrganisation');
    expect(() => ask(true, request, delegate, start, 'benin')).toThrow('ownRequest');
    expect(() => ask(true, { ...request, visibility: 'brokers_only' })).toThrow('not-found');
  });

  it('is not taken in the last ten days, nor when the request is on hold', () => {
    const last = addDays(request.expiresAt as Date, -10);
    expect(ask(true, request, rival, new Date(last.getTime() - 1)).clarification.state).toBe('asked');
    expect(() => ask(true, request, rival, last)).toThrow('clarificationsClosed');
    expect(() => ask(true, inState('on_hold'))).toThrow('clarificationsClosed');
  });

  it('stands with the request once it is answered, unless it was asked in private', () => {
    const few = [
      'bothSides',
      'broker',
      'delegate',
      'focal',
      'lead',
      'otherBroker',
      'otherLead',
      'otherOwnBroker',
      'rival',
    ];
    expect(readers(ask(true).clarification)).toEqual(few);
    expect(readers(answered(false))).toEqual(few);
    expect(readers(answered(true))).toEqual(Object.keys(people).sort());
  });

  it('is chased by the broker and lapses, while the clock of a request on hold stands still', () => {
    const { clarification } = ask();
    const due = clarificationClock.deadlineOf(clarification, addDays(start, 60), ctx);
    expect(due).toMatchObject({ kind: 'lapse', responsible: { kind: 'member', id: 'uma' } });
    expect(makeClarificationMove(clarification, 'lapse', {}, system, due?.dueAt as Date, ctx).change).toMatchObject({
      state: 'lapsed',
      endReason: 'no_response',
    });
    const held = { ...clarification, request: inState('on_hold') };
    expect(clarificationClock.deadlineOf(held, start, ctx)?.dueAt).toEqual(
      addWorkingDays(addDays(start, 60), 5, ctx.calendarOf('benin')),
    );
    expect(() => makeClarificationMove(clarification, 'endWithRequest', {}, system, start, ctx)).toThrow(
      'requestStillOpen',
    );
  });
});
