import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, anExpression, ctx, inState, type Person, people, start } from '../../../test/brokering.ts';
import { type Actor, addWorkingDays, can, isFinal, reachable, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  contactsOpen,
  introduce,
  isYes,
  type MatchFacts,
  type MatchMove,
  type MatchState,
  makeMatchMove,
  matchClock,
  matchMachine,
  matchMovesFor,
  matchPolicy,
  stances,
  suggest,
} from './index.ts';

const { delegate, otherDelegate, broker, lead, ownBroker, rival } = people;

const move = (match: MatchFacts, asked: MatchMove, actor: Actor, input: MoveInput = {}, now = start): MatchFacts => ({
  ...match,
  ...makeMatchMove(match, asked, input, actor, now, ctx).change,
});
const suggested = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  ...suggest(inState('published'), 'zhalantun', 'm2', 0, broker, start, ctx).match,
  ...change,
});

type Moves = { readonly side?: string; readonly broker?: string; readonly system?: string };
const table: Record<MatchState, Moves> = {
  suggested: { side: 'sayYes sayNo', system: 'lapse' },
  introduced: { side: 'scope drop', broker: 'drop', system: 'agree' },
  scoping: { side: 'drop', broker: 'drop', system: 'agree' },
  agreed: {},
  dropped: {},
};
const groups: Record<keyof Moves, readonly Person[]> = {
  side: ['delegate', 'focal', 'otherDelegate', 'otherFocal'],
  broker: ['broker', 'otherBroker', 'lead'],
  system: ['system'],
};
const outsiders: readonly Person[] = ['author', 'ownBroker', 'otherOwnBroker', 'rival', 'member', 'visitor'];

describe('who may do what with a match', () => {
  const cells = matchMachine.states.flatMap((state) => [
    ...(['side', 'broker', 'system'] as const).flatMap((group) =>
      groups[group].map((who) => [state, who, table[state][group] ?? ''] as const),
    ),
    ...outsiders.map((who) => [state, who, ''] as const),
  ]);
  it.each(cells)('%s, %s: %s', (state, who, moves) => {
    expect(matchMovesFor(people[who], suggested({ state }), start).join(' ')).toBe(moves);
  });

  it('is read by the parties and by brokers without a side', () => {
    const readers = Object.entries(people).filter(([, actor]) => can(matchPolicy, actor, 'view', aMatch()));
    expect(readers.map(([who]) => who)).toEqual([
      'author',
      'delegate',
      'focal',
      'otherDelegate',
      'otherFocal',
      'broker',
      'otherBroker',
      'lead',
      'ownBroker',
      'otherOwnBroker',
      'bothSides',
    ]);
  });
});

