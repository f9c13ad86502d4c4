import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, isFinal, movesFrom, reachable, system, visitor } from '../kernel/index.ts';
import {
  type AffiliationFacts,
  type AffiliationMove,
  affiliationMachine,
  affiliationMovesFor,
  makeAffiliationMove,
  requestAffiliation,
} from './index.ts';

const now = new Date('2026-03-20T09:00:00Z');
const person = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member'],
  ...more,
});
const ana = person('ana');
const admin = person('ada', { roles: ['member', 'admin'] });
const focalPoint = person('fay', { affiliations: [{ organisationId: 'kolkata', role: 'focal_point' }] });
const stranger = person('sid', { affiliations: [{ organisationId: 'ningbo', role: 'focal_point' }] });
const affiliation = (more: Partial<AffiliationFacts> = {}): AffiliationFacts => ({
  id: 'a1',
  version: 1,
  memberId: 'ana',
  organisationId: 'kolkata',
  role: 'staff',
  state: 'pending',
  verifiedBy: null,
  validFrom: null,
  validUntil: null,
  ...more,
});

describe('an affiliation', () => {
  it('can reach every state and is stuck in none that is open', () => {
    expect(reachable(affiliationMachine)).toEqual(new Set(affiliationMachine.states));
    const { states } = affiliationMachine;
    expect(
      states.filter((s) => !isFinal(affiliationMachine, s) && movesFrom(affiliationMachine, s).length === 0),
    ).toEqual([]);
  });

  it.each<[AffiliationFacts['state'], Partial<AffiliationFacts>, Actor, AffiliationMove[]]>([
    ['pending', {}, ana, ['leave']],
    ['pending', {}, admin, ['verify', 'revoke']],
    ['pending', {}, focalPoint, ['verify', 'revoke']],
    ['pending', { role: 'focal_point' }, focalPoint, []],
    ['pending', { role: 'focal_point' }, admin, ['verify', 'revoke']],
    ['pending', {}, system, ['verify']],
    ['pending', { role: 'focal_point' }, system, []],
    ['pending', {}, stranger, []],
    ['pending', { memberId: 'ada' }, admin, ['leave']],
    ['active', {}, ana, ['leave']],
    ['active', {}, admin, ['renew', 'revoke']],
    ['active', {}, system, ['renew', 'lapse']],
    ['active', {}, stranger, []],
    ['lapsed', {}, admin, ['renew']],
    ['lapsed', {}, ana, []],
    ['revoked', {}, admin, []],
    ['revoked', {}, visitor, []],
  ])('offers, when %s and %j, to %j: %j', (state, more, actor, moves) => {
    expect(affiliationMovesFor(actor, affiliation({ state, ...more }))).toEqual(moves);
  });

  it('is asked for once, by a member, and then an administrator owes an answer', () => {
    const wish = { id: 'a1', organisationId: 'kolkata', role: 'delegate' } as const;
    const { change, happening, deadline } = requestAffiliation(wish, [], ana, now);
    expect(change).toMatchObject({ memberId: 'ana', state: 'pending', verifiedBy: null });
    expect(happening).toMatchObject({ name: 'members.affiliation.requested', stream: 'affiliation:a1' });
    expect(deadline).toEqual({
      subject: 'affiliation:a1',
      kind: 'members.affiliation.verify',
      dueAt: new Date('2026-03-27T09:00:00Z'),
      responsible: { kind: 'role', id: 'admin' },
    });
    expect(() => requestAffiliation(wish, [affiliation()], ana, now)).toThrow(
      expect.objectContaining({ code: 'already-done' }),
    );
    expect(requestAffiliation(wish, [affiliation({ state: 'lapsed' })], ana, now).change.state).toBe('pending');
    expect(() => requestAffiliation(wish, [], visitor, now)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
  });

  it.each([
    [system, false, 'email_domain'],
    [admin, false, 'admin'],
    [admin, true, 'letter'],
    [focalPoint, false, 'vouch'],
  ] as const)('remembers by whose word it was verified', (actor, letter, verifiedBy) => {
    const { change, deadline } = makeAffiliationMove(affiliation(), 'verify', actor, now, { letter });
    expect(change).toEqual({
      state: 'active',
      verifiedBy,
      validFrom: now,
      validUntil: new Date('2028-03-19T09:00:00Z'),
    });
    expect(deadline).toMatchObject({ kind: 'members.affiliation.lapse', dueAt: change.validUntil });
  });

  it('keeps the day it ended, and asks nothing more of anybody', () => {
    const active = affiliation({ state: 'active', validFrom: now, validUntil: new Date('2026-01-01') });
    expect(makeAffiliationMove(active, 'lapse', system, now)).toMatchObject({
      change: { state: 'lapsed', validUntil: new Date('2026-01-01') },
      deadline: null,
    });
    expect(
      makeAffiliationMove({ ...active, validUntil: new Date('2027-01-01') }, 'revoke', admin, now).change.validUntil,
    ).toBe(now);
  });

  it('hides what is not yet true from those it does not concern', () => {
    expect(() => makeAffiliationMove(affiliation(), 'verify', stranger, now)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => makeAffiliationMove(affiliation({ state: 'active' }), 'revoke', stranger, now)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
    expect(() => makeAffiliationMove(affiliation({ state: 'revoked' }), 'verify', admin, now)).toThrow(
      expect.objectContaining({ code: 'no-such-move' }),
    );
  });

  it('is never confirmed by the one it is about, whatever else they are', () => {
    const roles = fc.subarray([
      'member',
      'moderator',
      'broker',
      'lead_broker',
      'organiser',
      'editor',
      'admin',
    ] as const);
    const states = fc.constantFrom(...affiliationMachine.states);
    const affiliations = fc.subarray([{ organisationId: 'kolkata', role: 'focal_point' }] as const);
    fc.assert(
      fc.property(roles, states, affiliations, (held, state, standing) => {
        const self = person('ana', { roles: held, affiliations: standing });
        const offered = affiliationMovesFor(self, affiliation({ state }));
        expect(offered.filter((move) => move !== 'leave')).toEqual([]);
      }),
    );
  });
});
