import { describe, expect, it } from '@jest/globals';
import { anActivePartnership, aPartnership, people, said, start } from '../../../test/brokering.ts';
import type { Actor } from '../../kernel/index.ts';
import {
  confirmContribution,
  endMilestone,
  giveContribution,
  mayRecord,
  type PartnershipFacts,
  planMilestone,
} from './index.ts';

const { delegate, otherDelegate, bothSides, broker, rival } = people;
const partnership = anActivePartnership();
const step = { id: 'ms1', title: said('Six leçons'), due: '2026-05-31', ownerId: 'zhalantun' };
const given = {
  id: 'k1',
  kind: 'expert_days',
  quantity: 6,
  unit: 'd',
  monetised: null,
  date: '2026-03-01',
} as const;

describe('what the parties write down', () => {
  it('is theirs to write, while the work is under way', () => {
    const may = (actor: Actor, at: PartnershipFacts = partnership) => mayRecord(actor, at);
    expect([may(delegate), may(broker), may(rival), may(delegate, aPartnership())]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(() => planMilestone(partnership, step, broker)).toThrow('not-permitted');
    expect(() => planMilestone(aPartnership(), step, delegate)).toThrow('brokering.refuse.notUnderWay');
    expect(() => planMilestone(partnership, { ...step, ownerId: 'kenya' }, delegate)).toThrow('nextOwner');
  });

  it('a milestone is reached or given up once', () => {
    const { record } = planMilestone(partnership, step, delegate);
    const done = endMilestone(partnership, record, 'done', otherDelegate, start);
    expect(done).toMatchObject({
      record: { state: 'done', endedAt: start },
      happening: { data: { what: 'milestoneDone' } },
    });
    expect(() => endMilestone(partnership, done.record, 'dropped', delegate, start)).toThrow('already-done');
  });

  it('a contribution is confirmed by another party than the giver, once (I6)', () => {
    const { record } = giveContribution(partnership, given, otherDelegate);
    expect(record).toMatchObject({ organisationId: 'zhalantun', confirmedAt: null });
    for (const who of [otherDelegate, people.otherFocal, bothSides])
      expect(() => confirmContribution(partnership, record, who, start)).toThrow('brokering.refuse.ownContribution');
    expect(() => confirmContribution(partnership, record, broker, start)).toThrow('not-permitted');
    const confirmed = confirmContribution(partnership, record, delegate, start).record;
    expect(confirmed).toMatchObject({ confirmedFor: 'benin', confirmedAt: start });
    expect(() => confirmContribution(partnership, confirmed, delegate, start)).toThrow('already-done');
  });
});
