import { describe, expect, it } from '@jest/globals';
import { aContribution, anActivePartnership, aPartnership, ctx, people, start } from '../../../test/brokering.ts';
import { type Actor, addWorkingDays } from '../../kernel/index.ts';
import {
  type ContributionFacts,
  contributionClock,
  contributionMovesFor,
  giveContribution,
  makeContributionMove,
} from './index.ts';

const { delegate, focal, otherDelegate, otherFocal, bothSides, broker, lead, officer, ownBroker, rival, visitor } =
  people;
const given = {
  id: 'k1',
  kind: 'expert_days',
  quantity: 6,
  unit: 'd',
  monetised: null,
  date: '2026-03-01',
} as const;
const decide = (contribution: ContributionFacts, move: 'confirm' | 'withdraw', actor: Actor, reason?: string) =>
  makeContributionMove(contribution, move, { reason }, actor, start, ctx);

describe('a contribution', () => {
  it('is written down by the party that gives it, while the work is under way', () => {
    const give = (actor: Actor, partnership = anActivePartnership()) =>
      giveContribution(partnership, given, actor, start, ctx).contribution;
    expect(give(otherDelegate)).toMatchObject({ organisationId: 'zhalantun', state: 'given', confirmedAt: null });
    for (const who of [broker, rival]) expect(() => give(who)).toThrow('not-permitted');
    expect(() => give(delegate, aPartnership())).toThrow('brokering.refuse.notUnderWay');
  });

  it('is confirmed by another party than the giver, once (I6)', () => {
    for (const who of [otherDelegate, otherFocal, bothSides])
      expect(() => decide(aContribution(), 'confirm', who)).toThrow('brokering.refuse.ownContribution');
    for (const who of [broker, lead, officer, rival])
      expect(() => decide(aContribution(), 'confirm', who)).toThrow('not-permitted');
    const confirmed = { ...aContribution(), ...decide(aContribution(), 'confirm', delegate).change };
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedFor: 'benin', confirmedAt: start, endedBy: 'bola' });
    expect(() => decide(confirmed, 'confirm', focal)).toThrow('brokering.refuse.contributionConfirmed');
  });

  it('waits ten working days for the other party, with a reminder, then is the broker’s to ask after (I1)', () => {
    const due = addWorkingDays(start, 10, ctx.calendarOf('benin'));
    expect(contributionClock.nextStep(aContribution(), visitor, start, ctx)).toMatchObject({
      responsible: { kind: 'organisation', id: 'benin' },
      what: 'brokering.step.confirmContribution',
      by: due,
    });
    expect(contributionClock.remindersOf(aContribution(), start, ctx)).toEqual([
      addWorkingDays(start, 5, ctx.calendarOf('benin')),
    ]);
    expect(contributionClock.nextStep(aContribution(), visitor, due, ctx)).toMatchObject({
      responsible: { kind: 'member', id: 'uma' },
      what: 'brokering.step.chaseContribution',
      missed: { responsible: { id: 'benin' } },
    });
  });

  it('is taken back by the giver or by a broker without a stake, with the reason', () => {
    expect(contributionMovesFor(otherDelegate, aContribution(), start)).toEqual(['withdraw']);
    expect(contributionMovesFor(delegate, aContribution(), start)).toEqual(['confirm']);
    expect(contributionMovesFor(broker, aContribution(), start)).toEqual(['withdraw']);
    expect(contributionMovesFor(ownBroker, aContribution(), start)).toEqual([]);
    expect(() => decide(aContribution(), 'withdraw', broker)).toThrow('brokering.refuse.reasonMissing');
    expect(decide(aContribution(), 'withdraw', broker, 'not_agreed')).toMatchObject({
      change: { state: 'withdrawn', endReason: 'not_agreed', endedBy: 'uma' },
      happening: { data: { what: 'contributionWithdrawn', to: 'withdrawn', reason: 'not_agreed' } },
      deadline: null,
    });
  });
});
