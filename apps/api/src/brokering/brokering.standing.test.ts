import type { MatchView, RequestView } from '@baraza/contracts/brokering';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, express, introduced, on, passDays, proposal } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

describe('where a request stands', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const held = { reason: 'timing', until: '2026-05-15' };
  const day = 86_400_000;
  const seen = ({ ref }: { readonly ref: string }) => people.focal.brokering.request({ params: { ref } });
  const matched = (id: string) => people.delegate.brokering.match({ params: { id } });
  const says = async (who: ApiClient, sent: { readonly id: string }, move: 'accept' | 'confirm') => {
    const now = await who.brokering.expression({ params: { id: sent.id } });
    return move === 'accept' ? who.brokering.acceptExpression(at(now)) : who.brokering.confirmExpression(at(now));
  };
  /** Kenya is introduced as well. */
  const further = async (request: RequestView): Promise<MatchView> => {
    const sent = await express(people.rival, request);
    await says(people.delegate, sent, 'accept');
    return matched((await says(people.rival, sent, 'confirm')).matchId as string);
  };
  const proposed = async (match: MatchView) =>
    people.delegate.brokering.proposePartnership(proposal(await matched(match.id)));
  const signed = async (scoping: { readonly ref: string; readonly version: number }) =>
    people.otherFocal.brokering.acceptPartnership(
      on(await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' })), { name: 'Dai' }),
    );

  it('is open again when an answer that was given in time leads to an introduction after it expired', async () => {
    const request = await aRequest(people);
    await passDays(house, 175);
    const sent = await express(people.otherDelegate, request);
    await passDays(house, 6);
    expect((await seen(request)).state).toBe('expired');
    await says(people.delegate, sent, 'accept');
    const { matchId } = await says(people.otherDelegate, sent, 'confirm');
    const open = await seen(request);
    expect(open).toMatchObject({ state: 'in_matching', matches: [{ id: matchId, state: 'introduced' }] });
    expect(Date.parse(open.expiresAt as string)).toBe(house.clock.now().getTime() + 180 * day);
    await signed(await proposed(await matched(matchId as string)));
    expect((await seen(request)).state).toBe('in_partnering');
  });

  it.each([
    ['while it is open', false],
    ['while it stands still', true],
  ])('is with its partnership again when a further introduction is dropped %s', async (_, onHold) => {
    const request = await aRequest(people);
    await signed(await proposed(await introduced(people, request)));
    const match = await further(request);
    expect((await seen(request)).state).toBe('in_matching');
    if (onHold) await people.delegate.brokering.holdRequest(on(await seen(request), held));
    await people.delegate.brokering.dropMatch(at(await matched(match.id), { reason: 'no_fit' }));
    if (onHold) await people.delegate.brokering.resumeRequest(on(await seen(request)));
    expect(await seen(request)).toMatchObject({
      state: 'in_partnering',
      nextStep: { what: 'brokering.step.settleRemaining' },
    });
  });

  it('is with those introduced when its partnership is cancelled, and looks for partners when nobody is', async () => {
    const request = await aRequest(people);
    const first = await introduced(people, request);
    const match = await further(request);
    const { ref } = await signed(await proposed(first));
    const agreed = await people.focal.brokering.partnership({ params: { ref } });
    expect((await seen(request)).state).toBe('in_partnering');
    await people.focal.brokering.cancelPartnership(on(agreed, { reason: 'no_funding' }));
    expect((await seen(request)).state).toBe('in_matching');
    await people.delegate.brokering.dropMatch(at(await matched(match.id), { reason: 'no_fit' }));
    expect((await seen(request)).state).toBe('published');
  });

  it('looks for partners when it goes on after a hold in which its partnership was cancelled', async () => {
    const request = await aRequest(people);
    const agreed = await signed(await proposed(await introduced(people, request)));
    await people.delegate.brokering.holdRequest(on(await seen(request), held));
    await people.focal.brokering.cancelPartnership(on(agreed, { reason: 'no_funding' }));
    expect((await seen(request)).state).toBe('on_hold');
    await people.delegate.brokering.resumeRequest(on(await seen(request)));
    expect(await seen(request)).toMatchObject({
      state: 'published',
      nextStep: { what: 'brokering.step.suggestPartners' },
    });
  });

  it('gives everybody who waited the rest of their time when a partnership ends its hold', async () => {
    const request = await aRequest(people);
    const scoping = await proposed(await introduced(people, request));
    const waiting = await express(people.rival, request);
    await people.delegate.brokering.holdRequest(on(await seen(request), held));
    house.clock.set('2026-03-26T09:00:00Z');
    await signed(scoping);
    const goesOn = await seen(request);
    expect(goesOn.state).toBe('in_partnering');
    expect(Date.parse(goesOn.expiresAt as string)).toBe(Date.parse(request.expiresAt as string) + 10 * day);
    const { nextStep } = await people.delegate.brokering.expression({ params: { id: waiting.id } });
    expect(nextStep).toMatchObject({ what: 'brokering.step.answerExpression', workingDays: 10 });
    expect(Date.parse(nextStep?.dueAt as string)).toBeLessThan(Date.parse('2026-05-01'));
  });

  it('asks for signatures where they are missing, and nobody else for the partnership they would sign', async () => {
    const match = await introduced(people, await aRequest(people));
    await passDays(house, 14);
    const scoping = await proposed(match);
    const step = async () => (await matched(match.id)).nextStep;
    expect(await step()).toMatchObject({ what: 'brokering.step.awaitSignatures', name: 'uma' });
    await passDays(house, 12);
    const amended = await people.delegate.brokering.amendPartnership({
      params: { ref: scoping.ref },
      body: {
        ...proposal(match, { plan: 'Deux marchés, un coursier, sept leçons.' }).body,
        version: (await people.delegate.brokering.partnership({ params: { ref: scoping.ref } })).version,
      },
    });
    await passDays(house, 12);
    const { version } = await people.focal.brokering.partnership({ params: { ref: scoping.ref } });
    const once = await people.focal.brokering.acceptPartnership(on({ ...amended, version }, { name: 'Codjo' }));
    const signedOn = house.clock.now();
    await passDays(house, 21);
    expect(await step()).toMatchObject({ what: 'brokering.step.awaitSignatures', late: false, missed: null });
    const [silence] = await house.db(`select silent_since as since from brokering_step where subject = $1`, [
      `match:${match.id}`,
    ]);
    expect(silence).toEqual({ since: signedOn });
    expect((await people.delegate.brokering.mine()).owed.map(({ subject }) => subject.id)).not.toContain(match.id);
    const now = await people.focal.brokering.partnership({ params: { ref: once.ref } });
    await people.focal.brokering.cancelPartnership(on(now, { reason: 'no_response' }));
    expect(await step()).toMatchObject({ who: 'you', what: 'brokering.step.proposePartnership', missed: null });
  });

  it('is closed as partnered by the signatures that leave no line of it open, and nobody else waits on it', async () => {
    const request = await aRequest(people, 'published', { lines: [{ text: 'Une' }, { text: 'Deux' }] });
    const waiting = await express(people.rival, request);
    const scoping = await proposed(await introduced(people, request));
    await signed(scoping);
    expect(await seen(request)).toMatchObject({
      state: 'closed',
      nextStep: null,
      end: { reason: 'partnered' },
      lines: [{ state: 'covered' }, { state: 'covered' }],
      partnerships: [{ ref: scoping.ref, state: 'agreed' }],
    });
    expect(await people.rival.brokering.expression({ params: { id: waiting.id } })).toMatchObject({
      state: 'lapsed',
      end: { reason: 'request_ended' },
    });
  });
});
