import { describe, expect, it } from '@jest/globals';
import { aRequest, ctx, inState, type Person, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, isFinal, movesFrom, reachable, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  canViewRequest,
  draftRequest,
  makeRequestMove,
  missingOf,
  type RequestFacts,
  type RequestMove,
  type RequestState,
  requestClock,
  requestMachine,
  requestMovesFor,
} from './index.ts';

const { author, delegate, focal, broker, lead, ownBroker } = people;

const move = (
  request: RequestFacts,
  asked: RequestMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
): RequestFacts => ({ ...request, ...makeRequestMove(request, asked, input, actor, now, ctx).change });

describe('the table of a request', () => {
  it('leads to every state, and from every open one to an end', () => {
    expect(reachable(requestMachine)).toEqual(new Set(requestMachine.states));
    for (const initial of requestMachine.states) {
      const ends = [...reachable({ ...requestMachine, initial })].filter((state) => isFinal(requestMachine, state));
      expect(ends).not.toEqual([]);
    }
  });

  it('leaves no final state', () => {
    for (const state of requestMachine.final) expect(movesFrom(requestMachine, state)).toEqual([]);
  });

  it('closes only what was published once, so that nobody reads what no broker has read', () => {
    const { publish: _, ...unpublished } = requestMachine.moves;
    const states = [...reachable({ ...requestMachine, moves: unpublished as typeof requestMachine.moves })];
    expect(states.sort()).toEqual(['declined', 'draft', 'in_review', 'needs_info', 'submitted', 'withdrawn']);
  });
});

type Moves = Partial<Record<Person, string>>;
const nobody: Moves = {};
const table: Record<RequestState, Moves> = {
  draft: { author: 'withdraw', delegate: 'submit withdraw', focal: 'submit withdraw', system: 'archive' },
  submitted: {
    focal: 'withdraw',
    broker: 'claim',
    otherBroker: 'claim',
    otherOwnBroker: 'claim',
    lead: 'claim',
    system: 'park',
  },
  in_review: {
    focal: 'withdraw',
    broker: 'claim releaseClaim ask publish decline',
    lead: 'publish decline',
    otherOwnBroker: 'publish decline',
    system: 'releaseClaim',
  },
  needs_info: { delegate: 'answer', focal: 'answer withdraw', system: 'park' },
  published: {
    delegate: 'confirm',
    focal: 'confirm close withdraw',
    broker: 'close',
    otherBroker: 'close',
    otherOwnBroker: 'close',
    lead: 'close',
    system: 'expire startMatching startPartnering',
  },
  in_matching: {
    delegate: 'carryOn',
    focal: 'carryOn close withdraw',
    broker: 'carryOn close',
    otherBroker: 'carryOn close',
    otherOwnBroker: 'carryOn close',
    lead: 'carryOn close',
    system: 'startPartnering resumeSearch',
  },
  in_partnering: {
    delegate: 'keepOpen',
    focal: 'keepOpen close withdraw',
    broker: 'close',
    otherBroker: 'close',
    otherOwnBroker: 'close',
    lead: 'close',
    system: 'startMatching resumeSearch',
  },
  expired: {
    delegate: 'reactivate',
    focal: 'reactivate close withdraw',
    broker: 'close',
    otherBroker: 'close',
    otherOwnBroker: 'close',
    lead: 'close',
    system: 'lapse',
  },
  closed: nobody,
  declined: nobody,
  withdrawn: nobody,
};
const everybody = [
  'author',
  'delegate',
  'focal',
  'otherDelegate',
  'otherFocal',
  'rival',
  'broker',
  'otherBroker',
  'otherOwnBroker',
  'ownBroker',
  'lead',
  'member',
  'visitor',
  'system',
] as const satisfies Person[];

