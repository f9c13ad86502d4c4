import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRing, asksOf, aTriangle, type City, ctx, free, inState, people, start } from '../../../test/brokering.ts';
import { attempts, circles, crowd, live, runs } from '../../../test/lives.ts';
import { type Actor, actsFor, addDays, belongsTo, can, type Role, system } from '../../kernel/index.ts';
import { proposePartnership } from '../partnerships/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  contactPolicyOf,
  contactsOpen,
  isYes,
  type MatchFacts,
  type MatchMove,
  makeMatchMove,
  matchClock,
  matchMachine,
  matchMovesFor,
  matchPolicy,
  type Stance,
  stances,
  suggest,
  suggestRing,
} from './index.ts';

const { delegate, otherDelegate, rival, broker, ownBroker, lead } = people;
const move = (match: MatchFacts, asked: MatchMove, actor: Actor, input: MoveInput = {}, now = start): MatchFacts => ({
  ...match,
  ...makeMatchMove(match, asked, input, actor, now, ctx).change,
});
const three = [delegate, otherDelegate, rival] as const;
const parts = ({ parties }: MatchFacts) => parties.map(({ organisationId, part }) => `${organisationId} ${part}`);

describe('what each is to the others', () => {
  it.each([
    ['need', 'requester', 'provider'],
    ['offer', 'provider', 'requester'],
    ['exchange', 'mutual', 'mutual'],
  ] as const)('is told by the kind of the request: %s', (kind, owner, other) => {
    const wanted = { id: 'm', organisationId: 'kenya', origin: 'broker', standing: free } as const;
    const { match } = suggest(inState('published', { kind }), wanted, broker, start, ctx);
    expect(parts(match)).toEqual([`benin ${owner}`, `kenya ${other}`]);
  });

  it('is told by whoever suggests a third, and is mutual in a ring', () => {
    expect(parts(aTriangle())).toEqual(['benin requester', 'zhalantun provider', 'kenya triangular_funder']);
    expect(parts(aRing())).toEqual(['benin mutual', 'zhalantun mutual', 'kenya mutual']);
  });
});

describe('a circle', () => {
  it('introduces all when the last of them says yes, and nobody before', () => {
    for (const circle of [aRing(), aTriangle()]) {
      const once = move(circle, 'sayYes', delegate);
      const twice = move(once, 'sayYes', otherDelegate);
      const all = move(twice, 'sayYes', rival);
      expect([once.state, twice.state, all.state]).toEqual(['suggested', 'suggested', 'introduced']);
      for (const half of [once, twice])
        for (const actor of crowd) expect(can(matchPolicy, actor, 'readContacts', half)).toBe(false);
      expect(three.every((actor) => can(matchPolicy, actor, 'readContacts', all))).toBe(true);
    }
  });

  it('ends for all with one no, of which the others read no reason', () => {
    const dropped = move(move(aRing(), 'sayYes', delegate), 'sayNo', rival);
    expect(dropped).toMatchObject({ state: 'dropped', endReason: 'not_pursued' });
  });

  it('owes its step to the first who has not answered, and gives all the same time', () => {
    const owing = (match: MatchFacts, now = start) => matchClock.deadlineOf(match, now, ctx)?.responsible.id;
    const later = addDays(start, 5);
    const second = move(aRing(), 'sayYes', delegate, {}, later);
    const third = move(second, 'sayYes', otherDelegate, {}, later);
    expect([owing(aRing()), owing(second, later), owing(third, later)]).toEqual(['benin', 'zhalantun', 'kenya']);
    expect(owing(move(aRing(), 'sayYes', otherDelegate))).toBe('benin');
    const due = matchClock.deadlineOf(aRing(), start, ctx)?.dueAt ?? start;
    for (const half of [second, third]) expect(matchClock.deadlineOf(half, later, ctx)?.dueAt).toEqual(due);
    expect(move(aRing(), 'lapse', system, {}, due)).toMatchObject({ state: 'dropped', endReason: 'no_response' });
  });

  it('is a party’s to leave until it is agreed, and makes a partnership of all of them', () => {
    const introduced = three.reduce((match, actor) => move(match, 'sayYes', actor), aRing());
    expect(matchMovesFor(rival, introduced, start)).toEqual(['scope', 'drop']);
    const draft = (...ids: City[]) => ({
      id: 'p',
      parties: ids.map((organisationId) => ({ organisationId, role: 'mutual' as const })),
    });
    const propose = (...ids: City[]) => proposePartnership(introduced, draft(...ids), rival, start, ctx).partnership;
    expect(() => propose('benin', 'kenya')).toThrow('partyLeftOut');
    expect(propose('benin', 'kenya', 'zhalantun').parties).toHaveLength(3);
  });
});

