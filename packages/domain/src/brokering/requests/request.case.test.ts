import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { crowd } from '../../../test/lives.ts';
import {
  type Actor,
  type AffiliationRole,
  addWorkingDays,
  isFinal,
  isFocalPointOf,
  type Role,
  system,
} from '../../kernel/index.ts';
import {
  coverLines,
  handOver,
  makeRequestMove,
  markLines,
  mayHold,
  type NeedLine,
  requestClock,
  requestMachine,
  requestMovesFor,
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

  it('that nobody holds is given by a lead broker, or taken by any other without a stake, wherever it stands after review', () => {
    for (const state of ['needs_info', 'published', 'in_partnering', 'on_hold', 'expired', 'declined'] as const) {
      const left = inState(state, { claimedBy: null });
      expect(handOver(left, otherBroker, lead, start, ctx).change).toEqual({ claimedBy: 'vera' });
      expect(handOver(left, broker, broker, start, ctx).change).toEqual({ claimedBy: 'uma' });
      expect(() => handOver(left, otherBroker, broker, start, ctx)).toThrow('not-permitted');
      for (const who of [ownBroker, member, delegate])
        expect(() => handOver(left, who, who, start, ctx)).toThrow('not-permitted');
    }
    expect(() => handOver(inState('published'), otherBroker, otherBroker, start, ctx)).toThrow('not-permitted');
    expect(() => handOver(inState('submitted'), broker, broker, start, ctx)).toThrow('not-permitted');
  });

  it('whose request is over is handed on as long as anything is owed on it, with nothing that the request would owe', () => {
    const over = inState('closed', { nextDueAt: start });
    expect(handOver(over, otherBroker, lead, start, ctx)).toMatchObject({
      change: { claimedBy: 'vera' },
      deadline: null,
    });
    expect(handOver({ ...over, claimedBy: null }, broker, broker, start, ctx).change).toEqual({ claimedBy: 'uma' });
    expect(() => handOver({ ...over, claimedBy: null, nextDueAt: null }, broker, broker, start, ctx)).toThrow(
      'not-permitted',
    );
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

  it('goes back to the desk when its broker comes to belong to a party: what is owed is owed by one who may do it (I1, I11)', () => {
    const cases = fc.record({
      state: fc.constantFrom(...requestMachine.states.filter((one) => !isFinal(requestMachine, one))),
      organisationId: fc.constantFrom('benin', 'zhalantun'),
      role: fc.constantFrom<AffiliationRole>('focal_point', 'delegate', 'staff', 'expert'),
      desk: fc.constantFrom<Role>('broker', 'lead_broker'),
      days: fc.nat({ max: 300 }),
    });
    let returned = 0;
    fc.assert(
      fc.property(cases, ({ state, organisationId, role, desk, days }) => {
        const request = inState(state, { counterpartIds: ['zhalantun'] });
        if (request.claimedBy === null) return;
        const holder: Actor = { ...broker, roles: ['member', desk] };
        expect(mayHold(holder, request)).toBe(true);
        const insider = { ...holder, affiliations: [{ organisationId, role }] };
        expect(mayHold(insider, request)).toBe(false);
        const after = { ...request, ...returnToDesk(request, start, ctx).change };
        const at = new Date(start.getTime() + days * 86_400_000);
        const owed = requestClock.deadlineOf(after, at, ctx);
        returned += 1;
        expect(owed?.responsible.id).not.toBe(insider.id);
        if (!owed || owed.kind in requestMachine.moves) return;
        const { kind, id } = owed.responsible;
        const those = [...crowd.filter((one) => one.id !== insider.id), insider].filter((one) =>
          kind === 'organisation' ? isFocalPointOf(one, id) : one.roles.includes(id as Role) && one !== insider,
        );
        expect(those.flatMap((one) => requestMovesFor(one, after, at))).not.toEqual([]);
      }),
      { seed: 20260217, numRuns: 400 },
    );
    expect(returned).toBeGreaterThan(100);
  });

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
  const request = inState('published', {
    partnered: true,
    lines: [line('a'), line('b', 'partly_covered'), line('c', 'dropped')],
  });

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
    for (const reason of ['partnered', 'partly_partnered'])
      expect(() => makeRequestMove({ ...done, partnered: false }, 'close', { reason }, focal, start, ctx)).toThrow(
        'brokering.refuse.noPartnership',
      );
    expect(() => makeRequestMove(done, 'keepOpen', {}, delegate, start, ctx)).toThrow(
      'brokering.refuse.nothingRemains',
    );
    expect(() => makeRequestMove(done, 'keepOpen', {}, system, start, ctx)).toThrow('not-permitted');
  });

  it('end the request when none is left open, by what was agreed and not by anybody', () => {
    const done = { ...inState('in_matching'), lines: [line('a', 'covered'), line('c', 'dropped')] };
    expect(makeRequestMove(done, 'fulfil', {}, system, start, ctx).change).toMatchObject({
      state: 'closed',
      partnered: true,
      endReason: 'partnered',
      endedBy: 'system',
    });
    for (const lines of [[], request.lines])
      expect(() => makeRequestMove({ ...done, lines }, 'fulfil', {}, system, start, ctx)).toThrow('noSuchMove');
    expect(() => makeRequestMove(done, 'fulfil', {}, focal, start, ctx)).toThrow('not-permitted');
  });
});