describe('who may do what with a request', () => {
  const cells = requestMachine.states.flatMap((state) =>
    everybody.map((who) => [state, who, table[state][who] ?? ''] as const),
  );
  it.each(cells)('%s, %s: %s', (state, who, moves) => {
    expect(requestMovesFor(people[who], inState(state), start).join(' ')).toBe(moves);
  });

  const openTo = (request: RequestFacts) => everybody.filter((who) => canViewRequest(people[who], request));
  const desk = ['broker', 'otherBroker', 'otherOwnBroker', 'ownBroker', 'lead'];
  const own = ['author', 'delegate', 'focal'];
  it.each(['submitted', 'in_review', 'needs_info', 'declined'] as const)(
    'is read, when %s, by its own side and the desk',
    (state) => expect(openTo(inState(state))).toEqual([...own, ...desk]),
  );
  it('is read as a draft by its own side only, and so when it was thrown away', () => {
    expect(openTo(aRequest())).toEqual(own);
    expect(openTo(inState('withdrawn'))).toEqual(own);
    expect(openTo(move(inState('submitted'), 'withdraw', focal))).toEqual([...own, ...desk]);
  });
  it.each(['published', 'in_matching', 'in_partnering', 'expired', 'closed'] as const)(
    'is read, when %s, by the audience it was written for',
    (state) => {
      const seen = (visibility: RequestFacts['visibility']) => openTo(inState(state, { visibility }));
      expect(seen('public')).toEqual(everybody);
      expect(seen('members')).toEqual(everybody.filter((who) => who !== 'visitor' && who !== 'system'));
      expect(seen('cluster')).toEqual([...own, ...desk]);
      expect(seen('brokers_only')).toEqual([...own, ...desk]);
      const neighbour = { ...people.member, clusterIds: ['rural'] };
      expect(canViewRequest(neighbour, inState(state, { visibility: 'cluster' }))).toBe(true);
      const asked = inState(state, { visibility: 'brokers_only', counterpartIds: ['kenya'] });
      expect(canViewRequest(people.rival, asked)).toBe(true);
    },
  );
});

describe('drafting and sending a request', () => {
  it('is begun by anybody of the organisation, and by nobody else', () => {
    const draft = { id: 'r2', kind: 'offer', organisationId: 'benin' } as const;
    const { request, happening, deadline } = draftRequest(draft, author, start, ctx);
    expect(request).toMatchObject({ state: 'draft', authorId: 'afi', visibility: 'public' });
    expect(happening).toMatchObject({ name: 'brokering.request.drafted', stream: 'request:r2' });
    expect(deadline).toMatchObject({ subject: 'request:r2', kind: 'archive', dueAt: addDays(start, 180) });
    expect(() => draftRequest(draft, people.rival, start, ctx)).toThrow('notOfThisOrganisation');
  });

  it('names every missing field of the minimum', () => {
    const bare = aRequest({ context: null, whatWeBring: said('  '), modalities: [], window: null });
    expect(missingOf(bare)).toEqual(['context', 'whatWeBring', 'modalities', 'window']);
    expect(() => move(bare, 'submit', focal)).toThrow(
      expect.objectContaining({
        code: 'unmet-condition',
        sentence: 'brokering.refuse.incomplete',
        path: 'context',
        args: {
          title: 'there',
          context: 'missing',
          wantedResult: 'there',
          whatWeBring: 'missing',
          modalities: 'missing',
          themes: 'there',
          window: 'missing',
        },
      }),
    );
    expect(missingOf(aRequest({ window: { start: '2026-05-01', end: '2026-04-30' } }))).toEqual(['window']);
  });

  it('waits, when a delegate sent it, for the focal point before any broker may claim it', () => {
    const sent = move(aRequest(), 'submit', delegate);
    expect(sent.approvedBy).toBeNull();
    expect(requestMovesFor(broker, sent, start)).toEqual([]);
    expect(() => move(sent, 'claim', broker)).toThrow('brokering.refuse.notApproved');
    expect(() => move(sent, 'approve', delegate)).toThrow('not-permitted');
    const later = addDays(start, 1);
    const approved = move(sent, 'approve', focal, {}, later);
    expect(approved).toMatchObject({ state: 'submitted', approvedBy: 'codjo', stateSince: later });
    expect(requestMovesFor(broker, approved, later)).toEqual(['claim']);
    expect(() => move(approved, 'approve', focal)).toThrow('brokering.refuse.alreadyApproved');
  });

  it('goes back to the draft when no focal point is found', () => {
    const sent = move(aRequest(), 'submit', delegate);
    const asked = requestClock.nextStep(sent, focal, start, ctx);
    expect(asked).toMatchObject({ who: 'you', what: 'brokering.step.approveRequest' });
    expect(requestClock.nextStep(sent, delegate, start, ctx)?.who).toBe('organisation');
    const due = requestClock.deadlineOf(sent, addDays(start, 300), ctx);
    expect(due).toMatchObject({ kind: 'park', responsible: { kind: 'role', id: 'broker' } });
    expect(() => move(sent, 'park', system, {}, addDays(start, 5))).toThrow('brokering.refuse.notDue');
    expect(move(sent, 'park', system, {}, due?.dueAt)).toMatchObject({ state: 'draft' });
  });
});

