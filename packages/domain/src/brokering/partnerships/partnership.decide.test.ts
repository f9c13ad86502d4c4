import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, aPartnership, ctx, type Person, people, start } from '../../../test/brokering.ts';
import { runs } from '../../../test/lives.ts';
import {
  type Actor,
  addDays,
  addWorkingDays,
  can,
  isFinal,
  isFocalPointOf,
  Refusal,
  reachable,
} from '../../kernel/index.ts';
import { partyRoles } from '../party-roles.ts';
import {
  iatiActivityStatus,
  makePartnershipMove,
  type PartnershipFacts,
  type PartnershipInput,
  type PartnershipMove,
  type PartnershipState,
  partnershipClock,
  partnershipMachine,
  partnershipMovesFor,
  partnershipPolicy,
  proposePartnership,
  readsSignatures,
} from './index.ts';

const { delegate, focal, otherDelegate, otherFocal, broker, ownBroker, rival } = people;

const decide = (
  partnership: PartnershipFacts,
  asked: PartnershipMove,
  actor: Actor,
  input: PartnershipInput = {},
  now = start,
) => makePartnershipMove(partnership, asked, input, actor, now, ctx);
const move = (...args: Parameters<typeof decide>): PartnershipFacts => ({ ...args[0], ...decide(...args).change });
const agreed = () => move(move(aPartnership(), 'accept', focal, { name: 'C.' }), 'accept', otherFocal, { name: 'D.' });

type Moves = { readonly focal?: string; readonly delegate?: string; readonly broker?: string };
const table: Record<PartnershipState, Moves> = {
  scoping: { focal: 'amend accept cancel', delegate: 'amend', broker: 'cancel' },
  agreed: { focal: 'start cancel', delegate: 'start', broker: 'cancel' },
  active: { focal: 'finalise suspend close cancel', delegate: 'finalise', broker: 'suspend close cancel' },
  finalising: { focal: 'close', broker: 'close' },
  suspended: { focal: 'resume cancel', delegate: 'resume', broker: 'cancel' },
  dormant: { focal: 'wake close', delegate: 'wake', broker: 'close' },
  closed: {},
  cancelled: {},
};
const groups: Record<keyof Moves, readonly Person[]> = {
  focal: ['focal', 'otherFocal', 'bothSides'],
  delegate: ['delegate', 'otherDelegate'],
  broker: ['broker', 'otherBroker', 'lead'],
};
const outsiders: readonly Person[] = ['author', 'ownBroker', 'otherOwnBroker', 'rival', 'member', 'officer', 'visitor'];

describe('who may do what with a partnership', () => {
  const cells = partnershipMachine.states.flatMap((state) => [
    ...(['focal', 'delegate', 'broker'] as const).flatMap((group) =>
      groups[group].map((who) => [state, who, table[state][group] ?? ''] as const),
    ),
    ...outsiders.map((who) => [state, who, ''] as const),
  ]);
  it.each(cells)('%s, %s: %s', (state, who, moves) => {
    expect(partnershipMovesFor(people[who], aPartnership({ state }), start).join(' ')).toBe(moves);
  });

  it('is public once it is agreed, unless it is confidential', () => {
    const reads = (actor: Actor, partnership: PartnershipFacts) => can(partnershipPolicy, actor, 'view', partnership);
    expect(reads(people.visitor, aPartnership())).toBe(false);
    expect(reads(people.author, aPartnership())).toBe(true);
    expect(reads(people.visitor, agreed())).toBe(true);
    expect(reads(rival, { ...agreed(), confidential: true })).toBe(false);
    expect(reads(broker, { ...agreed(), confidential: true })).toBe(true);
  });
});

describe('the status IATI knows it by', () => {
  it('is there for every state, and a dormant one is not under implementation', () => {
    expect(partnershipMachine.states.map((state) => [state, iatiActivityStatus[state]])).toEqual([
      ['scoping', 1],
      ['agreed', 1],
      ['active', 2],
      ['finalising', 3],
      ['suspended', 6],
      ['dormant', 6],
      ['closed', 4],
      ['cancelled', 5],
    ]);
  });
});

