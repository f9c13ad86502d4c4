import type { Api } from '@baraza/contracts/api';
import { createClient } from '@baraza/contracts/client';
import { endpoints } from '@baraza/contracts/endpoints';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, express, on, proposal, refusal } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

/** People whose names and addresses are planted: if one turns up where it may not, the string says whose it was. */
const planted = {
  codjo: 'benin',
  bola: 'benin',
  dai: 'zhalantun',
  chen: 'zhalantun',
} as const;
const traces = Object.keys(planted).flatMap((slug) => [`Planted-${slug}`, `planted.${slug}@secret.example`]);

/** The house with every answer of its API told to a listener as well, whoever it was for. */
function overheard(house: House, hear: (answer: { url: string; body: string }) => void): House {
  const client = (headers: Readonly<Record<string, string>>): ApiClient =>
    createClient<Api>(endpoints, '', async (url, init) => {
      const answer = await house.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: { ...(init.headers as Record<string, string>), ...headers },
        ...(init.body ? { payload: init.body as string } : {}),
      });
      hear({ url, body: answer.body });
      return new Response(answer.body, {
        status: answer.statusCode,
        headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
      });
    });
  return { ...house, as: async (who) => client({ cookie: await house.cookie(who) }), visitor: () => client({}) };
}

describe('contacts (I2)', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  const answers: { readonly who: string; readonly url: string; readonly body: string }[] = [];
  let current = '';

  beforeAll(async () => {
    house = overheard(await openHouse(), (answer) => answers.push({ who: current, ...answer }));
    people = await cast(house);
    admin = await house.as({ slug: 'ada', roles: ['admin', 'moderator', 'me_officer'] });
    for (const slug of Object.keys(planted))
      await house.db(`update member set name = $1, email = $2 where name = $3`, [
        `Planted-${slug}`,
        `planted.${slug}@secret.example`,
        slug,
      ]);
  });
  afterAll(() => house.close());

  const everybody = () => ({ ...people, admin });
  const found = () => answers.filter(({ body }) => traces.some((trace) => body.includes(trace)));

  /** Everything anybody can read about a case, asked by each of them. */
  async function readAll(things: {
    ref: string;
    expressions?: string[];
    match?: string;
    partnership?: string;
    ids: string[];
  }) {
    for (const [who, client] of Object.entries(everybody())) {
      current = who;
      const { brokering, live } = client;
      const calls: Promise<unknown>[] = [
        brokering.requests({ query: {} }),
        brokering.request({ params: { ref: things.ref } }),
        brokering.expressions({ params: { ref: things.ref }, query: {} }),
        brokering.partnerships({ query: {} }),
        brokering.desk({ query: { limit: 100 } }),
        brokering.mine(),
        ...(things.expressions ?? []).map((id) => brokering.expression({ params: { id } })),
        ...(things.match
          ? [
              brokering.match({ params: { id: things.match } }),
              brokering.messages({ params: { id: things.match }, query: {} }),
            ]
          : []),
        ...(things.partnership ? [brokering.partnership({ params: { ref: things.partnership } })] : []),
        ...things.ids.map((stream) => live.missed({ params: { stream }, query: { since: 0 } })),
      ];
      await Promise.allSettled(calls);
    }
  }

  it('leave the house for nobody before both said yes, in no answer to anybody', async () => {
    current = 'the walk';
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const rivals = await express(people.rival, request);
    const talked = await people.delegate.brokering.discussExpression(at(sent, { note: 'Combien ?' }));
    await people.otherDelegate.brokering.replyExpression({ params: { id: sent.id }, body: { text: '免费' } });
    const suggested = await people.broker.brokering.suggestPartner(
      on(request, { organisationId: await house.organisation('cairo'), because: 'They have done it.' }),
    );
    const accepted = await people.delegate.brokering.acceptExpression(at(talked));
    expect(accepted.state).toBe('accepted');
    await house.deliver();
    await readAll({
      ref: request.ref,
      expressions: [sent.id, rivals.id],
      match: suggested.id,
      ids: [`request:${request.id}`, `expression:${sent.id}`, `match:${suggested.id}`, 'desk:all'],
    });
    expect(answers.length).toBeGreaterThan(150);
    expect(found()).toEqual([]);
  });

  it('open with the introduction to its two parties, and to nobody else', async () => {
    answers.length = 0;
    current = 'the walk';
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const accepted = await people.delegate.brokering.acceptExpression(at(sent));
    const { matchId } = await people.otherDelegate.brokering.confirmExpression(at(accepted));
    const id = matchId as string;
    await people.delegate.brokering.writeMessage({ params: { id }, body: { text: 'Bonjour !' } });
    const match = await people.delegate.brokering.match({ params: { id } });
    const partnership = await people.delegate.brokering.proposePartnership(proposal(match));
    await house.deliver();
    answers.length = 0;
    await readAll({
      ref: request.ref,
      expressions: [sent.id],
      match: id,
      partnership: partnership.ref,
      ids: [`request:${request.id}`, `match:${id}`, `partnership:${partnership.id}`, 'desk:all'],
    });
    const parties = ['author', 'delegate', 'focal', 'otherDelegate', 'otherFocal', 'partialBroker'];
    expect([...new Set(found().map(({ who }) => who))].sort()).toEqual(parties.sort());
    expect([...new Set(found().map(({ url }) => url.replace(/\?.*/, '')))].sort()).toEqual([
      `/api/v1/matches/${id}`,
      `/api/v1/matches/${id}/messages`,
    ]);
    const open = await people.otherFocal.brokering.match({ params: { id } });
    expect(open.contacts?.map(({ email }) => email).sort()).toEqual(
      Object.keys(planted)
        .map((slug) => `planted.${slug}@secret.example`)
        .sort(),
    );
  });

  it('stay closed in a circle of three until the third has said yes', async () => {
    await house.db(
      `update member set name = 'Planted-kamau', email = 'planted.kamau@secret.example' where name = 'kamau'`,
    );
    const names = [...Object.keys(planted), 'kamau'];
    const foundOfAll = () =>
      answers.filter(({ body }) => names.some((slug) => new RegExp(`planted.${slug}`, 'i').test(body)));
    const request = await aRequest(people);
    const kenya = { organisationId: await house.organisation('kenya'), part: 'triangular_funder' as const };
    const { id } = await people.broker.brokering.suggestPartner(
      on(request, {
        organisationId: await house.organisation('zhalantun'),
        alongside: [kenya],
        because: 'They have done it.',
      }),
    );
    const yes = async (who: 'delegate' | 'otherDelegate' | 'rival') =>
      people[who].brokering.sayYesMatch(at(await people[who].brokering.match({ params: { id } })));
    await yes('delegate');
    await yes('otherDelegate');
    await house.deliver();
    const things = { ref: request.ref, match: id, ids: [`request:${request.id}`, `match:${id}`, 'desk:all'] };
    answers.length = 0;
    await readAll(things);
    expect(answers.length).toBeGreaterThan(100);
    expect(foundOfAll()).toEqual([]);

    current = 'the walk';
    expect((await yes('rival')).contacts).toHaveLength(5);
    await house.deliver();
    answers.length = 0;
    await readAll(things);
    const parties = ['author', 'delegate', 'focal', 'otherDelegate', 'otherFocal', 'partialBroker', 'rival'];
    expect([...new Set(foundOfAll().map(({ who }) => who))].sort()).toEqual(parties.sort());
    expect([...new Set(foundOfAll().map(({ url }) => url.replace(/\?.*/, '')))].sort()).toEqual([
      `/api/v1/matches/${id}`,
    ]);
  });

  it('close again when the match is dropped, and for whoever leaves a party', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const accepted = await people.delegate.brokering.acceptExpression(at(sent));
    const { matchId } = await people.otherDelegate.brokering.confirmExpression(at(accepted));
    const params = { id: matchId as string };
    const leaving = await house.as({ slug: 'leaving', at: { zhalantun: 'staff' } });
    expect((await leaving.brokering.match({ params })).contacts).toHaveLength(4);
    await house.db(
      `update affiliation set state = 'revoked' where member_id = (select id from member where name = 'leaving')`,
    );
    // The asker is remembered for seconds as they were; the statement asks the register itself.
    expect((await leaving.brokering.match({ params })).contacts).toBeNull();
    const match = await people.focal.brokering.match({ params });
    expect(await people.focal.brokering.dropMatch(at(match, { reason: 'timing' }))).toMatchObject({ contacts: null });
    answers.length = 0;
    await readAll({ ref: request.ref, match: params.id, ids: [`match:${params.id}`] });
    expect(found()).toEqual([]);
  });

  it('no broker signs, confirms or accepts for a party (I6)', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    for (const broker of [people.broker, people.lead, people.partialBroker, admin]) {
      expect(await refusal(broker.brokering.acceptExpression(at(sent)))).toMatchObject({ status: expect.any(Number) });
      expect(await refusal(broker.brokering.confirmExpression(at(sent)))).toMatchObject({ status: expect.any(Number) });
    }
    const signed = await house.db(
      `select p.* from partnership_party p where p.accepted_by is not null and not exists (
         select 1 from affiliation a where a.member_id = p.accepted_by and a.organisation_id = p.organisation_id and a.role = 'focal_point')`,
    );
    expect(signed).toEqual([]);
    const yes = await house.db(
      `select m.* from brokering_move m join expression e on 'expression:' || e.id = m.subject join request r on r.id = e.request_id
       where m.move in ('accept', 'confirm') and not exists (select 1 from affiliation a where a.member_id = m.by_id and a.role in ('focal_point', 'delegate')
         and a.organisation_id = case m.move when 'accept' then r.organisation_id else e.organisation_id end)`,
    );
    expect(yes).toEqual([]);
  });
});
