import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, content, names, on, refusal, toldTo } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { Timers } from '../platform/timers/timers.ts';

const day = 86_400_000;

describe('what takes two', () => {
  let house: House;
  let people: Cast;
  let otherLead: ApiClient;
  let newcomer: ApiClient;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    otherLead = await house.as({ slug: 'leo', roles: ['broker', 'lead_broker'] });
    newcomer = await house.as({ slug: 'nia', at: { nairobi: 'focal_point' } });
    await house.db(
      `update affiliation set valid_from = '2026-03-10' where organisation_id = (select id from organisation where slug = 'nairobi')`,
    );
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const remedy = { reason: 'duplicate', note: 'Join the other one.' };
  const live = async (days: number) => {
    house.clock.set(new Date(house.clock.now().getTime() + days * day));
    while ((await house.app.get(Timers).fireDue()) > 0);
  };
  const seenBy = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });

  it('is published by a second broker where a newcomer writes for everybody', async () => {
    const { broker, otherBroker, partialBroker } = people;
    const asked = await newcomer.brokering.draftRequest({ body: { ...content, submit: true } });
    const claimed = await broker.brokering.claimRequest(on(asked));
    expect(claimed.desk).toMatchObject({ secondLook: true, proposal: null });
    const proposed = await broker.brokering.publishRequest(on(claimed));
    expect(proposed).toMatchObject({
      state: 'in_review',
      publishedAt: null,
      nextStep: { who: 'desk', what: 'brokering.step.lookAgain' },
      desk: { proposal: { move: 'publish', by: 'uma', you: true } },
    });
    expect(names(proposed)).toEqual(['sendBack']);
    expect((await seenBy(newcomer, proposed)).desk).toBeNull();
    expect(await refusal(people.visitor.brokering.request({ params: { ref: asked.ref } }))).toMatchObject({
      status: 404,
    });
    const queue = await otherBroker.brokering.desk({ query: { view: 'second_look' } });
    expect(queue.items.map(({ ref }) => ref)).toEqual([asked.ref]);
    await house.deliver();
    expect(await toldTo(otherBroker, `/requests/${asked.ref}`)).toContain('brokering.reviewNeeded');
    expect(await refusal(broker.brokering.agreeRequest(on(proposed)))).toMatchObject({ status: 403 });
    expect(names(await seenBy(partialBroker, proposed))).toContain('agree');
    const published = await otherBroker.brokering.agreeRequest(on(proposed));
    expect(published).toMatchObject({ state: 'published', desk: { proposal: null } });
  });

  it('goes back to its broker when nobody looks in time', async () => {
    const asked = await newcomer.brokering.draftRequest({ body: { ...content, submit: true } });
    const proposed = await people.broker.brokering.publishRequest(
      on(await people.broker.brokering.claimRequest(on(asked))),
    );
    await live(2);
    expect((await seenBy(people.broker, proposed)).nextStep).toMatchObject({ role: 'lead_broker', late: true });
    await live(2);
    const back = await seenBy(people.broker, proposed);
    expect(back).toMatchObject({ state: 'in_review', desk: { proposal: null }, nextStep: { who: 'you' } });
    expect(names(back)).toContain('publish');
  });

  it('is declined by a lead broker for the reason a broker proposed, and the requester reads why', async () => {
    const { broker, lead, focal } = people;
    const review = await aRequest(people, 'in_review');
    const proposed = await broker.brokering.declineRequest(on(review, remedy));
    expect(proposed).toMatchObject({ state: 'in_review', nextStep: { role: 'lead_broker' } });
    const before = await seenBy(focal, review);
    expect(before).toMatchObject({ state: 'in_review', decline: null, desk: null });
    expect(JSON.stringify(before)).not.toContain('Join the other one.');
    const declined = await lead.brokering.agreeRequest(on(proposed));
    expect(declined).toMatchObject({ state: 'declined', end: null });
    const told = await seenBy(focal, review);
    expect(told).toMatchObject({
      decline: { reason: 'duplicate', note: { text: 'Join the other one.' } },
      nextStep: { who: 'you', what: 'brokering.step.appealOrAccept', workingDays: 20 },
    });
    expect(names(told)).toEqual(['appeal', 'withdraw']);
    await house.deliver();
    expect(await toldTo(focal, `/requests/${review.ref}`)).toContain('brokering.declined');
    await live(40);
    expect(await seenBy(focal, review)).toMatchObject({
      state: 'rejected',
      end: { reason: 'duplicate', note: { text: 'Join the other one.' } },
      nextStep: null,
    });
  });

  it('is judged on appeal by another lead broker than the one who declined it', async () => {
    const { broker, lead, focal, delegate } = people;
    const declined = await lead.brokering.agreeRequest(
      on(await broker.brokering.declineRequest(on(await aRequest(people, 'in_review'), remedy))),
    );
    const against = { note: 'It is another market.' };
    expect(await refusal(delegate.brokering.appealRequest(on(declined, against)))).toMatchObject({ status: 403 });
    expect(await refusal(focal.brokering.appealRequest(on(declined)))).toMatchObject({ issues: [{ path: 'note' }] });
    const appealed = await focal.brokering.appealRequest(on(declined, against));
    expect(appealed).toMatchObject({ state: 'appealed', appeal: { grounds: { text: 'It is another market.' } } });
    await house.deliver();
    const href = `/requests/${declined.ref}`;
    expect(await toldTo(otherLead, href)).toContain('brokering.reviewNeeded');
    expect((await seenBy(lead, declined)).moves).toEqual([]);
    expect(await refusal(lead.brokering.grantRequest(on(appealed)))).toMatchObject({ status: 403 });
    const queue = await otherLead.brokering.desk({ query: { view: 'appeals' } });
    expect(queue.items.map(({ ref }) => ref)).toEqual([declined.ref]);

    const both = await Promise.allSettled([
      otherLead.brokering.grantRequest(on(appealed)),
      otherLead.brokering.upholdRequest(on(appealed)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = await seenBy(otherLead, declined);
    expect(['in_review', 'rejected']).toContain(after.state);
    await house.deliver();
    expect(await toldTo(focal, href)).toContain('brokering.appealDecided');
  });

  it('is read anew from the desk when no appeal is judged in time', async () => {
    const proposed = await people.lead.brokering.declineRequest(on(await aRequest(people, 'in_review'), remedy));
    expect(proposed).toMatchObject({ state: 'in_review', nextStep: { role: 'lead_broker' } });
    expect(await refusal(people.lead.brokering.agreeRequest(on(proposed)))).toMatchObject({ status: 403 });
    const declined = await otherLead.brokering.agreeRequest(on(proposed));
    await people.focal.brokering.appealRequest(on(declined, { note: 'No.' }));
    await live(15);
    await live(10);
    expect(await seenBy(people.focal, declined)).toMatchObject({
      state: 'submitted',
      broker: null,
      nextStep: { role: 'broker', what: 'brokering.step.claimRequest' },
    });
  });

  it('lets one of two agree, whoever comes first', async () => {
    const asked = await newcomer.brokering.draftRequest({ body: { ...content, submit: true } });
    const proposed = await people.broker.brokering.publishRequest(
      on(await people.broker.brokering.claimRequest(on(asked))),
    );
    const both = await Promise.allSettled([
      people.otherBroker.brokering.agreeRequest(on(proposed)),
      otherLead.brokering.sendBackRequest(on(proposed)),
      people.lead.brokering.agreeRequest(on(proposed)),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('shows the broker what was rewritten since the question, field by field', async () => {
    const { broker, focal, visitor } = people;
    const asked = await broker.brokering.askRequest(on(await aRequest(people, 'in_review'), { note: 'How many?' }));
    const { title: _, ...rest } = content;
    const revised = await focal.brokering.reviseRequest(
      on(asked, { ...rest, title: 'Vingt producteurs', themes: ['logistics'], lines: [{ text: 'Deux motos' }] }),
    );
    expect(revised.changes).toBeNull();
    const answered = await focal.brokering.answerRequest(on(revised, { note: 'Vingt.' }));
    const seen = await seenBy(broker, answered);
    expect(seen.changes).toEqual([
      { field: 'title', before: [content.title], after: ['Vingt producteurs'] },
      { field: 'lines', before: [], after: ['Deux motos'] },
      { field: 'themes', before: ['logistics', 'agriculture'], after: ['logistics'] },
    ]);
    const published = await broker.brokering.publishRequest(on(await broker.brokering.claimRequest(on(answered))));
    expect(published.changes).toBeNull();
    expect((await seenBy(visitor, published)).changes).toBeNull();
  });
});
