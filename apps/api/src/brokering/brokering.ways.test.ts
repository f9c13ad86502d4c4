import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, express, introduced, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('the other ways a case goes', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('declines with what would make it acceptable, and tells the requester’s side only', async () => {
    const { focal, broker, lead, member } = people;
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
    request = await lead.brokering.agreeRequest(on(request));
    expect(request.decline).toMatchObject({ reason: 'duplicate', note: { text: 'Join the request of Kenya.' } });
    expect(await focal.brokering.request({ params: { ref: request.ref } })).toMatchObject({
      state: 'declined',
      decline: { reason: 'duplicate' },
      end: null,
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
    const { id } = match;
    match = await delegate.brokering.sayYesMatch(at(await delegate.brokering.match({ params: { id } })));
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
    const [steps] = await house.db<{ all: number; delegate: number }>(
      `select count(*)::int as all, (count(*) filter (where seat is null))::int as delegate from brokering_step
       where responsible_kind = 'organisation' and responsible_id = $1`,
      [await house.organisation('benin')],
    );
    expect(mine.owed).toHaveLength(steps?.delegate as number);
    expect((await people.focal.brokering.mine()).owed).toHaveLength(steps?.all as number);
    expect((await people.broker.members.session()).reader?.counts['desk']).toBeGreaterThan(0);
    const counts = await people.broker.brokering.deskCounts();
    const views = ['all', 'mine', 'triage', 'needs_info', 'silent', 'expiring'] as const;
    for (const view of views)
      expect((await people.broker.brokering.desk({ query: { view, limit: 100 } })).items).toHaveLength(counts[view]);
  });

  it('leaves a draft to the organisation when its writer leaves', async () => {
    const staff = await house.as({ slug: 'lea', at: { benin: 'staff' } });
    const draft = await staff.brokering.draftRequest({ body: { title: 'Begun and left' } });
    expect((await staff.brokering.mine()).requests.map(({ ref }) => ref)).toEqual([draft.ref]);
    await house.db(
      `update affiliation set state = 'revoked' where member_id = (select id from member where name = 'lea')`,
    );
    const gone = await house.as({ slug: 'lea' });
    expect((await gone.brokering.mine()).requests).toEqual([]);
    const anew = on(draft, { title: 'Begun and changed' });
    for (const call of [gone.brokering.request({ params: anew.params }), gone.brokering.reviseRequest(anew)])
      expect((await refusal(call)).code).toBe('not-found');
    expect((await people.delegate.brokering.request({ params: anew.params })).mayRevise).toBe(true);
  });

  it('tells news to whoever may see the thing, and of it only what all of them may know', async () => {
    const { visitor, focal, broker, member } = people;
    const request = await aRequest(people);
    const hear = (who: typeof visitor, stream: string) => who.live.missed({ params: { stream }, query: { since: 0 } });
    const { seq, news } = await hear(visitor, request.stream);
    expect(seq).toBe(request.seq);
    expect(news.at(-1)).toMatchObject({ name: 'brokering.request.moved', data: { to: 'published' } });
    expect(news.every(({ data }) => Object.keys(data as object).every((key) => key === 'to'))).toBe(true);
    const draft = await focal.brokering.draftRequest({ body: { title: 'Of nobody else' } });
    expect(await refusal(hear(visitor, draft.stream))).toMatchObject({ status: 404 });
    await house.deliver();
    const desk = await hear(broker, 'desk:all');
    expect(desk.news).toContainEqual(
      expect.objectContaining({ name: 'brokering.desk.changed', data: { ref: draft.ref } }),
    );
    for (const who of [member, focal, visitor])
      expect(await refusal(hear(who, 'desk:all'))).toMatchObject({ status: 404 });
    expect(request.alsoHeard?.stream).toBe('desk:all');
    expect(draft.alsoHeard?.stream).toBe(`desk:${await house.organisation('benin')}`);
    expect(await refusal(hear(people.rival, draft.alsoHeard?.stream as string))).toMatchObject({ status: 404 });
  });

  it('is heard on the open page of its request: of what hangs on the case, where its parties and the desk hear it', async () => {
    const { focal, broker, rival } = people;
    const { ref } = await aRequest(people);
    await house.deliver();
    for (const who of [focal, broker]) {
      const page = await who.brokering.request({ params: { ref } });
      const stream = page.alsoHeard?.stream as string;
      const sent = await express(rival, page);
      await house.deliver();
      const { news } = await who.live.missed({ params: { stream }, query: { since: page.alsoHeard?.seq as number } });
      expect(news).toContainEqual(expect.objectContaining({ name: 'brokering.desk.changed', data: { ref } }));
      const told = await who.live.missed({ params: { stream: page.stream }, query: { since: page.seq } });
      expect(told.news).toEqual([]);
      await rival.brokering.withdrawExpression(at(sent));
    }
    expect((await people.member.brokering.request({ params: { ref } })).alsoHeard).toBeNull();
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
