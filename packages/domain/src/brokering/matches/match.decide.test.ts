import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMatch, anExpression, ctx, inState, type Person, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, can, isFinal, reachable, system } from '../../kernel/index.ts';
import { mayRefer } from '../requests/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  contactsOpen,
  introduce,
  isYes,
  type MatchFacts,
  type MatchMove,
  type MatchParty,
  type MatchState,
  makeMatchMove,
  matchClock,
  matchMachine,
  matchMovesFor,
  matchPolicy,
  refer,
  type Standing,
  sendReferral,
  stances,
  suggest,
} from './index.ts';

const { delegate, otherDelegate, broker, lead, ownBroker, rival } = people;

const move = (match: MatchFacts, asked: MatchMove, actor: Actor, input: MoveInput = {}, now = start): MatchFacts => ({
  ...match,
  ...makeMatchMove(match, asked, input, actor, now, ctx).change,
});
const free: Standing = { open: 0, refusedAt: null };
const partner = (organisationId: string, standing: Standing = free) =>
  ({ id: 'm2', organisationId, origin: 'broker', standing }) as const;
const suggested = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  ...suggest(inState('published'), partner('zhalantun'), broker, start, ctx).match,
  ...change,
});

type Moves = { readonly side?: string; readonly broker?: string; readonly system?: string };
const table: Record<MatchState, Moves> = {
  referred: { broker: 'send setAside' },
  set_aside: {},
  suggested: { side: 'see notNow sayYes sayNo', system: 'askAgain lapse' },
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
      'otherLead',
      'ownBroker',
      'otherOwnBroker',
      'bothSides',
      'ownOfficer',
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
      data: {
        matchId: 'm1',
        requestId: 'r1',
        expressionId: 'e1',
        organisationIds: ['benin', 'zhalantun'],
        alsoAnswers: [],
      },
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

  it('keeps why it was a no with the stance alone, for its own side and the desk', () => {
    const note = said('Nous avons déjà travaillé ensemble.');
    for (const reason of ['not_relevant', 'met_before', 'no_capacity', 'other']) {
      const { change, happening } = makeMatchMove(suggested(), 'sayNo', { reason, note }, otherDelegate, start, ctx);
      expect(change).toMatchObject({ endReason: 'not_pursued', endNote: null });
      expect(change.parties?.[1]).toMatchObject({ stance: 'no', refusal: { reason, note } });
      expect(JSON.stringify([happening, { ...change, parties: [] }])).not.toMatch(new RegExp(`${reason}|déjà`));
    }
    expect(move(suggested(), 'sayNo', otherDelegate).parties[1]?.refusal).toEqual({ reason: 'unstated', note: null });
    expect(() => move(suggested(), 'sayNo', otherDelegate, { reason: 'other' })).toThrow('otherNeedsNote');
  });

  it('has its room open from the introduction on, also where contacts are kept until an agreement (I2)', () => {
    const facts = fc.record({
      state: fc.constantFrom(...matchMachine.states),
      theirs: fc.constantFrom(...stances),
      contactPolicy: fc.constantFrom('after_mutual_yes' as const, 'after_agreement' as const),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...Object.values(people)), ({ state, theirs, contactPolicy }, actor) => {
        const [mine, other] = aMatch().parties as [MatchParty, MatchParty];
        const request = inState('published', { contactPolicy, counterpartIds: ['zhalantun'] });
        const match = aMatch({ state, request, parties: [mine, { ...other, stance: theirs }] });
        const room = ['introduced', 'scoping', 'agreed'].includes(state) && isYes(theirs);
        expect(can(matchPolicy, actor, 'write', match)).toBe(room && can(matchPolicy, actor, 'propose', match));
        const addresses = room && (state === 'agreed' || contactPolicy === 'after_mutual_yes');
        const party = actor.affiliations.some((a) => a.organisationId !== 'kenya');
        expect(can(matchPolicy, actor, 'readContacts', match)).toBe(addresses && party);
        if (can(matchPolicy, actor, 'readContacts', match)) expect(contactsOpen(match)).toBe(true);
      }),
      { numRuns: 500 },
    );
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
            { organisationId: 'benin', part: 'requester', stance: mine, until: null, refusal: null },
            { organisationId: 'zhalantun', part: 'provider', stance: theirs, until: null, refusal: null },
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
    const inWords = (now: Date) => matchClock.nextStep(aMatch({ inWords: true }), people.visitor, now, ctx);
    const unsigned = addWorkingDays(start, 45, ctx.desk);
    expect(inWords(quiet)).toMatchObject({ what: 'brokering.step.awaitSignatures', by: unsigned, missed: null });
    expect(matchClock.remindersOf(aMatch({ inWords: true }), start, ctx)).toEqual([]);
    expect(inWords(unsigned)).toMatchObject({ who: 'organisation', what: 'brokering.step.dropOrExplain' });
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
    const { match, requestChange, happening } = suggest(
      open,
      partner('kenya', { open: 4, refusedAt: null }),
      lead,
      start,
      ctx,
    );
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
    const wanted = partner(organisationId, { open: waiting, refusedAt: null });
    expect(() => suggest(request, wanted, actor, start, ctx)).toThrow(`brokering.refuse.${why}`);
  });

  it('is refused for 365 days after one of the two said no to the other', () => {
    const again = (days: number) =>
      suggest(open, partner('kenya', { open: 0, refusedAt: addDays(start, -days) }), broker, start, ctx);
    expect(() => again(364)).toThrow('brokering.refuse.refusedLately');
    expect(again(365).match.state).toBe('suggested');
  });
});

