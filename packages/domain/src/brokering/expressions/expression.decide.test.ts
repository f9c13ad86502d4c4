import { describe, expect, it } from '@jest/globals';
import { anExpression, ctx, inState, type Person, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addWorkingDays, can, isFinal, reachable, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  draftExpression,
  type ExpressionFacts,
  type ExpressionMove,
  type ExpressionState,
  expressionClock,
  expressionMachine,
  expressionMovesFor,
  expressionPolicy,
  makeExpressionMove,
  mayReviseExpression,
} from './index.ts';

const { delegate, focal, otherDelegate, otherFocal, rival, broker } = people;

const move = (
  expression: ExpressionFacts,
  asked: ExpressionMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
): ExpressionFacts => ({ ...expression, ...makeExpressionMove(expression, asked, input, actor, now, ctx).change });
const sent = () => move(anExpression(), 'send', otherDelegate);

type Moves = { readonly requester?: string; readonly sender?: string; readonly system?: string };
const table: Record<ExpressionState, Moves> = {
  draft: { sender: 'send withdraw', system: 'discard' },
  sent: { requester: 'see discuss accept decline', sender: 'withdraw', system: 'lapse' },
  seen: { requester: 'discuss accept decline', sender: 'withdraw', system: 'lapse' },
  in_dialogue: { requester: 'accept decline', sender: 'withdraw', system: 'lapse' },
  accepted: { sender: 'confirm withdraw', system: 'lapse' },
  confirmed: {},
  declined: {},
  withdrawn: {},
  lapsed: {},
};
const sides: Record<keyof Moves, readonly Person[]> = {
  requester: ['delegate', 'focal'],
  sender: ['otherDelegate', 'otherFocal'],
  system: ['system'],
};
const outsiders: readonly Person[] = [
  'author',
  'broker',
  'lead',
  'ownBroker',
  'otherOwnBroker',
  'rival',
  'member',
  'visitor',
];

describe('who may do what with an expression of interest', () => {
  const cells = expressionMachine.states.flatMap((state) => [
    ...(['requester', 'sender', 'system'] as const).flatMap((side) =>
      sides[side].map((who) => [state, who, table[state][side] ?? ''] as const),
    ),
    ...outsiders.map((who) => [state, who, ''] as const),
  ]);
  it.each(cells)('%s, %s: %s', (state, who, moves) => {
    const expression = anExpression({ state, acceptedBy: 'codjo' });
    expect(expressionMovesFor(people[who], expression, start).join(' ')).toBe(moves);
  });

  const readers = (expression: ExpressionFacts) =>
    Object.entries(people)
      .filter(([, actor]) => can(expressionPolicy, actor, 'view', expression))
      .map(([who]) => who);
  it('is read by both sides and the brokers without one; a rival never sees it, as a broker neither', () => {
    const both = [
      'delegate',
      'focal',
      'otherDelegate',
      'otherFocal',
      'broker',
      'otherBroker',
      'lead',
      'otherLead',
      'bothSides',
    ];
    expect(readers(sent())).toEqual(both);
    const rivalBroker: Actor = { ...rival, roles: ['member', 'broker'] };
    expect(can(expressionPolicy, rivalBroker, 'view', sent())).toBe(false);
  });
  it('is closed to its writer once they have left the organisation it was written for', () => {
    const staff: Actor = { ...people.author, affiliations: [{ organisationId: 'zhalantun', role: 'staff' }] };
    const left: Actor = { ...staff, affiliations: [] };
    const draft = anExpression({ authorId: 'afi' });
    expect([can(expressionPolicy, staff, 'view', draft), mayReviseExpression(staff, draft)]).toEqual([true, true]);
    expect([can(expressionPolicy, left, 'view', draft), mayReviseExpression(left, draft)]).toEqual([false, false]);
  });
  it('is read by nobody but the sender before it is sent, and so when it never was', () => {
    const own = ['otherDelegate', 'otherFocal', 'bothSides'];
    expect(readers(anExpression())).toEqual(own);
    expect(readers(move(anExpression(), 'withdraw', otherDelegate))).toEqual(own);
  });
});