describe('a match', () => {
  it('can reach every state, and an end from each', () => {
    expect(reachable(matchMachine)).toEqual(new Set(matchMachine.states));
    for (const initial of matchMachine.states)
      expect([...reachable({ ...matchMachine, initial })].some((s) => isFinal(matchMachine, s))).toBe(true);
  });

  it('begins introduced where an expression is confirmed, with contacts open', () => {
    expect(() => introduce(anExpression({ state: 'accepted' }), 'm1', start, ctx)).toThrow('notConfirmed');
    const { match, happening, deadline } = introduce(anExpression({ state: 'confirmed' }), 'm1', start, ctx);
    expect(match).toMatchObject({ state: 'introduced', requestId: 'r1', expressionId: 'e1' });
    expect(contactsOpen(match)).toBe(true);
    expect(happening).toEqual({
      name: 'brokering.match.introduced',
      stream: 'match:m1',
      data: { matchId: 'm1', requestId: 'r1', expressionId: 'e1', organisationIds: ['benin', 'zhalantun'] },
    });
    expect(deadline).toMatchObject({ subject: 'match:m1', responsible: { kind: 'organisation', id: 'benin' } });
  });

  it('introduces two who were suggested to each other when the second of them says yes', () => {
    const one = makeMatchMove(suggested(), 'sayYes', {}, delegate, start, ctx);
    expect(one.happening.name).toBe('brokering.match.moved');
    const half = { ...suggested(), ...one.change };
    expect(contactsOpen(half)).toBe(false);
    expect(matchMovesFor(delegate, half, start)).toEqual(['sayNo']);
    expect(matchClock.deadlineOf(half, start, ctx)?.responsible).toEqual({ kind: 'organisation', id: 'zhalantun' });
    const two = makeMatchMove(half, 'sayYes', {}, otherDelegate, start, ctx);
    expect(two.happening.name).toBe('brokering.match.introduced');
    expect(contactsOpen({ ...half, ...two.change })).toBe(true);
  });

  it('ends with a no, of which the other side reads no reason', () => {
    expect(move(suggested(), 'sayNo', otherDelegate)).toMatchObject({ state: 'dropped', endReason: 'not_pursued' });
  });

  it('shows contacts to nobody before both stances are positive (I2)', () => {
    const facts = fc.record({
      state: fc.constantFrom(...matchMachine.states),
      mine: fc.constantFrom(...stances),
      theirs: fc.constantFrom(...stances),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...Object.values(people)), ({ state, mine, theirs }, actor) => {
        const match = aMatch({
          state,
          parties: [
            { organisationId: 'benin', stance: mine },
            { organisationId: 'zhalantun', stance: theirs },
          ],
        });
        const together = ['introduced', 'scoping', 'agreed'].includes(state);
        const party = actor.affiliations.some((a) => a.organisationId !== 'kenya');
        expect(can(matchPolicy, actor, 'readContacts', match)).toBe(party && together && isYes(mine) && isYes(theirs));
      }),
    );
  });

  it('becomes the broker’s task after fifteen quiet working days, and the owner’s after forty-five', () => {
    const quiet = addWorkingDays(start, 15, ctx.calendarOf('benin'));
    const long = addWorkingDays(quiet, 30, ctx.desk);
    const step = (now: Date) => matchClock.nextStep(aMatch(), people.visitor, now, ctx);
    expect(step(start)).toMatchObject({ who: 'organisation', what: 'brokering.step.meet', by: quiet });
    expect(step(quiet)).toMatchObject({ who: 'member', what: 'brokering.step.reviveMatch', by: long });
    expect(step(long)).toMatchObject({ who: 'organisation', what: 'brokering.step.dropOrExplain' });
    const alive = aMatch({ lastActivityAt: quiet });
    expect(matchClock.nextStep(alive, delegate, quiet, ctx)).toMatchObject({ who: 'you', missed: null });
  });

  it('is dropped with a reason, and ends with its request', () => {
    expect(() => move(aMatch(), 'drop', delegate)).toThrow('brokering.refuse.reasonMissing');
    expect(() => move(aMatch(), 'drop', ownBroker, { reason: 'timing' })).toThrow('brokering.refuse.ownOrganisation');
    expect(move(aMatch(), 'drop', broker, { reason: 'no_response' })).toMatchObject({ endedBy: 'uma' });
    expect(() => move(aMatch(), 'endWithRequest', system)).toThrow('requestStillOpen');
    const orphan = aMatch({ request: inState('closed') });
    expect(move(orphan, 'endWithRequest', system)).toMatchObject({ state: 'dropped', endReason: 'request_ended' });
  });
});

describe('suggesting a partner', () => {
  const open = inState('published');
  it('is put on record as effort', () => {
    const { match, requestChange, happening } = suggest(open, 'kenya', 'm3', 4, lead, start, ctx);
    expect(match.parties.map((p) => p.stance)).toEqual(['unseen', 'unseen']);
    expect(requestChange).toEqual({ suggestions: 1, counterpartIds: ['kenya'] });
    expect(happening.name).toBe('brokering.match.suggested');
  });

  it.each([
    ['by a member', open, 'kenya', 0, people.member, 'notPermitted'],
    ['by a broker of the requester', open, 'kenya', 0, ownBroker, 'ownOrganisation'],
    ['by a broker of the one suggested', open, 'kenya', 0, { ...rival, roles: ['broker'] }, 'ownOrganisation'],
    ['to a request nobody can answer', inState('expired'), 'kenya', 0, broker, 'requestNotOpen'],
    ['of the requester itself', open, 'benin', 0, broker, 'alreadyParty'],
    ['of somebody with five to answer', open, 'kenya', 5, broker, 'enoughSuggestions'],
  ] as const)('is refused %s', (_case, request, organisationId, waiting, actor, why) => {
    expect(() => suggest(request, organisationId, 'm3', waiting, actor, start, ctx)).toThrow(`brokering.refuse.${why}`);
  });
});