describe('“not now”', () => {
  const later = (match = suggested()) => move(match, 'notNow', delegate, { reason: 'months_3' });
  it('wants to know when', () => {
    expect(() => move(suggested(), 'notNow', delegate)).toThrow('brokering.refuse.whenMissing');
    expect(later().parties[0]).toMatchObject({ stance: 'not_now', until: addDays(start, 91) });
  });

  it('still asks the other side, and asks again when the time has come', () => {
    const half = later();
    expect(matchClock.deadlineOf(half, start, ctx)?.responsible.id).toBe('zhalantun');
    const waiting = move(half, 'sayYes', otherDelegate);
    expect(waiting.state).toBe('suggested');
    const deadline = matchClock.deadlineOf(waiting, start, ctx);
    expect(deadline).toMatchObject({ kind: 'askAgain', dueAt: addDays(start, 91) });
    expect(() => move(waiting, 'askAgain', system, {}, addDays(start, 90))).toThrow('notDue');
    const asked = move(waiting, 'askAgain', system, {}, addDays(start, 91));
    expect(asked.parties.map(({ stance }) => stance)).toEqual(['unseen', 'interested']);
    expect(matchClock.nextStep(asked, delegate, addDays(start, 91), ctx)).toMatchObject({
      who: 'you',
      what: 'brokering.step.answerSuggestion',
    });
    expect(move(asked, 'sayYes', delegate, {}, addDays(start, 92)).state).toBe('introduced');
  });

  it('may become a yes or a no before that', () => {
    expect(matchMovesFor(delegate, later(), start)).toEqual(['notNow', 'sayYes', 'sayNo']);
    expect(move(later(), 'sayYes', delegate).parties[0]).toMatchObject({ stance: 'interested', until: null });
  });

  it('is asked again at once when its time passed while the other side was owed', () => {
    const overdue = move(later(), 'sayYes', otherDelegate, {}, addDays(start, 120));
    expect(matchClock.deadlineOf(overdue, addDays(start, 120), ctx)).toMatchObject({
      kind: 'askAgain',
      dueAt: addDays(start, 91),
    });
  });

  it('gives nobody more time by having been seen', () => {
    const seen = move(suggested(), 'see', delegate, {}, addDays(start, 3));
    expect(seen.parties[0]?.stance).toBe('seen');
    expect(matchClock.deadlineOf(seen, addDays(start, 3), ctx)).toEqual(matchClock.deadlineOf(suggested(), start, ctx));
    expect(() => move(seen, 'see', delegate)).toThrow('notPermitted');
  });
});

