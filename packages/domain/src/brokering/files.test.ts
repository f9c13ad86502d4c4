import { describe, expect, it } from '@jest/globals';
import {
  aCheckIn,
  anActivePartnership,
  anExpression,
  anOutcome,
  ctx,
  inState,
  type Person,
  people,
  start,
} from '../../test/brokering.ts';
import type { FileRules } from '../files/index.ts';
import { addDays } from '../kernel/index.ts';
import {
  checkInFiles,
  expressionFiles,
  makeOutcomeMove,
  type OutcomeFacts,
  outcomeFiles,
  partnershipFiles,
  requestFiles,
} from './index.ts';

const everybody = Object.keys(people) as Person[];
const own = { organisationId: 'benin', addedAt: start };
const who = (test: (person: Person) => boolean): Person[] => everybody.filter(test);
const readers = (rulesOf: (person: Person) => FileRules, open: boolean): Person[] =>
  who((person) => rulesOf(person).mayRead({ ...own, open }));

describe('files on a request', () => {
  const rules = (state: Parameters<typeof inState>[0], change: object = {}) => {
    const request = inState(state, change);
    return (person: Person) => requestFiles(people[person], request);
  };

  it('are attached by whoever may write it anew, and then by nobody', () => {
    const may = (state: Parameters<typeof inState>[0]) => who((p) => rules(state)(p).attachFor !== null);
    expect(may('draft')).toEqual(['author', 'delegate', 'focal', 'bothSides']);
    expect(may('needs_info')).toEqual(['delegate', 'focal', 'bothSides']);
    expect(may('published')).toEqual([]);
  });

  it('are read by whoever reads the request; evidence by its own people and the impartial desk', () => {
    const published = rules('published', { visibility: 'public', counterpartIds: ['zhalantun'] });
    expect(readers(published, true)).toEqual(everybody);
    expect(readers(published, false)).toEqual([
      ...['author', 'delegate', 'focal', 'broker', 'otherBroker', 'lead', 'otherLead', 'ownBroker'],
      ...['bothSides', 'ownOfficer'],
    ]);
    expect(readers(rules('draft'), true)).toEqual(['author', 'delegate', 'focal', 'bothSides']);
  });

  it('are hidden with it at once', () => {
    const closed = rules('published', { visibility: 'brokers_only' });
    expect(readers(closed, true)).not.toContain('visitor');
    expect(readers(closed, true)).not.toContain('member');
    expect(readers(rules('withdrawn'), true)).toEqual(readers(rules('withdrawn'), false));
  });

  it('are taken away by their side and the desk, and by nobody who is partial', () => {
    const published = rules('published');
    expect(who((p) => published(p).mayRemove(own))).toEqual([
      ...['delegate', 'focal', 'broker', 'otherBroker', 'lead', 'otherLead', 'otherOwnBroker', 'bothSides'],
    ]);
    const answered = rules('published', { counterpartIds: ['zhalantun'] });
    expect(answered('otherOwnBroker').mayRemove(own)).toBe(false);
  });
});

describe('files on an expression', () => {
  it('are its sender’s, seen by the two sides and the desk once it was sent, and not changed any more', () => {
    const draft = anExpression();
    const sent = anExpression({ state: 'sent', sentAt: start });
    const of = (facts: typeof draft) => (p: Person) => expressionFiles(people[p], facts);
    expect(who((p) => of(draft)(p).attachFor !== null)).toEqual(['otherDelegate', 'otherFocal', 'bothSides']);
    expect(readers(of(draft), true)).toEqual(['otherDelegate', 'otherFocal', 'bothSides']);
    expect(who((p) => of(sent)(p).attachFor !== null || of(sent)(p).mayRemove(own))).toEqual([]);
    expect(readers(of(sent), true)).not.toContain('rival');
    expect(readers(of(sent), true)).toContain('focal');
  });
});

describe('files on a partnership', () => {
  const of = (change: object) => (p: Person) => partnershipFiles(people[p], anActivePartnership(change));

  it('are read by its parties and the desk, and by everybody once they say so', () => {
    expect(readers(of({ confidential: false }), true)).toEqual(everybody);
    const inside = readers(of({ confidential: false }), false);
    expect(inside).toContain('author');
    expect(inside).toContain('broker');
    for (const outsider of ['visitor', 'member', 'rival', 'officer'] as const) expect(inside).not.toContain(outsider);
  });

  it('are nobody else’s while it is confidential, whatever was ticked before', () => {
    expect(readers(of({ confidential: true }), true)).toEqual(readers(of({ confidential: true }), false));
  });

  it('are attached by those who act for a party while it lives', () => {
    expect(of({})('otherDelegate').attachFor).toBe('zhalantun');
    expect(of({})('author').attachFor).toBeNull();
    expect(of({ endedAt: new Date() })('delegate').attachFor).toBeNull();
  });

  it('are taken back by whoever gave them until all have signed, and then by nobody', () => {
    const scoping = { state: 'scoping', agreedAt: null } as const;
    expect(of(scoping)('delegate')).toMatchObject({ signed: false });
    expect(of(scoping)('delegate').mayRemove(own)).toBe(true);
    expect(of(scoping)('otherDelegate').mayRemove(own)).toBe(false);
    for (const state of ['agreed', 'active', 'dormant', 'closed'] as const) {
      expect(of({ state })('delegate')).toMatchObject({ signed: true });
      expect([state, who((p) => of({ state })(p).mayRemove(own))]).toEqual([state, []]);
    }
  });
});