describe('the other requests of a ring', () => {
  const held = { since: start.toISOString(), until: addDays(start, 30).toISOString(), stateSince: start.toISOString() };
  const answering = (change: Parameters<typeof asksOf>[1]) =>
    aRing({ alsoAnswers: [asksOf('zhalantun'), asksOf('kenya', change)] });

  it.each([
    ['on hold', { state: 'on_hold' }, 'onHold'],
    ['under a red flag', { safeguard: 'red' }, 'mustWait'],
    ['closed', { state: 'closed' }, 'circleBroken'],
    ['expired', { state: 'expired' }, 'circleBroken'],
  ] as const)('keep anybody from being introduced while one of them is %s', (_case, change, why) => {
    expect(() => move(answering(change), 'sayYes', delegate)).toThrow(`brokering.refuse.${why}`);
  });

  it('end it when one of them ends before all have answered, and let it go on afterwards', () => {
    expect(() => move(aRing(), 'dissolve', system)).toThrow('requestStillOpen');
    expect(() => move(answering({ state: 'on_hold' }), 'dissolve', system)).toThrow('requestStillOpen');
    const broken = answering({ state: 'withdrawn' });
    expect(() => move(broken, 'dissolve', broker)).toThrow('notPermitted');
    expect(move(broken, 'dissolve', system)).toMatchObject({ state: 'dropped', endReason: 'circle_broken' });
    const introduced = three.reduce((match, actor) => move(match, 'sayYes', actor), aRing());
    expect(() => move({ ...introduced, alsoAnswers: broken.alsoAnswers }, 'dissolve', system)).toThrow('noSuchMove');
  });

  it('hold its clock while one of them is on hold, once for holds that overlap', () => {
    const due = (match: MatchFacts) => matchClock.deadlineOf(match, start, ctx)?.dueAt ?? start;
    const one = answering({ state: 'on_hold', holds: [held] });
    expect(due(one) > addDays(start, 30)).toBe(true);
    const both = aRing({
      alsoAnswers: [asksOf('zhalantun', { holds: [held] }), asksOf('kenya', { holds: [held] })],
    });
    expect(due(both)).toEqual(due(one));
  });

  it('open contacts as the strictest of them says', () => {
    const strict = answering({ contactPolicy: 'after_agreement' });
    expect([contactPolicyOf(aRing()), contactPolicyOf(strict)]).toEqual(['after_mutual_yes', 'after_agreement']);
    const introduced = three.reduce((match, actor) => move(match, 'sayYes', actor), strict);
    expect(contactsOpen(introduced)).toBe(false);
    expect(contactsOpen({ ...introduced, state: 'agreed' })).toBe(true);
  });
});

