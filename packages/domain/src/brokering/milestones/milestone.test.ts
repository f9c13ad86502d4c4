import { describe, expect, it } from '@jest/globals';
import { aMilestone, anActivePartnership, aPartnership, ctx, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays } from '../../kernel/index.ts';
import {
  type MilestoneFacts,
  type MilestoneInput,
  type MilestoneMove,
  makeMilestoneMove,
  milestoneClock,
  milestoneMovesFor,
  planMilestone,
} from './index.ts';

const { delegate, otherDelegate, broker, ownBroker, rival, system, visitor } = people;
const step = { id: 'ms1', title: said('Six leçons'), due: '2026-05-31', ownerId: 'zhalantun' };
const move = (milestone: MilestoneFacts, asked: MilestoneMove, actor: Actor, input: MilestoneInput = {}, now = start) =>
  makeMilestoneMove(milestone, asked, input, actor, now, ctx);
/** The end of that day in Zha Lan Tun. */
const over = new Date('2026-05-31T15:59:00Z');

describe('a milestone', () => {
  it('is planned by a party while the work is under way, for one of them, by a day to come', () => {
    const plan = (actor: Actor, more = {}, partnership = anActivePartnership()) =>
      planMilestone(partnership, { ...step, ...more }, actor, start, ctx);
    expect(plan(delegate).milestone).toMatchObject({ state: 'planned', ownerId: 'zhalantun', due: '2026-05-31' });
    for (const who of [broker, rival]) expect(() => plan(who)).toThrow('not-permitted');
    expect(() => plan(delegate, {}, aPartnership())).toThrow('brokering.refuse.notUnderWay');
    expect(() => plan(delegate, { ownerId: 'kenya' })).toThrow('brokering.refuse.nextOwner');
    expect(() => plan(delegate, { due: '1999-01-01' })).toThrow('brokering.refuse.dueAhead');
    expect(plan(delegate, { due: '2026-02-17' }).milestone.due).toBe('2026-02-17');
  });

  it('is owed by its owner until that day is over there, with reminders, then by the broker again and again (I1)', () => {
    const milestone = aMilestone();
    expect(milestoneClock.deadlineOf(milestone, start, ctx)).toMatchObject({
      kind: 'escalate',
      dueAt: over,
      responsible: { kind: 'organisation', id: 'zhalantun' },
    });
    const mornings = ['2026-05-24T01:00:00Z', '2026-05-30T01:00:00Z'].map((at) => new Date(at));
    expect(milestoneClock.remindersOf(milestone, start, ctx)).toEqual(mornings);
    const late = milestoneClock.nextStep(milestone, visitor, over, ctx);
    expect(late).toMatchObject({
      responsible: { kind: 'member', id: 'uma' },
      what: 'brokering.step.chaseMilestone',
      by: addWorkingDays(over, 10, ctx.desk),
      missed: { responsible: { id: 'zhalantun' }, what: 'brokering.step.reachMilestone', by: over },
    });
    const later = milestoneClock.nextStep(milestone, visitor, addDays(over, 20), ctx);
    expect(later).toMatchObject({ responsible: { id: 'uma' }, missed: { responsible: { id: 'uma' } } });
  });

  it('is reached or given up once', () => {
    const done = move(aMilestone(), 'reach', otherDelegate);
    expect(done).toMatchObject({
      change: { state: 'done', endedAt: start, endedBy: 'chen' },
      happening: { stream: 'milestone:ms1', data: { what: 'milestoneDone', to: 'done' } },
      deadline: null,
    });
    const again = { ...aMilestone(), ...done.change };
    expect(() => move(again, 'drop', delegate)).toThrow('brokering.refuse.milestoneEnded');
    expect(() => move(again, 'drop', rival)).toThrow('not-permitted');
    expect(move(aMilestone(), 'endWithPartnership', system).change).toMatchObject({ endReason: 'case_ended' });
  });

  it('is put off, or passed on, by a party or by the broker who asked after it, to a day to come', () => {
    const late = addDays(over, 1);
    const replan = (actor: Actor, input: MilestoneInput) => move(aMilestone(), 'replan', actor, input, late);
    expect(() => replan(delegate, {})).toThrow('brokering.refuse.dueAhead');
    expect(() => replan(delegate, { due: '2026-06-30', ownerId: 'kenya' })).toThrow('brokering.refuse.nextOwner');
    expect(() => replan(ownBroker, { due: '2026-06-30' })).toThrow('brokering.refuse.ownOrganisation');
    for (const who of [delegate, otherDelegate, broker])
      expect(replan(who, { due: '2026-06-30', ownerId: 'benin' })).toMatchObject({
        change: { state: 'planned', due: '2026-06-30', ownerId: 'benin' },
        happening: { data: { what: 'milestoneReplanned' } },
        deadline: { dueAt: new Date('2026-06-30T22:59:00Z'), responsible: { id: 'benin' } },
      });
    expect(milestoneMovesFor(broker, aMilestone(), late)).toEqual(['replan', 'drop']);
  });
});