describe('an expression of interest', () => {
  it('can reach every state, and an end from each', () => {
    expect(reachable(expressionMachine)).toEqual(new Set(expressionMachine.states));
    for (const initial of expressionMachine.states)
      expect([...reachable({ ...expressionMachine, initial })].some((s) => isFinal(expressionMachine, s))).toBe(true);
  });

  const open = inState('published');
  const draft = { id: 'e2', organisationId: 'zhalantun' };
  it.each([
    ['a request of one’s own', open, { id: 'e2', organisationId: 'benin' }, false, delegate, 'ownRequest'],
    ['an organisation one does not act for', open, draft, false, rival, 'notForThisOrganisation'],
    ['a second one at a time', open, draft, true, otherDelegate, 'alreadyExpressed'],
    ['a request that is closed', inState('closed'), draft, false, otherDelegate, 'requestNotOpen'],
    ['a request one cannot read', inState('in_review'), draft, false, otherDelegate, 'notFound'],
  ] as const)('is not begun for %s', (_case, request, what, live, actor, why) => {
    expect(() => draftExpression(request, what, live, actor, start, ctx)).toThrow(`brokering.refuse.${why}`);
  });

  it('says something, and is told as sent', () => {
    expect(() => move(anExpression({ message: null }), 'send', otherDelegate)).toThrow('messageMissing');
    const { happening, deadline } = makeExpressionMove(anExpression(), 'send', {}, otherDelegate, start, ctx);
    expect(happening).toEqual({
      name: 'brokering.expression.sent',
      stream: 'expression:e1',
      data: {
        expressionId: 'e1',
        requestId: 'r1',
        organisationId: 'zhalantun',
        requesterId: 'benin',
        move: 'send',
        from: 'draft',
        to: 'sent',
        reason: null,
      },
    });
    expect(deadline).toMatchObject({ kind: 'escalate', responsible: { kind: 'organisation', id: 'benin' } });
  });

  it('is answered within ten working days, with reminders after three and seven, seen or not', () => {
    const benin = ctx.calendarOf('benin');
    const due = addWorkingDays(start, 10, benin);
    const reminders = [3, 7].map((days) => addWorkingDays(start, days, benin));
    const seen = move(sent(), 'see', delegate, {}, reminders[0]);
    for (const expression of [sent(), seen]) {
      expect(expressionClock.deadlineOf(expression, start, ctx)?.dueAt).toEqual(due);
      expect(expressionClock.remindersOf(expression, start, ctx)).toEqual(reminders);
    }
  });

  it('goes to the broker when it is not answered, and lapses after ten days more', () => {
    const due = addWorkingDays(start, 10, ctx.calendarOf('benin'));
    const end = addWorkingDays(due, 10, ctx.desk);
    expect(expressionClock.nextStep(sent(), broker, due, ctx)).toEqual({
      who: 'you',
      responsible: { kind: 'member', id: 'uma' },
      what: 'brokering.step.chaseAnswer',
      by: end,
      missed: { responsible: { kind: 'organisation', id: 'benin' }, what: 'brokering.step.answerExpression', by: due },
    });
    expect(expressionClock.escalate(sent(), start, ctx)).toBeNull();
    expect(expressionClock.escalate(sent(), due, ctx)).toMatchObject({
      happening: { name: 'brokering.deadline.missed', stream: 'expression:e1', data: { dueAt: due } },
      deadline: { kind: 'lapse', dueAt: end },
    });
    expect(() => move(sent(), 'lapse', system, {}, due)).toThrow('brokering.refuse.notDue');
    expect(move(sent(), 'lapse', system, {}, end)).toMatchObject({ state: 'lapsed', endReason: 'no_response' });
    const accepted = move(sent(), 'accept', focal);
    const later = expressionClock.deadlineOf(accepted, new Date('2027-01-01'), ctx);
    expect(move(accepted, 'lapse', system, {}, later?.dueAt)).toMatchObject({ endReason: 'not_confirmed' });
  });

  it('is declined with a reason or in words, never in silence', () => {
    expect(() => move(sent(), 'decline', delegate)).toThrow('brokering.refuse.reasonMissing');
    expect(move(sent(), 'decline', delegate, { reason: 'timing' })).toMatchObject({ endReason: 'timing' });
    const note = said('Nous avons déjà un partenaire.');
    expect(move(sent(), 'decline', delegate, { note })).toMatchObject({ endReason: 'other', endNote: note });
  });

  it('is not confirmed by the person who accepted it, nor by anybody but the sender (I6)', () => {
    const accepted = move(sent(), 'accept', people.bothSides);
    for (const who of ['bothSides', 'focal', 'broker', 'lead', 'rival', 'system'] as const)
      expect(() => move(accepted, 'confirm', people[who])).toThrow('not-permitted');
    expect(move(accepted, 'confirm', otherFocal)).toMatchObject({ state: 'confirmed', endedBy: 'dai' });
  });

  it('ends with its request, and only then', () => {
    expect(() => move(sent(), 'endWithRequest', system)).toThrow('brokering.refuse.requestStillOpen');
    const orphan = { ...sent(), request: inState('closed') };
    expect(() => move(orphan, 'accept', delegate)).toThrow('brokering.refuse.requestNotOpen');
    expect(move(orphan, 'endWithRequest', system)).toMatchObject({ state: 'lapsed', endReason: 'request_ended' });
  });
});
