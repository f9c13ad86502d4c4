import { describe, expect, it } from '@jest/globals';
import { ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { addWorkingDays, system } from '../../kernel/index.ts';
import {
  coverLines,
  handOver,
  makeRequestMove,
  markLines,
  type NeedLine,
  requestClock,
  returnToDesk,
} from './index.ts';

const { broker, otherBroker, ownBroker, lead, delegate, focal, member, visitor } = people;
const line = (id: string, state: NeedLine['state'] = 'open'): NeedLine => ({
  id,
  text: said(`Ligne ${id}`),
  quantity: null,
  state,
});

describe('a case', () => {
  it('is handed by a lead broker to another without a stake, with time to read it', () => {
    const held = inState('in_review');
    const { change, happening, deadline } = handOver(held, otherBroker, lead, start, ctx);
    expect(change).toEqual({ claimedBy: 'vera', leaseUntil: addWorkingDays(start, 3, ctx.desk), proposal: null });
    expect(happening.data).toMatchObject({ before: 'uma', after: 'vera', to: 'in_review' });
    expect(deadline?.responsible).toEqual({ kind: 'member', id: 'vera' });
    expect(() => handOver(held, otherBroker, broker, start, ctx)).toThrow('not-permitted');
    expect(() => handOver(held, ownBroker, lead, start, ctx)).toThrow('brokering.refuse.notABroker');
    expect(() => handOver(held, member, lead, start, ctx)).toThrow('brokering.refuse.notABroker');
    expect(() => handOver(held, broker, lead, start, ctx)).toThrow('brokering.refuse.alreadyTheirs');
    expect(() => handOver(inState('submitted'), broker, lead, start, ctx)).toThrow('not-permitted');
    expect(() => handOver(inState('closed'), otherBroker, lead, start, ctx)).toThrow('not-permitted');
  });

  it.each(['in_review', 'needs_info', 'published', 'in_matching'] as const)(
    'goes back to the desk when its broker leaves: %s',
    (state) => {
      const request = inState(state);
      const { change, deadline, happening } = returnToDesk(request, start, ctx);
      const after = { ...request, ...change };
      expect(after).toMatchObject({ claimedBy: null, state: state === 'in_review' ? 'submitted' : state });
      expect(happening.data).toMatchObject({ before: 'uma', after: null, to: after.state });
      expect(deadline).toEqual(requestClock.deadlineOf(after, start, ctx));
      expect(deadline?.responsible.kind).not.toBe('member');
    },
  );

  it('becomes the desk’s task where nobody is left who could approve it', () => {
    const orphaned = { ...ctx, hasFocalPoint: () => false };
    const { change } = makeRequestMove(inState('draft'), 'submit', {}, delegate, start, ctx);
    const sent = { ...inState('draft'), ...change };
    expect(requestClock.nextStep(sent, broker, start, ctx)).toMatchObject({ seat: 'focal_point' });
    expect(requestClock.nextStep(sent, broker, start, orphaned)).toMatchObject({
      who: 'desk',
      responsible: { kind: 'role', id: 'broker' },
      what: 'brokering.step.findFocalPoint',
    });
  });
});

describe('the lines of a request', () => {
  const request = inState('published', { lines: [line('a'), line('b', 'partly_covered'), line('c', 'dropped')] });

  it('are marked by those who act for its owner, as long as others read it', () => {
    const marked = markLines(request, new Map([['a', 'covered']]), delegate, start, ctx);
    expect(marked.change.lines?.map(({ state }) => state)).toEqual(['covered', 'partly_covered', 'dropped']);
    expect(() => markLines(request, new Map(), broker, start, ctx)).toThrow('not-permitted');
    expect(() => markLines({ ...request, visibility: 'brokers_only' }, new Map(), visitor, start, ctx)).toThrow(
      'not-found',
    );
    expect(() => markLines(inState('closed', { lines: request.lines }), new Map(), focal, start, ctx)).toThrow(
      'no-such-move',
    );
  });

  it('are covered by an agreed partnership: those it answers, or all where it names none', () => {
    expect(coverLines(request, ['a'], start, ctx)?.change.lines?.map(({ state }) => state)).toEqual([
      'covered',
      'partly_covered',
      'dropped',
    ]);
    const all = coverLines(request, [], start, ctx)?.change.lines ?? [];
    expect(all.map(({ state }) => state)).toEqual(['covered', 'covered', 'dropped']);
    expect(coverLines({ ...request, lines: all }, [], start, ctx)).toBeNull();
  });

  it('decide how it may close: nothing is called partnered while a line is open, nothing is kept open for none', () => {
    const partnered = { reason: 'partnered' };
    expect(() => makeRequestMove(request, 'close', partnered, focal, start, ctx)).toThrow(
      expect.objectContaining({ sentence: 'brokering.refuse.linesRemain', args: { remain: 2 } }),
    );
    const done = { ...inState('in_partnering'), lines: [line('a', 'covered'), line('c', 'dropped')] };
    expect(makeRequestMove(done, 'close', partnered, focal, start, ctx).change.state).toBe('closed');
    expect(() => makeRequestMove(done, 'keepOpen', {}, delegate, start, ctx)).toThrow(
      'brokering.refuse.nothingRemains',
    );
    expect(() => makeRequestMove(done, 'keepOpen', {}, system, start, ctx)).toThrow('not-permitted');
  });
});