describe('a partnership', () => {
  it('can reach every state, and an end from each', () => {
    expect(reachable(partnershipMachine)).toEqual(new Set(partnershipMachine.states));
    for (const initial of partnershipMachine.states)
      expect([...reachable({ ...partnershipMachine, initial })].some((s) => isFinal(partnershipMachine, s))).toBe(true);
  });

  const parties = [
    { organisationId: 'benin', role: 'requester' },
    { organisationId: 'zhalantun', role: 'provider' },
  ] as const;
  it.each([
    ['by a stranger', aMatch(), parties, people.member, 'notPermitted'],
    ['before the introduction', aMatch({ state: 'suggested' }), parties, delegate, 'notIntroduced'],
    ['without one who was introduced', aMatch(), [parties[0]], delegate, 'partyLeftOut'],
    [
      'with a stranger for a provider',
      aMatch(),
      [...parties, { organisationId: 'kenya', role: 'provider' }],
      delegate,
      'partyNotIntroduced',
    ],
    ['with the same party twice', aMatch(), [...parties, parties[0]], delegate, 'partyTwice'],
    [
      'between one city and its facilitator',
      aMatch(),
      [parties[0], { organisationId: 'zhalantun', role: 'facilitator' }],
      delegate,
      'tooFewParties',
    ],
    [
      'by a broker who would be in it',
      aMatch({ request: { ...aMatch().request, counterpartIds: ['zhalantun'] } }),
      [...parties, { organisationId: 'kenya', role: 'facilitator' }],
      { ...rival, roles: ['broker'] },
      'ownOrganisation',
    ],
  ] as const)('is not proposed %s', (_case, match, wanted, actor, why) => {
    expect(() => proposePartnership(match, { id: 'p2', parties: wanted }, actor, start, ctx)).toThrow(
      `brokering.refuse.${why}`,
    );
  });

  it('is agreed when the focal point of every party has signed, the last one last', () => {
    expect(() => move(aPartnership(), 'accept', focal, { name: '  ' })).toThrow('brokering.refuse.signatureMissing');
    const first = decide(aPartnership(), 'accept', focal, { name: ' Codjo Houénou ' });
    expect(first.happening).toMatchObject({
      name: 'brokering.partnership.accepted',
      data: { acceptedFor: 'benin', name: 'Codjo Houénou' },
    });
    expect(first.deadline?.responsible).toEqual({ kind: 'organisation', id: 'zhalantun' });
    const half = { ...aPartnership(), ...first.change };
    expect(() => move(half, 'accept', focal, { name: 'Codjo' })).toThrow('not-permitted');
    const last = decide(half, 'accept', otherFocal, { name: '戴' });
    expect(last.happening).toMatchObject({ name: 'brokering.partnership.agreed', data: { acceptedFor: 'zhalantun' } });
    expect(last.change).toMatchObject({ state: 'agreed', agreedAt: start });
    expect(last.change.parties?.map((p) => p.acceptance)).toEqual([
      { by: 'codjo', name: 'Codjo Houénou', at: start.toISOString() },
      { by: 'dai', name: '戴', at: start.toISOString() },
    ]);
  });

  it('asks everybody again when what they signed has changed', () => {
    const half = move(aPartnership(), 'accept', focal, { name: 'C.' });
    const third = [...parties, { organisationId: 'kenya', role: 'triangular_technical' }] as const;
    const amended = move(half, 'amend', otherDelegate, { parties: third });
    expect(amended.parties.map((p) => [p.organisationId, p.acceptance])).toEqual([
      ['benin', null],
      ['zhalantun', null],
      ['kenya', null],
    ]);
    expect(() => move(half, 'amend', otherDelegate, { parties: [parties[0]] })).toThrow('partyLeftOut');
  });

  it('keeps everybody introduced, and nobody else without a signature of their own speaks for it (I2, I6)', () => {
    const cities = ['benin', 'zhalantun', 'kenya', 'cairo'] as const;
    const anybody = fc.record({ organisationId: fc.constantFrom(...cities), role: fc.constantFrom(...partyRoles) });
    const wordings = fc.oneof(
      fc.uniqueArray(anybody, { selector: ({ organisationId }) => organisationId, maxLength: 4 }),
      fc.constantFrom(...partyRoles).map((role) => [...parties, { organisationId: 'kenya', role }]),
    );
    const asked = fc.array(
      fc.record({
        who: fc.constantFrom<Person>('delegate', 'focal', 'otherDelegate', 'otherFocal', 'rival', 'broker', 'member'),
        parties: fc.option(wordings, { nil: undefined }),
      }),
      { maxLength: 12 },
    );
    let joined = 0;
    fc.assert(
      fc.property(asked, (tried) => {
        let partnership = aPartnership();
        for (const { who, parties } of tried) {
          const before = partnership;
          try {
            partnership = parties
              ? move(partnership, 'amend', people[who], { parties })
              : move(partnership, 'accept', people[who], { name: who });
          } catch (problem) {
            expect(problem).toBeInstanceOf(Refusal);
            continue;
          }
          const ids = partnership.parties.map((p) => p.organisationId);
          expect(ids).toEqual(expect.arrayContaining(['benin', 'zhalantun']));
          for (const { organisationId, role, acceptance } of partnership.parties) {
            const stranger = !partnership.introducedIds.includes(organisationId);
            if (stranger) expect(['facilitator', 'triangular_technical', 'triangular_funder']).toContain(role);
            if (stranger) joined += 1;
            if (acceptance) {
              const signer = Object.values(people).find(({ id }) => id === acceptance.by) as Actor;
              expect(isFocalPointOf(signer, organisationId)).toBe(true);
            }
          }
          if (who === 'rival' && parties)
            expect(before.parties.find((p) => p.organisationId === 'kenya')?.acceptance ?? null).not.toBeNull();
          const named = partnership.parties.find((p) => p.organisationId === 'kenya');
          expect(readsSignatures(rival, partnership)).toBe(named !== undefined && named.acceptance !== null);
          if (named?.acceptance === null) expect(partnershipMovesFor(rival, partnership, start)).toEqual(['accept']);
          if (partnership.state === 'agreed') expect(partnership.parties.every((p) => p.acceptance)).toBe(true);
        }
      }),
      runs,
    );
    expect(joined).toBeGreaterThan(20);
  });

  it('ends on the day it begins or later, as proposed and as amended', () => {
    const days = { startsAt: new Date('2026-05-01T00:00:00Z'), endsOn: '2026-04-30' };
    expect(() => proposePartnership(aMatch(), { id: 'p2', parties, ...days }, delegate, start, ctx)).toThrow(
      'brokering.refuse.endsBeforeStart',
    );
    expect(() => move(aPartnership(days), 'amend', delegate)).toThrow('brokering.refuse.endsBeforeStart');
    expect(move(aPartnership({ ...days, endsOn: '2026-05-01' }), 'amend', delegate).state).toBe('scoping');
  });

  it.each([
    ['standard', [30, 90, 180, 365, 730, 1095]],
    ['pairing_18', [90, 180, 270, 365, 455, 545, 910]],
    ['transfer_3_12_18_24', [90, 365, 545, 730, 1095]],
  ] as const)('asks how it goes by its rhythm, %s, then once a year', (rhythm, days) => {
    let active = move({ ...agreed(), rhythm }, 'start', otherDelegate);
    for (const day of days) {
      const due = addDays(start, day);
      expect(partnershipClock.deadlineOf(active, start, ctx)).toMatchObject({ kind: 'askCheckIn', dueAt: due });
      expect(() => move(active, 'askCheckIn', people.system, {}, new Date(due.getTime() - 1))).toThrow('notDue');
      active = move(active, 'askCheckIn', people.system, {}, due);
    }
  });

  it('is suspended until a day that is not too far, and its rhythm stands still as long', () => {
    const active = move(agreed(), 'start', delegate);
    const later = addDays(start, 10);
    const suspend = (days: number) =>
      move(active, 'suspend', focal, { reason: 'election', until: addDays(later, days) }, later);
    expect(() => suspend(0)).toThrow('brokering.refuse.resumeDate');
    expect(() => suspend(181)).toThrow('brokering.refuse.resumeDate');
    const suspended = suspend(60);
    const back = addDays(later, 60);
    expect(partnershipClock.deadlineOf(suspended, later, ctx)).toMatchObject({ kind: 'resume', dueAt: back });
    expect(() => move(suspended, 'resume', people.system, {}, addDays(later, 59))).toThrow('notDue');
    expect(move(suspended, 'cancel', focal, { reason: 'no_funding' }, later)).toMatchObject({ resumeAt: null });
    const resumed = move(suspended, 'resume', people.system, {}, back);
    expect(resumed).toMatchObject({ state: 'active', resumeAt: null });
    expect(partnershipClock.deadlineOf(resumed, back, ctx)?.dueAt).toEqual(addDays(start, 90));
  });

  it('sleeps at most 180 days, is woken by any of its parties, and is not asked for what it slept through', () => {
    const asleep = move(move(agreed(), 'start', delegate), 'fallDormant', people.system, {}, addDays(start, 110));
    expect(partnershipClock.nextStep(asleep, people.visitor, addDays(start, 110), ctx)).toMatchObject({
      who: 'member',
      what: 'brokering.step.wakePartnership',
    });
    const end = addDays(start, 290);
    expect(move(asleep, 'lapse', people.system, {}, end)).toMatchObject({
      state: 'closed',
      endReason: 'dormant',
      endedBy: 'system',
    });
    const awake = move(asleep, 'wake', otherDelegate, {}, addDays(start, 200));
    expect(partnershipClock.deadlineOf(awake, addDays(start, 200), ctx)?.dueAt).toEqual(addDays(start, 365));
  });

  it('gives its parties from the planned start on to begin', () => {
    const startsAt = addDays(start, 60);
    expect(partnershipClock.deadlineOf({ ...agreed(), startsAt }, start, ctx)?.dueAt).toEqual(
      addWorkingDays(startsAt, 20, ctx.calendarOf('benin')),
    );
  });

  it('ends with a reason, by a focal point or a broker without a side', () => {
    const active = move(agreed(), 'start', delegate);
    expect(() => move(active, 'close', focal)).toThrow('brokering.refuse.reasonMissing');
    expect(() => move(active, 'close', ownBroker, { reason: 'silent' })).toThrow('brokering.refuse.ownOrganisation');
    expect(move(active, 'close', focal, { reason: 'completed' })).toMatchObject({ state: 'closed', endedBy: 'codjo' });
    expect(move(active, 'cancel', broker, { reason: 'no_response' })).toMatchObject({ state: 'cancelled' });
  });
});
