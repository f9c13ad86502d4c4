import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { at, type Cast, cast, content, names, on, refusal, toldTo } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { demoId } from '../demo/ids.ts';

describe('an offer that nobody asked for', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(async () => {
    house.clock.set('2026-03-16T09:00:00Z');
    await house.db(`update request set state = 'withdrawn', end_reason = 'other', ended_by = 'system', ended_at = now()
      where addressed_to is not null and ended_at is null`);
    await house.db(`update match set state = 'dropped', end_reason = 'other', ended_by = 'system', ended_at = now()
      where ended_at is null`);
    await house.db(`update match_party set stance = 'interested', refusal = null where stance = 'no'`);
  });
  afterAll(() => house.close());

  const to = (slug: string) => demoId('organisation', slug);
  const short = (slug = 'zhalantun') => ({
    kind: 'offer' as const,
    addressedTo: to(slug),
    visibility: 'brokers_only' as const,
    title: 'Courses en ligne pour les marchés ruraux',
    whatWeBring: 'Six leçons, deux formateurs.',
    wantedResult: 'Vos villages vendent eux-mêmes.',
    languages: ['fr'],
    window: { start: '2026-06-01' },
    language: 'fr' as const,
  });
  const draft = (who: ApiClient, slug?: string, more: object = {}) =>
    who.brokering.draftRequest({ body: { ...short(slug), ...more } });
  const whole = (slug?: string) => ({ ...content, ...short(slug), window: content.window });
  const inReview = async (slug?: string) => {
    const sent = await people.focal.brokering.draftRequest({ body: { ...whole(slug), submit: true } });
    return people.broker.brokering.claimRequest(on(sent));
  };
  const seenBy = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });
  const offerAs = async (who: ApiClient, slug = 'zhalantun') =>
    (await who.brokering.offering({ params: { slug } })).offerAs.map((one) => one.slug);

  it('may be made by who speaks for another organisation, where somebody is verified to answer', async () => {
    expect(await offerAs(people.delegate)).toEqual(['benin']);
    expect(await offerAs(people.delegate, 'benin')).toEqual([]);
    expect(await offerAs(people.delegate, 'cairo')).toEqual([]);
    for (const who of [people.author, people.member, people.visitor]) expect(await offerAs(who)).toEqual([]);
    expect(await refusal(draft(people.author))).toMatchObject({ status: 403 });
    expect(await refusal(draft(people.delegate, 'cairo'))).toMatchObject({ code: 'unmet-condition' });
    expect(await refusal(draft(people.delegate, 'benin'))).toMatchObject({ code: 'unmet-condition' });
    expect(await refusal(draft(people.delegate, 'nowhere'))).toMatchObject({ status: 404 });
    expect(await refusal(draft(people.delegate, 'zhalantun', { kind: 'need' }))).toMatchObject({
      issues: [{ path: 'kind' }],
    });
  });

  it('is a draft until it is whole, and stays an offer to whom it was begun for', async () => {
    const begun = await draft(people.delegate);
    expect(begun).toMatchObject({ state: 'draft', kind: 'offer', addressedTo: { slug: 'zhalantun' }, mayRevise: true });
    expect(await refusal(people.delegate.brokering.submitRequest(on(begun)))).toMatchObject({
      code: 'unmet-condition',
    });
    const revised = await people.delegate.brokering.reviseRequest(on(begun, { ...whole(), kind: 'need' as const }));
    expect(revised).toMatchObject({ kind: 'offer', addressedTo: { slug: 'zhalantun' } });
    expect(await people.delegate.brokering.submitRequest(on(revised))).toMatchObject({ state: 'submitted' });
  });

  it('is unknown to whom it is made until the desk lets it through, and then asked as any suggestion is', async () => {
    const review = await inReview();
    await house.deliver();
    for (const who of [people.otherDelegate, people.otherFocal]) {
      expect(await refusal(seenBy(who, review))).toMatchObject({ status: 404 });
      expect(await toldTo(who)).toEqual([]);
    }
    const published = await people.broker.brokering.publishRequest(on(review));
    expect(published).toMatchObject({
      state: 'published',
      visibility: 'brokers_only',
      suggestions: 1,
      nextStep: { what: 'brokering.step.confirmRequest' },
    });
    await house.deliver();
    for (const who of [people.otherDelegate, people.otherFocal])
      expect(await toldTo(who)).toContain('brokering.offerReceived');
    for (const who of [people.delegate, people.focal, people.rival])
      expect(await toldTo(who)).not.toContain('brokering.offerReceived');
    for (const who of [people.rival, people.member, people.visitor])
      expect(await refusal(seenBy(who, published))).toMatchObject({ status: 404 });

    const [card] = (await seenBy(people.otherDelegate, published)).matches;
    const match = await people.otherDelegate.brokering.match({ params: { id: card?.id ?? '' } });
    expect(match).toMatchObject({ state: 'suggested', origin: 'unsolicited', contacts: null, contactsOpen: false });
    expect(match.parties.map(({ organisation, stance }) => [organisation.slug, stance])).toEqual([
      ['benin', null],
      ['zhalantun', 'unseen'],
    ]);
    expect(match.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.answerSuggestion', workingDays: 15 });
    const introduced = await people.otherDelegate.brokering.sayYesMatch(at(match, { reason: 'must' }));
    expect(introduced).toMatchObject({ state: 'introduced', contactsOpen: true });
    expect((await seenBy(people.focal, published)).state).toBe('in_matching');
  });

  it('is not pursued when it is turned down, and the sender reads no reason', async () => {
    const published = await people.broker.brokering.publishRequest(on(await inReview()));
    const id = published.matches[0]?.id ?? '';
    const match = await people.otherFocal.brokering.match({ params: { id } });
    await people.otherFocal.brokering.sayNoMatch(at(match));
    expect((await people.delegate.brokering.match({ params: { id } })).end).toMatchObject({ reason: 'not_pursued' });
    const again = await inReview('kenya');
    expect((await people.broker.brokering.publishRequest(on(again))).suggestions).toBe(1);
    await people.focal.brokering.withdrawRequest(on(await seenBy(people.focal, published)));
    // Within the year nobody puts the same offer before them again: the broker is told why.
    const third = await inReview();
    expect(await refusal(people.broker.brokering.publishRequest(on(third)))).toMatchObject({ code: 'unmet-condition' });
    expect((await seenBy(people.broker, third)).state).toBe('in_review');
  });

  it('is made to one city once, and to three at a time, also by two who write at the same moment', async () => {
    await draft(people.delegate);
    expect(await offerAs(people.focal)).toEqual([]);
    expect(await refusal(draft(people.focal))).toMatchObject({ code: 'already-done' });
    const cities = ['accra', 'lima', 'quito', 'dakar'];
    for (const city of cities) await house.member({ at: { [city]: 'focal_point' } });
    const tried = await Promise.allSettled(
      cities.map((city, i) => draft(i % 2 ? people.delegate : people.focal, city)),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await house.db('select 1 from request where addressed_to is not null and ended_at is null')).toHaveLength(3);
    expect(await offerAs(people.delegate, 'kenya')).toEqual([]);
  });

  it('is let through by no broker who belongs to whom it is made to (I11)', async () => {
    const theirs = await house.as({ slug: 'wei', roles: ['broker', 'lead_broker'], at: { zhalantun: 'staff' } });
    const sent = await people.focal.brokering.draftRequest({ body: { ...whole(), submit: true } });
    expect(await refusal(theirs.brokering.claimRequest(on(sent)))).toMatchObject({ status: 403 });
    expect(names(await seenBy(people.broker, sent))).toContain('claim');
  });
});
