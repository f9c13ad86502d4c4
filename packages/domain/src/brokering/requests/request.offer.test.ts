import { describe, expect, it } from '@jest/globals';
import { content, ctx, inState, type Person, people, start } from '../../../test/brokering.ts';
import { addDays, addWorkingDays, can, type Refusal } from '../../kernel/index.ts';
import { contactsOpen, makeMatchMove, matchClock, matchMovesFor, suggest } from '../index.ts';
import { draftRequest, type RequestDraft, requestMovesFor, requestPolicy, reviseRequest } from './index.ts';

const { delegate, focal, author, broker, otherOwnBroker, otherDelegate, otherFocal } = people;
const offer: RequestDraft = {
  ...content,
  id: 'r1',
  kind: 'offer',
  organisationId: 'benin',
  visibility: 'brokers_only',
  offerTo: { organisationId: 'zhalantun', open: [] },
};
const draft = (change: Partial<RequestDraft> = {}, actor: (typeof people)[Person] = delegate) =>
  draftRequest({ ...offer, ...change }, actor, start, ctx).request;
const to = (organisationId: string, open: readonly string[] = []) => ({ offerTo: { organisationId, open } });
const why = (change: Partial<RequestDraft>, actor: (typeof people)[Person] = delegate) => {
  try {
    draft(change, actor);
    return null;
  } catch (refusal) {
    return (refusal as Refusal).sentence;
  }
};
/** Let through by the desk. */
const published = inState('published', {
  kind: 'offer',
  visibility: 'brokers_only',
  addressedTo: 'zhalantun',
  counterpartIds: ['zhalantun'],
});
const free = { open: 0, refusedAt: null };
const asked = (standing: Parameters<typeof suggest>[1]['standing'] = free) =>
  suggest(
    published,
    { id: 'm1', organisationId: 'zhalantun', origin: 'unsolicited', standing },
    people.system,
    start,
    ctx,
  );

describe('an offer that nobody asked for', () => {
  it('is a draft like any other, of which whom it is made to is a party from the first word', () => {
    expect(draft()).toMatchObject({ state: 'draft', addressedTo: 'zhalantun', counterpartIds: ['zhalantun'] });
    expect(draft({ offerTo: null })).toMatchObject({ addressedTo: null, counterpartIds: [] });
  });

  it.each([
    ['by who does not speak for the sender', why({}, author), 'notForThisOrganisation'],
    ['as a need', why({ kind: 'need' }), 'onlyOffersAddressed'],
    ['to oneself', why(to('benin')), 'ownOffer'],
    ['where nobody is verified to answer', why(to('nowhere')), 'nobodyThere'],
    ['twice to the same', why(to('zhalantun', ['zhalantun'])), 'alreadyOffered'],
    ['a fourth time at once', why(to('zhalantun', ['kenya', 'cairo', 'lima'])), 'enoughOffers'],
  ])('is not made %s', (_, found, sentence) => {
    expect(found).toBe(`brokering.refuse.${sentence}`);
  });

  it('stays an offer, whatever is written into it later', () => {
    const { change } = reviseRequest(draft(), { kind: 'need' }, delegate, start, ctx);
    expect(change.kind).toBe('offer');
  });

  it('is read by whom it is made to once the desk has let it through, and not before', () => {
    const before = ['draft', 'submitted', 'in_review', 'needs_info', 'declined', 'withdrawn'] as const;
    const reads = (request: typeof published, actor: (typeof people)[Person]) =>
      can(requestPolicy, actor, 'view', request);
    for (const state of before)
      for (const actor of [otherDelegate, otherFocal]) expect(reads({ ...published, state }, actor)).toBe(false);
    for (const actor of [otherDelegate, otherFocal]) expect(reads(published, actor)).toBe(true);
    for (const actor of [people.rival, people.member, people.visitor]) expect(reads(published, actor)).toBe(false);
  });

  it('is let through by no broker of whom it is made to (I11)', () => {
    const review = { ...published, state: 'in_review', claimedBy: 'zhao' } as const;
    expect(requestMovesFor(otherOwnBroker, review, start)).toEqual([]);
    expect(requestMovesFor(broker, { ...review, claimedBy: 'uma' }, start)).toContain('publish');
  });

  it('is a suggestion from then on: the sender has said yes, the other is asked, and contacts are shut (I2)', () => {
    const { match, requestChange, deadline, happening } = asked();
    expect(match).toMatchObject({ state: 'suggested', origin: 'unsolicited' });
    expect(match.parties.map(({ organisationId, stance }) => [organisationId, stance])).toEqual([
      ['benin', 'interested'],
      ['zhalantun', 'unseen'],
    ]);
    expect(contactsOpen(match)).toBe(false);
    expect(requestChange).toEqual({ suggestions: 1, counterpartIds: ['zhalantun'] });
    expect(happening.name).toBe('brokering.match.suggested');
    expect(deadline).toMatchObject({
      kind: 'lapse',
      dueAt: addWorkingDays(start, 15, ctx.calendarOf('zhalantun')),
      responsible: { kind: 'organisation', id: 'zhalantun' },
    });
    expect(matchMovesFor(focal, match, start)).toEqual(['sayNo']);
    const yes = makeMatchMove(match, 'sayYes', {}, otherFocal, start, ctx);
    expect(yes.happening.name).toBe('brokering.match.introduced');
    expect(contactsOpen({ ...match, ...yes.change })).toBe(true);
  });

  it('ends in silence as any suggestion does, to nobody’s blame', () => {
    const { match } = asked();
    const due = matchClock.deadlineOf(match, start, ctx)?.dueAt ?? start;
    const { change } = makeMatchMove(match, 'lapse', {}, people.system, due, ctx);
    expect(change).toMatchObject({ state: 'dropped', endReason: 'no_response' });
  });

  it('is not put before who said no within the year, or has five to answer', () => {
    expect(() => asked({ open: 5, refusedAt: null })).toThrow('brokering.refuse.enoughSuggestions');
    expect(() => asked({ open: 0, refusedAt: addDays(start, -364) })).toThrow('brokering.refuse.refusedLately');
  });
});
