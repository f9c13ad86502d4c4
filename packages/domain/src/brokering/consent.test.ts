import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRequest, ctx, start } from '../../test/brokering.ts';
import { attempts, crowd, expressions, live, partnerships, requests, runs } from '../../test/lives.ts';
import { isFocalPointOf, Refusal } from '../kernel/index.ts';
import { makeRequestMove, requestMachine } from './index.ts';

describe('a yes', () => {
  const belongs = (id: string | null | undefined, organisationId: string) =>
    crowd.some((actor) => actor.id === id && actor.affiliations.some((a) => a.organisationId === organisationId));

  it('is given for a partner by its own focal point, never by a broker or for two at once (I6)', () => {
    let signatures = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        live(partnerships, tried, ({ facts }) => {
          const by = facts.parties.flatMap((p) => (p.acceptance ? [p.acceptance.by] : []));
          signatures += by.length;
          expect(new Set(by).size).toBe(by.length);
          for (const { acceptance, organisationId } of facts.parties) {
            const signer = crowd.find((actor) => actor.id === acceptance?.by);
            if (acceptance) expect(signer && isFocalPointOf(signer, organisationId)).toBe(true);
          }
          if (facts.agreedAt) expect(by).toHaveLength(facts.parties.length);
        });
      }),
      runs,
    );
    expect(signatures).toBeGreaterThan(100);
  });

  it('is given for the requester by the requester and for the sender by the sender, two people (I6)', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        live(expressions, tried, ({ facts }) => {
          if (facts.acceptedBy) expect(belongs(facts.acceptedBy, 'benin')).toBe(true);
          if (facts.state !== 'confirmed') return;
          confirmed += 1;
          expect(belongs(facts.endedBy, 'zhalantun')).toBe(true);
          expect(facts.endedBy).not.toBe(facts.acceptedBy);
        });
      }),
      { ...runs, numRuns: 120 },
    );
    expect(confirmed).toBeGreaterThan(10);
  });
});

describe('a request closed as not matched', () => {
  it('has three suggestions on record or a lead broker without a stake behind it (I8)', () => {
    const cases = fc.record({
      actor: fc.constantFrom(...crowd),
      state: fc.constantFrom(...requestMachine.states),
      suggestions: fc.nat({ max: 5 }),
    });
    let closed = 0;
    fc.assert(
      fc.property(cases, ({ actor, state, suggestions }) => {
        const request = aRequest({ state, suggestions, claimedBy: 'uma' });
        try {
          makeRequestMove(request, 'close', { reason: 'no_match' }, actor, start, ctx);
        } catch (problem) {
          if (problem instanceof Refusal) return;
          throw problem;
        }
        closed += 1;
        const waived =
          actor.roles.includes('lead_broker') && !actor.affiliations.some((a) => a.organisationId === 'benin');
        expect(suggestions >= 3 || waived).toBe(true);
      }),
      { ...runs, numRuns: 2000 },
    );
    expect(closed).toBeGreaterThan(50);
  });

  it('is not called partnered instead: that takes a partnership that was agreed and stands (I8)', () => {
    const cases = fc.record({
      actor: fc.constantFrom(...crowd),
      state: fc.constantFrom(...requestMachine.states),
      suggestions: fc.nat({ max: 5 }),
      partnered: fc.boolean(),
      reason: fc.constantFrom('partnered', 'partly_partnered'),
    });
    const closed = { true: 0, false: 0 };
    fc.assert(
      fc.property(cases, ({ actor, reason, ...facts }) => {
        const request = aRequest({ ...facts, claimedBy: 'uma' });
        try {
          makeRequestMove(request, 'close', { reason }, actor, start, ctx);
        } catch (problem) {
          if (problem instanceof Refusal) return;
          throw problem;
        }
        closed[`${request.partnered}`] += 1;
      }),
      { ...runs, numRuns: 2000 },
    );
    expect(closed.false).toBe(0);
    expect(closed.true).toBeGreaterThan(50);
    fc.assert(
      fc.property(attempts, (tried) => {
        let partnerships = 0;
        live(requests, tried, ({ facts, made: { happening } }) => {
          if ('move' in happening.data && happening.data.move === 'startPartnering') partnerships += 1;
          expect(facts.partnered).toBe(partnerships > 0);
          if (facts.endReason === 'partnered' || facts.endReason === 'partly_partnered')
            expect(partnerships).toBeGreaterThan(0);
        });
      }),
      runs,
    );
  });
});
