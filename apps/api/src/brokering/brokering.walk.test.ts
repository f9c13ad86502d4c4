import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  at,
  type Cast,
  cast,
  content,
  express,
  introduced,
  names,
  on,
  proposal,
  refusal,
} from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('from a need to a partnership', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('goes the whole way, and every step says who is next', async () => {
    const { author, delegate, focal, broker, otherDelegate, otherFocal, visitor } = people;
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
    expect(incomplete).toMatchObject({ status: 409, code: 'unmet-condition', issues: [{ path: 'context' }] });
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
    expect(expression).toMatchObject({ state: 'sent', covers: [], mayRevise: false });
    const rivals = await express(people.rival, request);

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
    expect(expression.messages.map(({ text, author, mine }) => [text.text, author, mine])).toEqual([
      ['Combien coûte une leçon ?', null, false],
      ['免费', null, true],
    ]);
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
    let match = await otherDelegate.brokering.match({ params: { id } });
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

    request = await delegate.brokering.request({ params: { ref: request.ref } });
    expect(request).toMatchObject({ state: 'in_matching', matches: [{ id, state: 'introduced' }] });
    match = await delegate.brokering.match({ params: { id } });
    expect(
      await refusal(
        delegate.brokering.proposePartnership(proposal(match, { parties: proposal(match).body.parties.slice(0, 1) })),
      ),
    ).toMatchObject({ status: 422 });
    let partnership = await delegate.brokering.proposePartnership(proposal(match));
    expect(partnership).toMatchObject({ ref: 'PRT-2026-0001', state: 'scoping', signAs: null, mayAmend: true });
    expect(await refusal(visitor.brokering.partnership({ params: { ref: partnership.ref } }))).toMatchObject({
      status: 404,
    });
    expect(await refusal(delegate.brokering.acceptPartnership(on(partnership, { name: 'Bola' })))).toMatchObject({
      status: 403,
    });
    expect(await refusal(broker.brokering.acceptPartnership(on(partnership, { name: 'Uma' })))).toMatchObject({
      status: 403,
    });
    partnership = await focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' }));
    expect(partnership.parties).toMatchObject([
      { signature: 'Codjo A.', acceptedAt: '2026-03-20T09:00:00.000Z' },
      { signature: null },
    ]);
    expect(await refusal(focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' })))).toMatchObject({
      status: 403,
    });
    partnership = await otherDelegate.brokering.amendPartnership({
      params: { ref: partnership.ref },
      body: { ...proposal(match).body, version: partnership.version, plan: 'Deux marchés, un coursier, sept leçons.' },
    });
    expect(partnership.parties.map((party) => party.acceptedAt)).toEqual([null, null]);
    partnership = await focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' }));
    partnership = await otherFocal.brokering.acceptPartnership(on(partnership, { name: '戴' }));
    expect(partnership).toMatchObject({
      state: 'agreed',
      nextStep: { who: 'organisation', what: 'brokering.step.startPartnership' },
    });

    const shown = await visitor.brokering.partnership({ params: { ref: partnership.ref } });
    expect(shown).toMatchObject({
      title: { text: 'Livraison partagée au Bénin' },
      matchId: null,
      parties: [{ signature: null }, { signature: null }],
    });
    expect(
      (await visitor.brokering.partnerships({ query: { organisation: 'benin' } })).items.map((item) => item.ref),
    ).toEqual([partnership.ref]);
    request = await visitor.brokering.request({ params: { ref: request.ref } });
    expect(request).toMatchObject({ state: 'in_partnering', matches: [], partnerships: [{ ref: partnership.ref }] });
    expect(await delegate.brokering.match({ params: { id } })).toMatchObject({ state: 'agreed', contactsOpen: true });
    partnership = await delegate.brokering.startPartnership(on(partnership));
    partnership = await otherDelegate.brokering.checkInPartnership(
      on(partnership, { note: '进展顺利', language: 'zh' }),
    );
    expect(partnership).toMatchObject({
      state: 'active',
      checkIns: [{ organisation: { slug: 'zhalantun' }, note: { text: '进展顺利' } }],
    });

    request = await focal.brokering.request({ params: { ref: request.ref } });
    request = await focal.brokering.closeRequest(on(request, { reason: 'partnered' }));
    expect(request).toMatchObject({ state: 'closed', nextStep: null, end: { reason: 'partnered' } });
    expect(await people.rival.brokering.expression({ params: { id: rivals.id } })).toMatchObject({
      state: 'lapsed',
      end: { reason: 'request_ended' },
    });
  });

  it('declines with what would make it acceptable, and tells the requester’s side only', async () => {
    const { focal, broker, member } = people;
    let request = await aRequest(people, 'in_review');
    expect(await refusal(broker.brokering.declineRequest(on(request, { reason: 'duplicate' })))).toMatchObject({
      issues: [{ path: 'note' }],
    });
    expect(
      await refusal(broker.brokering.declineRequest(on(request, { reason: 'bad mood', note: 'x' }))),
    ).toMatchObject({ issues: [{ path: 'reason' }] });
    request = await broker.brokering.declineRequest(
      on(request, { reason: 'duplicate', note: 'Join the request of Kenya.' }),
    );
    expect(request.end).toMatchObject({ reason: 'duplicate', note: { text: 'Join the request of Kenya.' } });
    expect(await focal.brokering.request({ params: { ref: request.ref } })).toMatchObject({
      state: 'declined',
      moves: [],
    });
    expect(await refusal(member.brokering.request({ params: { ref: request.ref } }))).toMatchObject({ status: 404 });
  });

  it('lets the desk suggest a partner, and introduces when both said yes', async () => {
    const { broker, otherFocal, delegate, rival } = people;
    const request = await aRequest(people);
    const zhalantun = await house.organisation('zhalantun');
    let match = await broker.brokering.suggestPartner(
      on(request, { organisationId: zhalantun, because: 'It runs 130 village stations.' }),
    );
    expect(match).toMatchObject({
      state: 'suggested',
      contactsOpen: false,
      because: { text: 'It runs 130 village stations.' },
    });
    expect(
      await refusal(
        broker.brokering.suggestPartner(
          on({ ...request, version: request.version + 1 }, { organisationId: zhalantun }),
        ),
      ),
    ).toMatchObject({ code: 'already-done' });
    expect(await refusal(rival.brokering.match({ params: { id: match.id } }))).toMatchObject({ status: 404 });
    match = await otherFocal.brokering.sayYesMatch(at(match));
    expect(match.parties.map((party) => party.stance)).toEqual([null, 'interested']);
    expect(match.contacts).toBeNull();
    match = await delegate.brokering.sayYesMatch(at(match));
    expect(match).toMatchObject({ state: 'introduced', contactsOpen: true });
    expect(match.contacts).toHaveLength(4);
    match = await otherFocal.brokering.dropMatch(at(match, { reason: 'timing' }));
    expect(match).toMatchObject({ state: 'dropped', contacts: null });
    expect(await delegate.brokering.request({ params: { ref: request.ref } })).toMatchObject({
      state: 'published',
      suggestions: 1,
    });
  });

  it('closes without a match only after three suggestions, or with a lead broker’s word (I8)', async () => {
    const { focal, lead } = people;
    const request = await aRequest(people);
    const refused = await refusal(focal.brokering.closeRequest(on(request, { reason: 'no_match' })));
    expect(refused).toMatchObject({ status: 409, issues: [{ path: 'reason' }] });
    expect(await lead.brokering.closeRequest(on(request, { reason: 'no_match' }))).toMatchObject({ state: 'closed' });
  });

  it('lets no broker touch a case of their own organisation (I11)', async () => {
    const { partialBroker } = people;
    const request = await aRequest(people, 'submitted');
    const refused = await refusal(partialBroker.brokering.claimRequest(on(request)));
    expect(refused).toMatchObject({ status: 403, detail: expect.stringContaining('own organisation') });
    const desk = await partialBroker.brokering.desk({ query: { limit: 100 } });
    expect(desk.items.map((item) => item.organisation.slug)).not.toContain('benin');
    expect((await people.broker.brokering.desk({ query: { view: 'triage' } })).items.map((item) => item.ref)).toContain(
      request.ref,
    );
  });

  it('withdraws, and takes along whoever waited', async () => {
    const request = await aRequest(people);
    const sent = await express(people.rival, request);
    const match = await introduced(people, request);
    const open = await people.focal.brokering.request({ params: { ref: request.ref } });
    await people.focal.brokering.withdrawRequest(on(open, { reason: 'met_elsewhere' }));
    expect(await people.rival.brokering.expression({ params: { id: sent.id } })).toMatchObject({ state: 'lapsed' });
    expect(await people.otherFocal.brokering.match({ params: { id: match.id } })).toMatchObject({
      state: 'dropped',
      contacts: null,
    });
    expect(await refusal(people.member.brokering.request({ params: { ref: request.ref } }))).toMatchObject({
      status: 404,
    });
  });

  it('tells a member what waits for them and theirs', async () => {
    const mine = await people.delegate.brokering.mine();
    expect(mine.heard).toMatchObject([{ stream: `desk:${await house.organisation('benin')}` }]);
    expect(mine.owed.every((owed) => owed.step.who === 'you')).toBe(true);
    const counts = await people.broker.brokering.deskCounts();
    const views = ['all', 'mine', 'triage', 'needs_info', 'silent', 'expiring'] as const;
    for (const view of views)
      expect((await people.broker.brokering.desk({ query: { view, limit: 100 } })).items).toHaveLength(counts[view]);
  });

  it('leaves exactly one deadline and one responsible party on everything open, and none on what is over (I1)', async () => {
    const open = `select 'request:' || id as subject, ended_at from request union all select 'expression:' || id, ended_at from expression
      union all select 'match:' || id, ended_at from match union all select 'partnership:' || id, ended_at from partnership`;
    const bad = await house.db(
      `select s.subject, count(t.id) as timers, count(p.subject) as steps from (${open}) s
       left join timer t on t.subject = s.subject and t.state = 'armed' and t.kind !~ 'remind$'
       left join brokering_step p on p.subject = s.subject
       where not (s.subject like 'match:%' and exists (select 1 from match m where 'match:' || m.id = s.subject and m.state = 'agreed'))
       group by s.subject, s.ended_at
       having count(t.id) <> (case when s.ended_at is null then 1 else 0 end) or count(p.subject) <> (case when s.ended_at is null then 1 else 0 end)`,
    );
    expect(bad).toEqual([]);
    expect(await house.db('select 1 from request')).not.toEqual([]);
  });

  it('knows of every state by replaying what happened (I4), and who did it never had a stake in it (I11)', async () => {
    const replayed = await house.db(
      `select r.ref, r.state, last.data ->> 'to' as told from request r cross join lateral (
         select data from domain_event e where e.stream = 'request:' || r.id and e.name = 'brokering.request.moved' order by seq desc limit 1) last
       where r.state <> last.data ->> 'to'`,
    );
    expect(replayed).toEqual([]);
    const partial = await house.db(
      `select m.* from brokering_move m join request r on 'request:' || r.id = m.subject
       join affiliation a on a.member_id = m.by_id and a.organisation_id = r.organisation_id where m.by_kind = 'desk'`,
    );
    expect(partial).toEqual([]);
  });
});
