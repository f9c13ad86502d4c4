import { describe, expect, it } from '@jest/globals';
import { anActivePartnership, aPartnership, people } from '../../../test/brokering.ts';
import type { Actor } from '../../kernel/index.ts';
import { mayRecord, type PartnershipFacts } from './index.ts';

const { delegate, broker, rival } = people;

describe('what the parties write down', () => {
  it('is theirs to write, while the work is under way', () => {
    const may = (actor: Actor, at: PartnershipFacts = anActivePartnership()) => mayRecord(actor, at);
    expect([may(delegate), may(broker), may(rival), may(delegate, aPartnership())]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
