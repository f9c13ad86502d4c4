import { describe, expect, it } from '@jest/globals';
import { anExpression, ctx, inState, type Person, people, said, start } from '../../test/brokering.ts';
import { addDays, Refusal } from '../kernel/index.ts';
import {
  mayReply,
  mayRevise,
  mayReviseExpression,
  requestClock,
  requestMachine,
  reviseExpression,
  reviseRequest,
} from './index.ts';

const everybody = Object.keys(people) as Person[];
const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('revising a request', () => {
  it.each(requestMachine.states)('is for its own side while it is with them: %s', (state) => {
    const request = inState(state);
    const may = everybody.filter((who) => mayRevise(people[who], request)).sort();
    const side = ['bothSides', 'delegate', 'focal'];
    expect(may).toEqual(state === 'draft' ? ['author', ...side] : state === 'needs_info' ? side : []);
  });

  it('starts the clock of a draft anew, and leaves that of an awaited answer running', () => {
    const later = addDays(start, 3);
    const draft = inState('draft');
    const revised = reviseRequest(draft, { title: said('Autrement') }, people.author, later, ctx);
    expect(revised.change).toMatchObject({ title: { sourceText: 'Autrement' }, lastActivityAt: later });
    expect(revised.deadline?.dueAt).toEqual(addDays(later, ctx.terms.request.draftKeptDays));
    const asked = inState('needs_info');
    const before = requestClock.deadlineOf(asked, start, ctx)?.dueAt;
    expect(reviseRequest(asked, {}, people.delegate, later, ctx).deadline?.dueAt).toEqual(before);
  });

  it('is missing to whoever cannot see it, and refused to whoever can', () => {
    const revise = (who: Person, state: 'draft' | 'published') => () =>
      reviseRequest(inState(state), {}, people[who], start, ctx);
    expect(refusalOf(revise('broker', 'draft'))).toBe('not-found');
    expect(refusalOf(revise('focal', 'published'))).toBe('not-permitted');
  });
});

describe('revising an expression', () => {
  it('is for its sender, before it is sent', () => {
    const draft = anExpression();
    const sent = anExpression({ state: 'sent', sentAt: start });
    expect(everybody.filter((who) => mayReviseExpression(people[who], draft)).sort()).toEqual([
      'bothSides',
      'otherDelegate',
      'otherFocal',
    ]);
    expect(everybody.filter((who) => mayReviseExpression(people[who], sent))).toEqual([]);
    const { change, happening } = reviseExpression(
      draft,
      { weBring: said('Six leçons') },
      people.otherFocal,
      start,
      ctx,
    );
    expect(change).toMatchObject({ weBring: { sourceText: 'Six leçons' } });
    expect(happening.name).toBe('brokering.expression.revised');
    expect(refusalOf(() => reviseExpression(draft, {}, people.delegate, start, ctx))).toBe('not-found');
    expect(refusalOf(() => reviseExpression(sent, {}, people.otherFocal, start, ctx))).toBe('not-permitted');
  });

  it('gives way to talk once the requester has asked: both sides, and no broker', () => {
    const talked = anExpression({ state: 'in_dialogue', sentAt: start });
    expect(everybody.filter((who) => mayReply(people[who], talked)).sort()).toEqual([
      'bothSides',
      'delegate',
      'focal',
      'otherDelegate',
      'otherFocal',
    ]);
    expect(
      everybody.filter((who) => mayReply(people[who], anExpression({ state: 'accepted', sentAt: start }))),
    ).toEqual([]);
  });
});
