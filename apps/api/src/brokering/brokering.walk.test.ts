import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, type Cast, cast, content, express, names, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('from a need to an introduction', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('goes the whole way, and every step says who is next', async () => {
    const { author, delegate, focal, broker, otherDelegate, visitor } = people;
    let request = await author.brokering.draftRequest({
      body: { title: content.title, language: 'fr', from: 'thread:12' },
    });
    expect(request).toMatchObject({
      state: 'draft',
      ref: 'REQ-2026-0001',
      origin: { kind: 'thread', id: '12' },
      mayRevise: true,
    });
    expect(request.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.finishRequest' });
    expect(await refusal(visitor.brokering.request({ params: { ref: request.ref } }))).toMatchObject({ status: 404 });

    const incomplete = await refusal(delegate.brokering.submitRequest(on(request)));
    expect(incomplete).toMatchObject({ status: 409, code: 'unmet-condition' });
    const lacking = ['context', 'wantedResult', 'whatWeBring', 'modalities', 'themes', 'window.start'];
    expect(incomplete.issues?.map(({ path }) => path)).toEqual(lacking);
    expect(incomplete.issues?.[0]?.message).toBe('Still needed · the situation');
    expect(await refusal(author.brokering.submitRequest(on(request)))).toMatchObject({ status: 403 });

    request = await delegate.brokering.reviseRequest(
      on(request, { ...content, lines: [{ text: 'Tournées partagées' }], submit: true }),
    );
    expect(request).toMatchObject({
      state: 'submitted',
      approved: false,
      nextStep: { who: 'organisation', what: 'brokering.step.approveRequest' },
    });
    expect(request.lines).toMatchObject([{ text: { text: 'Tournées partagées', locale: 'fr' }, state: 'open' }]);
    expect(await refusal(broker.brokering.claimRequest(on(request)))).toMatchObject({ status: 409 });

    request = await focal.brokering.approveRequest(on(request));
    expect(request.nextStep).toMatchObject({
      who: 'desk',
      role: 'broker',
      what: 'brokering.step.claimRequest',
      workingDays: 3,
    });
    request = await broker.brokering.claimRequest(on(request));
    expect(names(request)).toEqual(['ask', 'claim', 'decline', 'publish', 'releaseClaim']);
    expect(await refusal(broker.brokering.askRequest(on(request)))).toMatchObject({ issues: [{ path: 'note' }] });
    request = await broker.brokering.askRequest(on(request, { note: 'How many producers?' }));
    expect(request).toMatchObject({
      state: 'needs_info',
      clarifications: [{ question: { text: 'How many producers?' }, answer: null }],
    });

    request = await delegate.brokering.reviseRequest(
      on(request, { ...content, title: 'Livraison partagée, vingt producteurs' }),
    );
    // New words are no answer: whoever means to send them is told so.
    const sentAnew = delegate.brokering.reviseRequest(on(request, { ...content, submit: true }));
    expect(await refusal(sentAnew)).toMatchObject({ code: 'no-such-move' });
    request = await delegate.brokering.answerRequest(on(request, { note: 'Une vingtaine.', language: 'fr' }));
    expect(request).toMatchObject({
      state: 'submitted',
      nextStep: { who: 'member', what: 'brokering.step.readAnswer' },
    });
    request = await broker.brokering.claimRequest(on(request));
    request = await broker.brokering.publishRequest(on(request));
    expect(request).toMatchObject({
      state: 'published',
      maySuggest: true,
      nextStep: { who: 'you', what: 'brokering.step.suggestPartners' },
    });

    const seen = await visitor.brokering.request({ params: { ref: request.ref } });
    expect(seen).toMatchObject({
      clarifications: null,
      expressionCount: null,
      suggestions: null,
      broker: null,
      moves: [],
    });
    expect(seen.path.map((step) => step.state)).toEqual(['submitted', 'submitted', 'published']);
    const page = await visitor.brokering.requests({
      query: { theme: ['logistics'], region: ['africa'], q: 'PARTAGEE' },
    });
    expect(page.items.map((item) => item.ref)).toEqual([request.ref]);
    expect((await visitor.brokering.requests({ query: { kind: ['offer'] } })).items).toEqual([]);

    expect(await refusal(delegate.brokering.draftExpression({ params: { ref: request.ref }, body: {} }))).toMatchObject(
      { code: 'unmet-condition' },
    );
    let expression = await otherDelegate.brokering.draftExpression({
      params: { ref: request.ref },
      body: { language: 'zh' },
    });
    expect(await refusal(otherDelegate.brokering.sendExpression(at(expression)))).toMatchObject({
      issues: [{ path: 'message' }],
    });
    expect(await refusal(delegate.brokering.expression({ params: { id: expression.id } }))).toMatchObject({
      status: 404,
    });
    expect(
      await refusal(otherDelegate.brokering.draftExpression({ params: { ref: request.ref }, body: {} })),
    ).toMatchObject({ code: 'already-done' });
    expression = await otherDelegate.brokering.reviseExpression(
      at(expression, {
        message: '一百三十个村级服务站',
        language: 'zh',
        covers: request.lines.map((line) => line.id),
        send: true,
      }),
    );
    expect(expression).toMatchObject({ state: 'sent', covers: [], lines: [], mayRevise: false });
    const _rivals = await express(people.rival, request);

    const received = await delegate.brokering.request({ params: { ref: request.ref } });
    expect(received).toMatchObject({ expressionCount: 2 });
    expect(received.expressions.map((e) => e.organisation.slug).sort()).toEqual(['kenya', 'zhalantun']);
    const sender = await otherDelegate.brokering.request({ params: { ref: request.ref } });
    expect(sender).toMatchObject({ expressionCount: null, answerAs: [] });
    expect(sender.expressions.map((e) => e.organisation.slug)).toEqual(['zhalantun']);
    expect(await refusal(people.rival.brokering.expression({ params: { id: expression.id } }))).toMatchObject({
      status: 404,
    });

    expression = await delegate.brokering.seeExpression({ params: { id: expression.id } });
    expect((await delegate.brokering.seeExpression({ params: { id: expression.id } })).version).toBe(
      expression.version,
    );
    expression = await delegate.brokering.discussExpression(
      at(expression, { note: 'Combien coûte une leçon ?', language: 'fr' }),
    );
    expression = await otherDelegate.brokering.replyExpression({
      params: { id: expression.id },
      body: { text: '免费', language: 'zh' },
    });
    expect(expression.messages.items.map(({ text, author, mine }) => [text.text, author, mine])).toEqual([
      ['免费', null, true],
      ['Combien coûte une leçon ?', null, false],
    ]);
    const [last] = expression.messages.items;
    const spoken = { params: { id: expression.id }, query: { limit: 1 } };
    const said = await delegate.brokering.expressionMessages(spoken);
    expect(said.items).toEqual([{ ...last, mine: false }]);
    const before = await delegate.brokering.expressionMessages({
      ...spoken,
      query: { limit: 1, cursor: said.next as string },
    });
    expect(before).toMatchObject({ items: [{ text: { text: 'Combien coûte une leçon ?' } }], next: null });
    expect(await refusal(people.rival.brokering.expressionMessages(spoken))).toMatchObject({ status: 404 });
    expect(await refusal(otherDelegate.brokering.acceptExpression(at(expression)))).toMatchObject({ status: 403 });
    expression = await delegate.brokering.acceptExpression(at(expression));
    expect(expression.nextStep).toMatchObject({
      who: 'organisation',
      organisation: { slug: 'zhalantun' },
      timeZone: 'Asia/Shanghai',
    });
    expect(await refusal(broker.brokering.confirmExpression(at(expression)))).toMatchObject({ status: 403 });
    expression = await otherDelegate.brokering.confirmExpression(at(expression));
    expect(expression).toMatchObject({ state: 'confirmed', nextStep: null, matchId: expect.any(String) });

    const id = expression.matchId as string;
    const match = await otherDelegate.brokering.match({ params: { id } });
    expect(match).toMatchObject({ state: 'introduced', contactsOpen: true, mayWrite: true, mayPropose: true });
    expect(match.contacts?.map((contact) => [contact.organisation.slug, contact.name, contact.role])).toEqual([
      ['benin', 'codjo', 'focal_point'],
      ['benin', 'bola', 'delegate'],
      ['zhalantun', 'dai', 'focal_point'],
      ['zhalantun', 'chen', 'delegate'],
    ]);
    expect(await refusal(people.rival.brokering.match({ params: { id } }))).toMatchObject({ status: 404 });
    expect((await broker.brokering.match({ params: { id } })).contacts).toBeNull();
    await delegate.brokering.writeMessage({ params: { id }, body: { text: 'Bonjour !', language: 'fr' } });
    await broker.brokering.writeMessage({ params: { id }, body: { text: 'Shall we meet on Tuesday?' } });
    expect(
      await refusal(people.rival.brokering.writeMessage({ params: { id }, body: { text: 'me too' } })),
    ).toMatchObject({ status: 404 });
    expect(await refusal(author.brokering.writeMessage({ params: { id }, body: { text: 'moi aussi' } }))).toMatchObject(
      { status: 403 },
    );
    const room = await otherDelegate.brokering.messages({ params: { id }, query: { limit: 1 } });
    expect(room.items).toMatchObject([
      { author: 'uma', organisation: null, text: { text: 'Shall we meet on Tuesday?' } },
    ]);
    const earlier = await otherDelegate.brokering.messages({
      params: { id },
      query: { limit: 1, cursor: room.next as string },
    });
    expect(earlier).toMatchObject({ items: [{ author: 'bola', text: { text: 'Bonjour !' } }], next: null });
    expect((await broker.brokering.messages({ params: { id }, query: {} })).items.map((m) => m.author)).toEqual([
      'uma',
      null,
    ]);
    expect(await delegate.brokering.request({ params: { ref: request.ref } })).toMatchObject({
      state: 'in_matching',
      matches: [{ id, state: 'introduced' }],
    });
  });
});
