import { describe, expect, it } from '@jest/globals';
import { aCheckIn, anActivePartnership, ctx, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays } from '../../kernel/index.ts';
import {
  type CheckInFacts,
  type CheckInInput,
  type CheckInMove,
  checkInClock,
  isSilence,
  lookBackDay,
  makeCheckInMove,
  planCheckIn,
} from './index.ts';

const { delegate, otherDelegate, broker, ownBroker, rival, system } = people;
const answer = { going: 'slowly', happened: said('Trois tournées.'), next: null, hindrance: null, deskWanted: false };
const says = { answer } as CheckInInput;
const wants = { answer: { ...answer, deskWanted: true } } as CheckInInput;
const decide = (checkIn: CheckInFacts, move: CheckInMove, actor: Actor, input: CheckInInput = {}, now = start) =>
  makeCheckInMove(checkIn, move, input, actor, now, ctx);
const move = (...args: Parameters<typeof decide>): CheckInFacts => ({ ...args[0], ...decide(...args).change });
const asked = (before: CheckInFacts | null = null, opensAt = start): CheckInFacts =>
  planCheckIn(anActivePartnership(), { id: 'c', kind: 'regular', opensAt }, before, opensAt, ctx).checkIn;
const due = addDays(start, 14);
const lapse = (checkIn: CheckInFacts) => move(checkIn, 'lapse', system, {}, addDays(checkIn.stateSince, 14));

describe('a check-in', () => {
  it('is answered by each party for itself, and by nobody for another (I6)', () => {
    const open = asked();
    for (const who of [broker, rival, ownBroker, system])
      expect(() => decide(open, 'answer', who, says)).toThrow('not-permitted');
    const half = decide(open, 'answer', otherDelegate, wants);
    expect(half.happening).toMatchObject({
      name: 'brokering.checkIn.answered',
      data: { answeredFor: 'zhalantun', deskWanted: true, to: 'open' },
    });
    expect(half.deadline).toMatchObject({ kind: 'lapse', dueAt: due, responsible: { id: 'benin' } });
    const waiting = { ...open, ...half.change };
    expect(() => decide(waiting, 'answer', otherDelegate, says)).toThrow('already-done');
    expect(() => decide(waiting, 'answer', delegate)).toThrow('brokering.refuse.goingMissing');
    expect(move(asked(), 'answer', delegate, says).state).toBe('open');
    const other = move(asked(), 'answer', otherDelegate, says);
    expect(move(other, 'answer', delegate, says)).toMatchObject({ state: 'answered', endReason: 'answered' });
  });

  it('in which a party asks for the desk is the broker’s once the others have answered, or had their time (C2)', () => {
    const half = move(asked(), 'answer', otherDelegate, wants);
    const later = addDays(start, 3);
    const both = { ...half, ...decide(half, 'answer', delegate, says, later).change };
    for (const [referred, since] of [
      [both, later],
      [lapse(half), due],
    ] as const) {
      expect(referred).toMatchObject({ state: 'open', referredAt: since });
      expect(checkInClock.nextStep(referred, people.visitor, since, ctx)).toMatchObject({
        what: 'brokering.step.getInTouch',
        responsible: { kind: 'member', id: 'uma' },
      });
      expect(move(referred, 'settle', broker, { note: said('They need a translator.') }).state).toBe('settled');
    }
    expect(both.sides.every((side) => side.answer !== null)).toBe(true);
  });

  it('asks two parties that answer at the same moment for nothing more, whoever was first', () => {
    const [one, two] = [delegate, otherDelegate];
    for (const [first, second] of [
      [one, two],
      [two, one],
    ] as const)
      expect(move(move(asked(), 'answer', first, says), 'answer', second, says).state).toBe('answered');
  });

  it('missed once is over; missed twice in a row by one party it is the broker’s to ask', () => {
    const first = lapse(move(asked(), 'answer', otherDelegate, says));
    expect(first).toMatchObject({ state: 'missed', endedBy: 'system' });
    const second = move(asked(first, addDays(start, 60)), 'answer', otherDelegate, says);
    expect(second.sides.map((side) => side.missedBefore)).toEqual([1, 0]);
    const referred = lapse(second);
    const since = addDays(start, 74);
    expect(referred).toMatchObject({ state: 'open', referredAt: since });
    expect(checkInClock.nextStep(referred, people.visitor, since, ctx)).toMatchObject({
      who: 'member',
      what: 'brokering.step.askForCheckIn',
      by: addWorkingDays(since, 10, ctx.desk),
    });
    expect(() => decide(referred, 'settle', broker)).toThrow('brokering.refuse.settlementMissing');
    expect(() => decide(referred, 'settle', ownBroker, { note: said('x') })).toThrow('ownOrganisation');
    expect(() => decide(second, 'settle', broker, { note: said('x') })).toThrow('brokering.refuse.notReferred');
    expect(move(referred, 'settle', broker, { note: said('Ils ont repris.') })).toMatchObject({ state: 'settled' });
    expect(move(referred, 'answer', delegate, says)).toMatchObject({ state: 'answered' });
  });

  it('missed twice in a row by all is silence, and no broker is asked', () => {
    const second = asked(lapse(asked()), addDays(start, 60));
    expect(isSilence(second, ctx)).toBe(true);
    expect(lapse(second).state).toBe('missed');
    expect(isSilence(asked(), ctx)).toBe(false);
  });

  it('does not hold against a party what it missed before the partnership was woken', () => {
    const before = lapse(asked());
    const woken = anActivePartnership({ stateSince: addDays(start, 40) });
    const plan = { id: 'c', kind: 'regular', opensAt: addDays(start, 90) } as const;
    const { checkIn } = planCheckIn(woken, plan, before, plan.opensAt, ctx);
    expect(checkIn.sides.map((side) => side.missedBefore)).toEqual([0, 0]);
  });

  it('looks back a year after a partnership has closed, never after one that was given up or forgotten', () => {
    const closed = anActivePartnership({ state: 'closed', endedAt: start, endReason: 'completed' });
    expect(lookBackDay(closed, ctx)).toEqual(addDays(start, 365));
    expect(lookBackDay({ ...closed, endReason: 'dormant' }, ctx)).toBeNull();
    expect(lookBackDay({ ...closed, state: 'cancelled' }, ctx)).toBeNull();
    const opensAt = addDays(start, 365);
    const plan = { id: 'c', kind: 'look_back', opensAt } as const;
    const { checkIn: planned, deadline } = planCheckIn(closed, plan, null, start, ctx);
    expect(planned.state).toBe('planned');
    expect(deadline).toMatchObject({ kind: 'ask', dueAt: opensAt });
    const open = move(planned, 'ask', system, {}, opensAt);
    expect(lapse(open)).toMatchObject({ state: 'missed' });
  });

  it('ends with what it asks about', () => {
    expect(move(aCheckIn(), 'drop', system)).toMatchObject({ state: 'dropped', endReason: 'dropped' });
  });
});
