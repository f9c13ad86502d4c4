import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, anExpression, ctx, inState, type Person, people, said, start } from '../../../test/brokering.ts';
import {
  expressionMovesFor,
  finalRequestStates,
  matchClock,
  matchMovesFor,
  requestClock,
  requestMachine,
} from '../index.ts';
import { changeFlag, gravest, isLower, maySeeFlags, raiseFlag, safeguardLevels } from './index.ts';

const { broker, lead } = people;
const note = said('Deux offres du même fournisseur.');
const draft = { id: 'f1', category: 'conflict_of_interest', note } as const;

describe('a safeguarding flag', () => {
  const request = inState('published', { counterpartIds: ['zhalantun'] });
  const { flag, happening } = raiseFlag(request, { ...draft, level: 'risk' }, broker);

  it('exists for brokers without a stake and for nobody else', () => {
    const seeing = (Object.keys(people) as Person[]).filter((who) => maySeeFlags(people[who], request));
    expect(seeing.sort()).toEqual(['broker', 'lead', 'otherBroker', 'otherLead']);
    for (const who of Object.keys(people) as Person[])
      if (!seeing.includes(who))
        expect(() => raiseFlag(request, { ...draft, level: 'risk' }, people[who])).toThrow('not-permitted');
  });

  it('is told on a stream that is not the request’s, without its words', () => {
    expect(flag).toMatchObject({ requestId: 'r1', level: 'risk', raisedBy: 'uma' });
    expect(happening).toEqual({
      name: 'brokering.flag.raised',
      stream: 'flag:r1',
      data: { flagId: 'f1', requestId: 'r1', was: null, level: 'risk' },
    });
  });

  it('is raised and lowered also while something of a closed request lives', () => {
    const over = inState('closed', { nextDueAt: start });
    const { flag: raised } = raiseFlag(over, { ...draft, level: 'risk' }, broker);
    expect(changeFlag(over, raised, null, note, broker).flag.level).toBeNull();
    expect(() => changeFlag({ ...over, nextDueAt: null }, raised, null, note, broker)).toThrow('noSuchMove');
  });

  it('says why, is on what is open, and moves only when it moves', () => {
    expect(() => raiseFlag(request, { ...draft, note: said(' '), level: 'risk' }, broker)).toThrow('flagNoteMissing');
    expect(() => raiseFlag(inState('closed'), { ...draft, level: 'risk' }, broker)).toThrow('noSuchMove');
    expect(() => changeFlag(request, flag, 'risk', note, broker)).toThrow('sameLevel');
    expect(() => changeFlag(request, flag, null, undefined, broker)).toThrow('flagNoteMissing');
    expect(changeFlag(request, flag, null, note, broker).flag.level).toBeNull();
  });

  it('is lowered from red by a lead broker only', () => {
    const { flag: red } = changeFlag(request, flag, 'red', note, broker);
    for (const level of ['escalated', 'observation', null] as const) {
      expect(() => changeFlag(request, red, level, note, broker)).toThrow('redIsTheLeads');
      expect(changeFlag(request, red, level, note, lead).happening.data).toMatchObject({ was: 'red', level });
    }
  });

  it('counts as the gravest there is', () => {
    expect(gravest([])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, ...safeguardLevels)), (levels) => {
        const most = gravest(levels.map((level) => ({ level })));
        expect(levels.every((level) => !isLower(most, level))).toBe(true);
        expect(most === null || levels.includes(most)).toBe(true);
      }),
    );
  });

  it('moves no date and makes nobody owe another step, however grave it is', () => {
    const plan = (of: typeof requestClock, facts: Parameters<typeof requestClock.nextStep>[0]) => [
      of.deadlineOf(facts, start, ctx),
      of.remindersOf(facts, start, ctx),
      of.nextStep(facts, people.visitor, start, ctx),
    ];
    const open = requestMachine.states.filter((state) => !(finalRequestStates as readonly string[]).includes(state));
    for (const safeguard of safeguardLevels)
      for (const state of open)
        expect(plan(requestClock, inState(state, { safeguard }))).toEqual(plan(requestClock, inState(state)));
    const step = (safeguard: (typeof safeguardLevels)[number] | null) =>
      matchClock.deadlineOf(aMatch({ state: 'suggested', request: { ...request, safeguard } }), start, ctx);
    for (const safeguard of safeguardLevels) expect(step(safeguard)).toEqual(step(null));
  });

  it('freezes introductions when it is red, and says no more than that they wait', () => {
    const frozen = { ...request, safeguard: 'red' as const };
    const accepted = anExpression({ state: 'accepted', request: frozen });
    expect(expressionMovesFor(people.otherDelegate, accepted, start)).toEqual(['withdraw']);
    const suggested = aMatch({ state: 'suggested', request: frozen });
    expect(matchMovesFor(people.otherDelegate, suggested, start)).toEqual(['sayNo']);
  });
});
