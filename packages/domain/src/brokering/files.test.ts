import { describe, expect, it } from '@jest/globals';
import { anActivePartnership, anExpression, inState, type Person, people, start } from '../../test/brokering.ts';
import type { FileRules } from '../files/index.ts';
import { expressionFiles, partnershipFiles, requestFiles } from './index.ts';

const everybody = Object.keys(people) as Person[];
const own = { organisationId: 'benin' };
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

  it('are attached by those who act for a party while it lives, and taken back by whoever gave them', () => {
    expect(of({})('otherDelegate').attachFor).toBe('zhalantun');
    expect(of({})('author').attachFor).toBeNull();
    expect(of({ endedAt: new Date() })('delegate').attachFor).toBeNull();
    expect(of({})('delegate').mayRemove(own)).toBe(true);
    expect(of({})('otherDelegate').mayRemove(own)).toBe(false);
  });
});