describe('evidence on an outcome', () => {
  const of = (outcome: OutcomeFacts) => (p: Person) => outcomeFiles(people[p], outcome);
  const actual = { value: 700, date: '2026-11-30', evidence: 'Relevé de novembre' };
  const made = (outcome: OutcomeFacts, ...[move, by, days]: ['countersign' | 'report', Person, number]) => {
    const input = move === 'report' ? { actual } : {};
    return { ...outcome, ...makeOutcomeMove(outcome, move, input, people[by], addDays(start, days), ctx).change };
  };
  const signed = made(anOutcome(), 'countersign', 'otherFocal', 2);
  const secret = (outcome: OutcomeFacts) => ({ ...outcome, partnership: anActivePartnership({ confidential: true }) });

  it('is attached by the claimant’s side, until another party has signed', () => {
    const may = (outcome: OutcomeFacts) => who((p) => of(outcome)(p).attachFor !== null);
    expect(may(anOutcome())).toEqual(['delegate', 'focal', 'bothSides']);
    expect(may(anOutcome({ state: 'disputed' }))).toEqual(['delegate', 'focal', 'bothSides']);
    for (const state of ['countersigned', 'verified', 'withdrawn'] as const)
      expect([state, may({ ...signed, state })]).toEqual([state, []]);
    expect(may(made(signed, 'report', 'delegate', 3))).toEqual(['delegate', 'focal', 'bothSides']);
  });

  it('is read by the parties, the desk and the officer who verifies, and by everybody once it is signed and shown', () => {
    const inside = readers(of(anOutcome()), true);
    expect(inside).toEqual(readers(of(anOutcome()), false));
    for (const reader of ['author', 'otherDelegate', 'broker', 'officer', 'ownOfficer'] as const)
      expect(inside).toContain(reader);
    for (const outsider of ['visitor', 'member', 'rival'] as const) expect(inside).not.toContain(outsider);
    expect(readers(of(signed), true)).toEqual(everybody);
    expect(readers(of(signed), false)).toEqual(inside);
    expect(readers(of(made(signed, 'report', 'delegate', 3)), true)).toEqual(inside);
  });

  it('of a confidential partnership is shown to nobody else, whatever was ticked', () => {
    expect(readers(of(secret(signed)), true)).toEqual(readers(of(secret(signed)), false));
    expect(of(secret(signed))('visitor').visible).toBe(false);
    expect(of(secret(signed))('delegate')).toMatchObject({ closed: true });
    expect(who((p) => of(secret(signed))(p).mayChange(own))).toEqual([]);
  });

  it('may be taken back by its claimant, until somebody has signed or disputed what it proves', () => {
    const may = (outcome: OutcomeFacts, addedAt = start) =>
      who((p) => of(outcome)(p).mayRemove({ organisationId: 'benin', addedAt }));
    expect(may(anOutcome())).toEqual(['delegate', 'focal', 'bothSides']);
    expect(may(anOutcome({ state: 'disputed' }))).toEqual([]);
    expect(may(signed)).toEqual([]);
    const further = made(signed, 'report', 'delegate', 3);
    expect(further.countersignedAt).toBeNull();
    expect(may(further)).toEqual([]);
    expect(may(further, addDays(start, 2))).toEqual([]);
    expect(may(further, addDays(start, 4))).toEqual(['delegate', 'focal', 'bothSides']);
  });
});

describe('evidence beside the answer to a check-in', () => {
  const answer = { going: 'yes' as const, happened: null, next: null, hindrance: null, deskWanted: false };
  const given = { ...answer, by: 'bola', at: start.toISOString() };
  const half = aCheckIn({ state: 'open' });
  const sides = half.sides.map((side) => (side.organisationId === 'benin' ? { ...side, answer: given } : side));
  const of = (change: object) => (p: Person) => checkInFiles(people[p], { ...half, sides, ...change });

  it('is attached by the party that has answered, and taken back by it alone', () => {
    expect(who((p) => of({})(p).attachFor !== null)).toEqual(['delegate', 'focal', 'bothSides']);
    expect(of({})('bothSides').attachFor).toBe('benin');
    expect(who((p) => of({ sides: half.sides })(p).attachFor !== null)).toEqual([]);
    expect(who((p) => of({})(p).mayRemove(own))).toEqual(['delegate', 'focal', 'bothSides']);
    for (const state of ['missed', 'settled', 'dropped'] as const)
      expect([state, who((p) => of({ state })(p).attachFor !== null || of({ state })(p).mayRemove(own))]).toEqual([
        state,
        [],
      ]);
  });

  it('is read by those who read the answers, and by nobody else', () => {
    const inside = readers(of({}), false);
    expect(inside).toEqual(who((p) => of({})(p).visible));
    for (const reader of ['author', 'otherDelegate', 'broker'] as const) expect(inside).toContain(reader);
    for (const outsider of ['visitor', 'member', 'rival', 'officer'] as const) expect(inside).not.toContain(outsider);
    expect(who((p) => of({})(p).mayChange(own) || !of({})(p).closed)).toEqual([]);
  });
});