describe('what one side answers', () => {
  it.each(['see', 'sayYes', 'notNow'] as const)('moves no day by which the other is asked: %s', (answer) => {
    const at = addDays(start, 9);
    const asked = matchClock.nextStep(suggested(), otherDelegate, at, ctx);
    for (const [one, other] of [
      [delegate, otherDelegate],
      [otherDelegate, delegate],
    ] as const) {
      const half = move(suggested(), answer, one, { reason: answer === 'notNow' ? 'months_1' : undefined }, at);
      const step = matchClock.nextStep(half, other, at, ctx);
      expect(step).toMatchObject({ what: 'brokering.step.answerSuggestion', by: asked?.by });
    }
    const most = [ctx.calendarOf('benin'), ctx.calendarOf('zhalantun')].map((days) => addWorkingDays(start, 15, days));
    expect(asked?.by).toEqual(most.sort((a, b) => b.getTime() - a.getTime())[0]);
  });

  const told = (match: MatchFacts, asked: MatchMove, actor: Actor, input: MoveInput = {}, now = start) =>
    makeMatchMove(match, asked, input, actor, now, ctx).happening;
  const own = (id: string) => ({ stream: 'stance:m2', data: { organisationIds: [id] } });

  it('is told where the other side does not hear that it was answered, and concerns nobody else', () => {
    expect(told(suggested(), 'see', delegate)).toMatchObject(own('benin'));
    expect(told(suggested(), 'sayYes', otherDelegate)).toMatchObject(own('zhalantun'));
    expect(told(suggested(), 'notNow', delegate, { reason: 'months_3' })).toMatchObject(own('benin'));
    const later = move(move(suggested(), 'notNow', delegate, { reason: 'months_3' }), 'sayYes', otherDelegate);
    expect(told(later, 'askAgain', system, {}, addDays(start, 91))).toMatchObject(own('benin'));
  });

  it('is everybody’s news where it ends the suggestion or introduces them', () => {
    const everybody = { stream: 'match:m2', data: { organisationIds: ['benin', 'zhalantun'] } };
    expect(told(suggested(), 'sayNo', otherDelegate)).toMatchObject(everybody);
    expect(told(move(suggested(), 'sayYes', delegate), 'sayYes', otherDelegate)).toMatchObject(everybody);
  });
});

describe('a member’s hint', () => {
  const open = inState('published');
  const hint = (actor: Actor = people.member, waiting: readonly { requestId: string; organisationId: string }[] = []) =>
    refer(open, { id: 'm4', organisationId: 'kenya', waiting }, actor, start, ctx).match;

  it('is on the desk, and with the lead brokers when nobody decides', () => {
    const match = hint();
    expect(match).toMatchObject({ state: 'referred', origin: 'member', referredBy: 'mo' });
    const due = matchClock.deadlineOf(match, start, ctx);
    expect(due).toMatchObject({ kind: 'escalate', responsible: { kind: 'member', id: 'uma' } });
    const late = due?.dueAt ?? start;
    expect(matchClock.deadlineOf(match, late, ctx)?.responsible).toEqual({ kind: 'role', id: 'lead_broker' });
  });

  it('is read by brokers without a stake, and by nobody of the two sides', () => {
    const readers = Object.entries(people).filter(([, actor]) => can(matchPolicy, actor, 'view', hint()));
    expect(readers.map(([who]) => who)).toEqual(['broker', 'otherBroker', 'lead', 'otherLead', 'otherOwnBroker']);
  });

  it('becomes a suggestion like any other when a broker sends it', () => {
    const sent = sendReferral(hint(), free, broker, start, ctx);
    expect(sent.change).toMatchObject({ state: 'suggested' });
    expect(sent.requestChange).toEqual({ suggestions: 1, counterpartIds: ['kenya'] });
    const busy = { open: 5, refusedAt: null };
    expect(() => sendReferral(hint(), busy, broker, start, ctx)).toThrow('enoughSuggestions');
    const known = { ...hint(), request: { ...open, counterpartIds: ['kenya'] } };
    expect(() => sendReferral(known, free, broker, start, ctx)).toThrow('alreadyParty');
  });

  it('is put aside with a reason that no side reads', () => {
    expect(() => move(hint(), 'setAside', broker)).toThrow('reasonMissing');
    expect(move(hint(), 'setAside', broker, { reason: 'no_fit' })).toMatchObject({ state: 'set_aside' });
  });

  it('is given once, and never more than five of them by one member wait', () => {
    const waiting = [{ requestId: open.id, organisationId: 'kenya' }];
    expect(() => hint(people.member, waiting)).toThrow('alreadyReferred');
    const five = Array.from({ length: 5 }, (_, i) => ({ requestId: `r${i + 2}`, organisationId: 'kenya' }));
    expect(() => hint(people.member, five)).toThrow('enoughReferrals');
    expect(() => hint(people.visitor)).toThrow('notPermitted');
  });

  it('comes from others than those who ask, and than the brokers who may suggest at once', () => {
    for (const who of ['author', 'delegate', 'focal', 'ownBroker', 'broker', 'lead'] as const) {
      expect(mayRefer(people[who], open)).toBe(false);
      expect(() => hint(people[who])).toThrow('notPermitted');
    }
    for (const who of ['member', 'rival', 'otherDelegate'] as const) expect(mayRefer(people[who], open)).toBe(true);
  });
});
