import { describe, expect, it } from '@jest/globals';
import { aRequest, ctx, inState, type Person, people, start } from '../../../test/brokering.ts';
import { isFinal, movesFrom, reachable } from '../../kernel/index.ts';
import {
  canViewRequest,
  makeRequestMove,
  mayRevise,
  type RequestFacts,
  type RequestState,
  requestFiles,
  requestMachine,
  requestMovesFor,
} from './index.ts';

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
    expect(states.sort()).toEqual([
      'appealed',
      'declined',
      'draft',
      'in_review',
      'needs_info',
      'rejected',
      'submitted',
      'withdrawn',
    ]);
  });
});

type Moves = Partial<Record<Person, string>>;
const nobody: Moves = {};
const everyBroker = (moves: string): Moves => ({
  broker: moves,
  otherBroker: moves,
  otherOwnBroker: moves,
  lead: moves,
  otherLead: moves,
});
const table: Record<RequestState, Moves> = {
  draft: { author: 'withdraw', delegate: 'submit withdraw', focal: 'submit withdraw', system: 'archive' },
  submitted: {
    focal: 'withdraw',
    broker: 'claim',
    otherBroker: 'claim',
    otherOwnBroker: 'claim',
    lead: 'claim',
    otherLead: 'claim',
    system: 'park',
  },
  in_review: {
    focal: 'withdraw',
    broker: 'claim releaseClaim ask publish decline',
    lead: 'publish decline',
    otherLead: 'publish decline',
    otherOwnBroker: 'publish decline',
    system: 'releaseClaim',
  },
  needs_info: { delegate: 'answer', focal: 'answer withdraw', system: 'park' },
  published: {
    delegate: 'confirm hold',
    focal: 'confirm hold close withdraw',
    ...everyBroker('enough hold close'),
    system: 'expire startMatching startPartnering',
  },
  in_matching: {
    delegate: 'carryOn hold',
    focal: 'carryOn hold close withdraw',
    ...everyBroker('carryOn hold close'),
    system: 'startPartnering resumeSearch',
  },
  in_partnering: {
    delegate: 'keepOpen hold',
    focal: 'keepOpen hold close withdraw',
    ...everyBroker('hold close'),
    system: 'startMatching resumeSearch',
  },
  on_hold: {
    delegate: 'resume',
    focal: 'resume close withdraw',
    ...everyBroker('resume close'),
    system: 'startPartnering resume',
  },
  expired: {
    delegate: 'reactivate',
    focal: 'reactivate close withdraw',
    ...everyBroker('close'),
    system: 'startMatching startPartnering lapse',
  },
  closed: nobody,
  declined: { focal: 'appeal withdraw', system: 'endDecline' },
  appealed: { focal: 'withdraw', otherOwnBroker: 'uphold grant', otherLead: 'uphold grant', system: 'readAnew' },
  rejected: nobody,
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
  'otherLead',
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
  const desk = ['broker', 'otherBroker', 'otherOwnBroker', 'ownBroker', 'lead', 'otherLead'];
  const own = ['author', 'delegate', 'focal'];
  it.each(['submitted', 'in_review', 'needs_info', 'declined', 'appealed', 'rejected'] as const)(
    'is read, when %s, by its own side and the desk',
    (state) => expect(openTo(inState(state))).toEqual([...own, ...desk]),
  );
  it('is read as a draft by its own side only, and so when it was thrown away', () => {
    expect(openTo(aRequest())).toEqual(own);
    expect(openTo(inState('withdrawn'))).toEqual(own);
    const { change } = makeRequestMove(inState('submitted'), 'withdraw', {}, people.focal, start, ctx);
    expect(openTo({ ...inState('submitted'), ...change })).toEqual([...own, ...desk]);
  });
  it('is closed to its writer once they have left the organisation it was written for', () => {
    const left = { ...people.author, affiliations: [], actingFor: null };
    expect(mayRevise(people.author, aRequest())).toBe(true);
    expect(mayRevise(left, aRequest())).toBe(false);
    expect(requestMovesFor(left, aRequest(), start)).toEqual([]);
    for (const state of ['draft', 'needs_info', 'declined', 'withdrawn'] as const)
      expect(canViewRequest(left, inState(state))).toBe(false);
    expect(requestFiles(left, inState('published')).mayRead({ open: false, organisationId: 'benin' })).toBe(false);
  });
  it.each(['published', 'in_matching', 'in_partnering', 'on_hold', 'expired', 'closed'] as const)(
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
