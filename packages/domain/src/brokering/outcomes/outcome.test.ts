import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anActivePartnership, anOutcome, aPartnership, ctx, people, said, start } from '../../../test/brokering.ts';
import { attempts, live, outcomes, runs } from '../../../test/lives.ts';
import { type Actor, addDays, addWorkingDays, belongsTo, can } from '../../kernel/index.ts';
import {
  claimOutcome,
  makeOutcomeMove,
  type OutcomeFacts,
  type OutcomeInput,
  type OutcomeMove,
  outcomeClock,
  outcomeMovesFor,
  outcomePolicy,
} from './index.ts';

const { delegate, otherDelegate, otherFocal, bothSides, broker, lead, officer, ownOfficer, ownBroker, rival } = people;
const decide = (outcome: OutcomeFacts, move: OutcomeMove, actor: Actor, input: OutcomeInput = {}, now = start) =>
  makeOutcomeMove(outcome, move, input, actor, now, ctx);
const move = (...args: Parameters<typeof decide>): OutcomeFacts => ({ ...args[0], ...decide(...args).change });
const signed = () => move(anOutcome(), 'countersign', otherFocal);
const disputed = () => move(anOutcome(), 'dispute', otherDelegate, { note: said('Deux marchés seulement.') });

describe('an outcome', () => {
  it('is claimed by a party, during the work or after it', () => {
    const { indicator, level, unit, baseline, target, actuals, disaggregation } = anOutcome();
    const draft = { id: 'o2', indicator, level, unit, baseline, target, actuals, disaggregation };
    const claim = (actor: Actor, partnership = anActivePartnership()) =>
      claimOutcome(partnership, draft, actor, start, ctx).outcome;
    expect(claim(otherDelegate).claimantId).toBe('zhalantun');
    expect(claim(delegate, anActivePartnership({ state: 'closed' })).state).toBe('claimed');
    for (const who of [broker, rival, officer]) expect(() => claim(who)).toThrow('not-permitted');
    expect(() => claim(delegate, aPartnership())).toThrow('brokering.refuse.notUnderWay');
  });

  it('is countersigned by another party, never by anybody of the claimant’s house (I10)', () => {
    for (const who of [delegate, people.focal, people.author, bothSides, broker, lead, officer, rival])
      expect(() => decide(anOutcome(), 'countersign', who)).toThrow('not-permitted');
    expect(signed()).toMatchObject({ state: 'countersigned', countersignedFor: 'zhalantun', countersignedAt: start });
    fc.assert(
      fc.property(attempts, (tried) => {
        live(outcomes, tried, ({ facts, actor, before, made }) => {
          if (facts.state === 'countersigned' && before.state !== 'countersigned')
            expect([belongsTo(actor, facts.claimantId), facts.countersignedFor === facts.claimantId]).toEqual([
              false,
              false,
            ]);
          if (made.change.state === 'verified') expect(before.countersignedFor).not.toBeNull();
        });
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it('is verified by an officer whose organisation is no party, and by nobody else (I11)', () => {
    for (const who of [ownOfficer, lead, otherFocal, delegate])
      expect(() => decide(signed(), 'verify', who)).toThrow('not-permitted');
    expect(() => decide(anOutcome(), 'verify', officer)).toThrow('no-such-move');
    expect(move(signed(), 'verify', officer)).toMatchObject({ state: 'verified', endedBy: 'mia' });
    const verifier = { organisation: 'Université d’Abomey-Calavi', date: '2026-02-16', document: 'Rapport 12/2026' };
    expect(move(signed(), 'verify', officer)).toMatchObject({ verifier: null });
    expect(move(signed(), 'verify', officer, { verifier })).toMatchObject({ endedBy: 'mia', verifier });
    expect(() => move(signed(), 'verify', ownOfficer, { verifier })).toThrow('not-permitted');
    expect(() => move(signed(), 'verify', officer, { verifier: { ...verifier, date: '2026-02-19' } })).toThrow(
      'brokering.refuse.verifiedAhead',
    );
    expect(outcomeClock.nextStep(signed(), officer, start, ctx)).toMatchObject({
      responsible: { kind: 'role', id: 'me_officer' },
    });
    const reminders = ctx.terms.outcome.verifyReminders.map((days) => addWorkingDays(start, days, ctx.desk));
    expect(outcomeClock.remindersOf(signed(), start, ctx)).toEqual(reminders);
  });

  it('is verified by somebody outside on a day that has begun somewhere', () => {
    const verifier = { organisation: 'Université', date: '2026-02-18', document: 'Rapport 12/2026' };
    const verify = (now: string) => () => decide(signed(), 'verify', officer, { verifier }, new Date(now));
    expect(verify('2026-02-17T09:59:59.999Z')).toThrow('brokering.refuse.verifiedAhead');
    expect(verify('2026-02-17T10:00:00Z')).not.toThrow();
  });

  it('with a further figure is to be countersigned anew', () => {
    const actual = { value: 700, date: '2026-09-30', evidence: 'Relevé de septembre' };
    const again = move(signed(), 'report', delegate, { actual }, addDays(start, 1));
    expect(again).toMatchObject({ state: 'claimed', countersignedFor: null, stateSince: addDays(start, 1) });
    expect(again.actuals.map(({ value }) => value)).toEqual([700, 790]);
    expect(() => decide(signed(), 'report', otherDelegate, { actual })).toThrow('not-permitted');
    expect(() => decide(signed(), 'report', delegate)).toThrow('brokering.refuse.actualMissing');
  });

  it('that is disputed is the broker’s to settle, with words, by a day', () => {
    expect(() => decide(anOutcome(), 'dispute', otherDelegate)).toThrow('brokering.refuse.disputeUnsaid');
    expect(() => decide(anOutcome(), 'dispute', delegate, { note: said('x') })).toThrow('not-permitted');
    expect(outcomeClock.deadlineOf(disputed(), start, ctx)).toMatchObject({
      responsible: { kind: 'member', id: 'uma' },
    });
    expect(outcomeMovesFor(broker, disputed(), start)).toEqual(['settle', 'withdraw']);
    expect(outcomeMovesFor(ownBroker, disputed(), start)).toEqual([]);
    expect(move(disputed(), 'settle', broker, { note: said('Trois marchés, relevé joint.') }).state).toBe('claimed');
    expect(move(disputed(), 'withdraw', broker, { reason: 'not_agreed' })).toMatchObject({
      state: 'withdrawn',
      endReason: 'not_agreed',
    });
  });

  it('is public once two sides stand behind it, and never of a confidential partnership', () => {
    const reads = (actor: Actor, outcome: OutcomeFacts) => can(outcomePolicy, actor, 'view', outcome);
    expect([reads(rival, anOutcome()), reads(rival, signed()), reads(rival, disputed())]).toEqual([false, true, false]);
    const hidden = { ...signed(), partnership: anActivePartnership({ confidential: true }) };
    expect([reads(rival, hidden), reads(officer, hidden), reads(ownOfficer, hidden)]).toEqual([false, true, true]);
  });
});