describe('suggesting a circle', () => {
  const ring = (
    change: Parameters<typeof asksOf>[1] = {},
    actor: Actor = broker,
    standing = free as { open: number },
    taken = false,
  ) =>
    suggestRing(
      inState('published'),
      {
        id: 'm',
        others: [asksOf('zhalantun'), asksOf('kenya', change)],
        standing: { refusedAt: null, ...standing },
        taken,
      },
      actor,
      start,
      ctx,
    );
  const cairo = { ...broker, affiliations: [{ organisationId: 'cairo', role: 'staff' as const }] };

  it('is one suggestion on the record of each of its requests', () => {
    expect(ring({ suggestions: 2, counterpartIds: ['cairo'] }).requestChanges).toEqual([
      { suggestions: 1, counterpartIds: ['zhalantun', 'kenya'] },
      { suggestions: 1, counterpartIds: ['benin', 'kenya'] },
      { suggestions: 3, counterpartIds: ['cairo', 'benin', 'zhalantun'] },
    ]);
    expect(ring().happening.data.alsoAnswers).toEqual([
      { requestId: 'r-zhalantun', organisationId: 'zhalantun' },
      { requestId: 'r-kenya', organisationId: 'kenya' },
    ]);
  });

  it('is refused where it does not hold any more', () => {
    expect(() => ring({ state: 'closed' })).toThrow('circleBroken');
    expect(() => ring({ counterpartIds: ['benin'] })).toThrow('circleBroken');
    expect(ring({ counterpartIds: ['zhalantun'] }).match.state).toBe('suggested');
    expect(() => ring({ organisationId: 'benin' })).toThrow('circleBroken');
  });

  it('is refused while one of its requests stands in another ring', () => {
    expect(() => ring({}, broker, free, true)).toThrow('circleTaken');
  });

  it('is refused to who has a stake in any of its requests (I11)', () => {
    expect(() => ring({}, people.member)).toThrow('notPermitted');
    for (const actor of [ownBroker, people.otherOwnBroker, { ...rival, roles: ['broker'] as Role[] }])
      expect(() => ring({}, actor)).toThrow('ownOrganisation');
    expect(ring({}, cairo).match.state).toBe('suggested');
    expect(() => ring({ counterpartIds: ['cairo'] }, cairo)).toThrow('ownOrganisation');
  });

  it('is refused while one of them has enough to answer, and for a year after a no', () => {
    expect(() => ring({}, lead, { open: 5 })).toThrow('enoughSuggestions');
    const refusedAt = addDays(start, -364);
    expect(() => ring({}, lead, { open: 0, refusedAt } as { open: number })).toThrow('refusedLately');
  });

  it('names nobody twice', () => {
    const wanted = { id: 'm', organisationId: 'zhalantun', origin: 'broker', standing: free } as const;
    const twice = [{ organisationId: 'zhalantun', part: 'facilitator' }] as const;
    expect(() => suggest(inState('published'), { ...wanted, companions: twice }, broker, start, ctx)).toThrow(
      'partyTwice',
    );
  });
});

describe('however many there are', () => {
  const cities: readonly City[] = ['benin', 'zhalantun', 'kenya', 'cairo'];
  const some = fc.record({
    state: fc.constantFrom(...matchMachine.states),
    said: fc.array(fc.constantFrom(...stances), { minLength: 2, maxLength: 4 }),
    strict: fc.boolean(),
  });
  const party = (stance: Stance, i: number) => ({
    organisationId: cities[i] as City,
    part: 'mutual' as const,
    stance,
    until: null,
    refusal: null,
  });

  it('no contact is shown to anybody before each of them said yes (I2)', () => {
    let open = 0;
    fc.assert(
      fc.property(some, fc.constantFrom(...crowd), ({ state, said, strict }, actor) => {
        const parties = said.map(party);
        const alsoAnswers = [asksOf('zhalantun', { contactPolicy: strict ? 'after_agreement' : 'after_mutual_yes' })];
        const match = aRing({ state, parties, alsoAnswers });
        const together = state === 'agreed' || (!strict && ['introduced', 'scoping'].includes(state));
        const inside = parties.some(({ organisationId }) => belongsTo(actor, organisationId));
        const reads = can(matchPolicy, actor, 'readContacts', match);
        expect(reads).toBe(inside && together && said.every(isYes));
        open += reads ? 1 : 0;
      }),
      { ...runs, numRuns: 1500 },
    );
    expect(open).toBeGreaterThan(2);
  });

  it('nobody answers for another: each yes, no and not now is given by who speaks for that party (I6)', () => {
    let given = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        live(circles, tried, ({ facts, before, actor }) => {
          facts.parties.forEach(({ stance, organisationId }, i) => {
            if (stance === before.parties[i]?.stance || stance === 'unseen') return;
            given += 1;
            expect(actsFor(actor, organisationId)).toBe(true);
          });
        });
      }),
      { ...runs, numRuns: 80 },
    );
    expect(given).toBeGreaterThan(100);
  });

  it('no broker moves it whose organisation is in it or a party of one of its requests (I11)', () => {
    const insiders = fc.record({
      organisationId: fc.constantFrom<City>('benin', 'zhalantun', 'kenya', 'cairo'),
      role: fc.constantFrom('staff', 'expert'),
      desk: fc.constantFrom<Role>('broker', 'lead_broker', 'me_officer'),
    });
    fc.assert(
      fc.property(attempts, insiders, (tried, { organisationId, role, desk }) => {
        const insider: Actor = { ...broker, roles: ['member', desk], affiliations: [{ organisationId, role }] };
        const known = [asksOf('zhalantun', { counterpartIds: ['cairo'] }), asksOf('kenya')];
        live({ ...circles, begin: () => aRing({ alsoAnswers: known }) }, tried, ({ facts, now }) =>
          expect(matchMovesFor(insider, facts, now)).toEqual([]),
        );
      }),
      { ...runs, numRuns: 40 },
    );
  });
});