describe('reviewing a request', () => {
  it('is claimed by one broker, whose lease is three working days of the desk', () => {
    const claimed = inState('in_review');
    expect(claimed).toMatchObject({ claimedBy: 'uma', leaseUntil: addWorkingDays(start, 3, ctx.desk) });
    expect(() => move(claimed, 'claim', people.otherBroker)).toThrow('not-permitted');
    const renewed = move(claimed, 'claim', broker, {}, addDays(start, 1));
    expect(renewed.leaseUntil).toEqual(addWorkingDays(addDays(start, 1), 3, ctx.desk));
  });

  it('goes back to the desk when the lease runs out, and not before', () => {
    const claimed = inState('in_review');
    const lease = claimed.leaseUntil as Date;
    expect(() => move(claimed, 'releaseClaim', system, {}, new Date(lease.getTime() - 1))).toThrow('notDue');
    const released = move(claimed, 'releaseClaim', system, {}, lease);
    expect(released).toMatchObject({ state: 'submitted', claimedBy: null, leaseUntil: null });
    expect(requestMovesFor(people.otherBroker, released, lease)).toEqual(['claim']);
    expect(() => move(released, 'releaseClaim', broker)).toThrow('not-permitted');
    expect(() => move(released, 'releaseClaim', system, {}, addDays(lease, 99))).toThrow('notDue');
  });

  it('stops the broker’s clock with a question and resumes it with the answer, for the same broker', () => {
    const claimed = inState('in_review');
    const asking = addWorkingDays(start, 1, ctx.desk);
    expect(() => move(claimed, 'ask', broker, { note: said(' ') })).toThrow('brokering.refuse.questionMissing');
    const asked = move(claimed, 'ask', broker, { note: said('Combien de producteurs ?') }, asking);
    expect(asked).toMatchObject({ state: 'needs_info', claimedBy: 'uma', reviewLeft: 2, leaseUntil: null });
    const answering = addDays(asking, 9);
    expect(() => move(asked, 'answer', delegate, {}, answering)).toThrow('brokering.refuse.answerMissing');
    const answered = move(asked, 'answer', delegate, { note: said('Cent vingt.') }, answering);
    expect(answered).toMatchObject({ state: 'submitted', claimedBy: 'uma', approvedBy: 'codjo' });
    expect(answered.clarifications).toEqual([
      expect.objectContaining({ askedBy: 'uma', answer: said('Cent vingt.'), answeredBy: 'bola' }),
    ]);
    expect(requestClock.deadlineOf(answered, answering, ctx)).toMatchObject({
      kind: 'releaseClaim',
      dueAt: addWorkingDays(answering, 2, ctx.desk),
      responsible: { kind: 'member', id: 'uma' },
    });
    expect(requestMovesFor(people.otherBroker, answered, answering)).toEqual([]);
    const again = move(answered, 'claim', broker, {}, answering);
    expect(again).toMatchObject({ leaseUntil: addWorkingDays(answering, 2, ctx.desk), reviewLeft: null });
  });

  it('parks what is not answered, keeping every word of it', () => {
    const asked = inState('needs_info');
    const due = requestClock.deadlineOf(asked, start, ctx);
    expect(due?.dueAt).toEqual(addWorkingDays(start, 30, ctx.calendarOf('benin')));
    const parked = move(asked, 'park', system, {}, due?.dueAt);
    expect(parked).toMatchObject({ state: 'draft', claimedBy: null, title: asked.title });
    expect(parked.clarifications).toHaveLength(1);
  });

  it.each([
    [{}, 'reasonMissing'],
    [{ reason: 'ugly', note: said('x') }, 'reasonMissing'],
    [{ reason: 'duplicate' }, 'remedyMissing'],
    [{ reason: 'other' }, 'otherNeedsNote'],
  ])('is not declined with %j', (input, why) => {
    expect(() => move(inState('in_review'), 'decline', broker, input)).toThrow(`brokering.refuse.${why}`);
  });

  it('is declined with a reason and what would make it acceptable', () => {
    const note = said('Rejoindre la demande existante.');
    const decision = makeRequestMove(
      inState('in_review'),
      'decline',
      { reason: 'duplicate', note },
      broker,
      start,
      ctx,
    );
    expect(decision).toEqual({
      change: {
        state: 'declined',
        stateSince: start,
        lastActivityAt: start,
        endReason: 'duplicate',
        endedBy: 'uma',
        endedAt: start,
        endNote: note,
      },
      happening: {
        name: 'brokering.request.moved',
        stream: 'request:r1',
        data: {
          requestId: 'r1',
          organisationId: 'benin',
          move: 'decline',
          from: 'in_review',
          to: 'declined',
          reason: 'duplicate',
        },
      },
      deadline: null,
    });
  });
});

describe('a published request', () => {
  it('asks for partners first, then to be confirmed before it expires', () => {
    const fresh = inState('published');
    expect(requestClock.nextStep(fresh, broker, start, ctx)).toMatchObject({
      who: 'you',
      what: 'brokering.step.suggestPartners',
    });
    const suggested = { ...fresh, suggestions: 1 };
    expect(requestClock.deadlineOf(suggested, start, ctx)).toMatchObject({
      kind: 'expire',
      dueAt: addDays(start, 180),
      responsible: { kind: 'organisation', id: 'benin' },
    });
    expect(requestClock.remindersOf(suggested, start, ctx)).toEqual([150, 165, 175].map((d) => addDays(start, d)));
  });

  it('is open for 180 days more when it is confirmed, however often that is', () => {
    const later = addDays(start, 150);
    const confirmed = move(inState('published'), 'confirm', delegate, {}, later);
    expect(confirmed).toMatchObject({ state: 'published', expiresAt: addDays(later, 180), lastConfirmedAt: later });
    expect(move(confirmed, 'confirm', delegate, {}, later)).toEqual(confirmed);
  });

  it('expires, is reactivated within ninety days, and lapses after them', () => {
    const open = inState('published', { suggestions: 3 });
    const expiry = addDays(start, 180);
    const expired = move(open, 'expire', system, {}, expiry);
    expect(() => move(expired, 'expire', system, {}, expiry)).toThrow('no-such-move');
    expect(move(expired, 'reactivate', delegate, {}, addDays(expiry, 90))).toMatchObject({
      state: 'published',
      expiresAt: addDays(expiry, 270),
    });
    expect(() => move(expired, 'reactivate', delegate, {}, addDays(expiry, 91))).toThrow('tooLateToReactivate');
    expect(() => move(expired, 'lapse', system, {}, addDays(expiry, 89))).toThrow('notDue');
    expect(move(expired, 'lapse', system, {}, addDays(expiry, 90))).toMatchObject({
      state: 'closed',
      endReason: 'lapsed',
      endedBy: 'system',
    });
  });

  it('stays on the list for a while when its last match came to nothing', () => {
    const late = addDays(start, 179);
    expect(move(inState('in_matching'), 'resumeSearch', system, {}, late)).toMatchObject({
      state: 'published',
      expiresAt: addDays(late, 30),
    });
  });

  it('is asked again, once its owner keeps the remaining lines open, when that time is up', () => {
    const later = addDays(start, 20);
    const kept = move(inState('in_partnering'), 'keepOpen', delegate, {}, later);
    expect(requestClock.deadlineOf(kept, later, ctx)).toMatchObject({
      dueAt: addDays(later, 180),
      responsible: { kind: 'organisation', id: 'benin' },
    });
  });

  it('closes as not matched only after three suggestions, or by a lead broker with no stake (I8)', () => {
    const noMatch = { reason: 'no_match' };
    const tried = (suggestions: number) => inState('published', { suggestions });
    expect(() => move(tried(2), 'close', broker, noMatch)).toThrow('brokering.refuse.noMatchNeedsEffort');
    expect(() => move(tried(2), 'close', focal, noMatch)).toThrow('brokering.refuse.noMatchNeedsEffort');
    expect(() => move(tried(0), 'close', ownBroker, noMatch)).toThrow('brokering.refuse.ownOrganisation');
    expect(move(tried(3), 'close', broker, noMatch)).toMatchObject({ state: 'closed', endReason: 'no_match' });
    expect(move(tried(0), 'close', lead, noMatch)).toMatchObject({ endReason: 'no_match', endedBy: 'lena' });
  });

  it('may be withdrawn without a reason', () => {
    expect(move(inState('published'), 'withdraw', focal)).toMatchObject({ endReason: 'unstated', endedBy: 'codjo' });
    expect(() => move(inState('published'), 'withdraw', delegate)).toThrow('not-permitted');
  });
});
