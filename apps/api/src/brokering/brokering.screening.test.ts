import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { brokeringTerms } from '@baraza/domain/brokering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, introduced, names, on, proposal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

const planted = 'sesamelisted';
const { againDays } = brokeringTerms.screening;

describe('who is introduced', () => {
  let server: Server;
  let house: House;
  let people: Cast;
  let result = 'possible';
  const asked: { name: string }[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      asked.push((await json(request)) as { name: string });
      response.end(JSON.stringify({ result, source: 'A list', note: planted }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    house = await openHouse({ settings: { screeningUrl: `http://127.0.0.1:${port}/` } });
    people = await cast(house);
  });
  afterAll(async () => {
    await house.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const askedNow = () => asked.splice(0).map(({ name }) => name);
  const file = async (ref: string) => (await people.broker.brokering.request({ params: { ref } })).desk?.screenings;

  it('is screened, which the desk reads and which changes no move and no step', async () => {
    const request = await aRequest(people);
    const match = await introduced(people, request);
    const readers = ['focal', 'delegate', 'otherFocal', 'broker', 'lead'] as const;
    const standing = () =>
      Promise.all(
        readers.map(async (who) => {
          const { brokering } = people[who];
          const seen = [
            await brokering.request({ params: { ref: request.ref } }),
            await brokering.match({ params: { id: match.id } }),
          ];
          return seen.map((view) => [view.version, view.state, names(view), view.nextStep]);
        }),
      );
    const before = await standing();
    expect([await file(request.ref), askedNow()]).toEqual([[], []]);
    await house.deliver();
    // Every other news of the case is told at the desk of whose request it is too; that somebody was screened, to brokers alone.
    const news = await house.db<{ stream: string; n: number }>(
      `select stream, count(*)::int as n from domain_event where name = 'brokering.desk.changed' and data ->> 'ref' = $1 group by 1`,
      [request.ref],
    );
    const told = Object.fromEntries(news.map(({ stream, n }) => [stream, n]));
    expect(told['desk:all']).toBe((told[`desk:${await house.organisation('benin')}`] ?? 0) + 2);
    expect(askedNow().sort()).toEqual(['benin', 'zhalantun']);
    const said = { result: 'possible', source: 'A list', note: planted, failure: null };
    expect((await file(request.ref))?.map(({ organisation, at: _, ...heard }) => [organisation.slug, heard])).toEqual([
      ['benin', said],
      ['zhalantun', said],
    ]);
    expect(await standing()).toEqual(before);
    const proposed = await people.delegate.brokering.proposePartnership(proposal(match));
    const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
    expect((await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }))).state).toBe('agreed');
  });

  it('hears nothing of it, nor does anybody else but a broker without a stake', async () => {
    await house.deliver();
    const [{ ref, id } = { ref: '', id: '' }] = await house.db<{ ref: string; id: string }>(
      'select r.ref, m.id from match m join request r on r.id = m.request_id',
    );
    for (const who of ['author', 'focal', 'otherFocal', 'rival', 'partialBroker', 'member', 'visitor'] as const) {
      const { brokering, notifications, live } = people[who];
      const answers = await Promise.allSettled([
        brokering.request({ params: { ref } }),
        brokering.match({ params: { id } }),
        brokering.mine(),
        brokering.desk({ query: { view: 'all', limit: 100 } }),
        notifications.inbox({ query: {} }),
        live.missed({ params: { stream: `match:${id}` }, query: { since: 0 } }),
      ]);
      expect(answers[0]?.status).toBe('fulfilled');
      expect(JSON.stringify(answers)).not.toMatch(/sesamelisted|A list|screening":/i);
    }
    const [{ told } = { told: '' }] = await house.db<{ told: string }>(
      `select (select coalesce(json_agg(e), '[]')::text from domain_event e) || (select coalesce(json_agg(m), '[]')::text from mail m) as told`,
    );
    expect(told).toContain(ref);
    expect(told).not.toContain(planted);
  });

  it('is not asked about again while the answer stands, and is when it has grown old', async () => {
    await introduced(people, await aRequest(people));
    await house.deliver();
    expect(askedNow()).toEqual([]);
    house.clock.pass(againDays);
    result = 'clear';
    const { ref } = await aRequest(people);
    await introduced(people, await people.broker.brokering.request({ params: { ref } }));
    await house.deliver();
    expect(askedNow().sort()).toEqual(['benin', 'zhalantun']);
    expect((await file(ref))?.map((heard) => heard.result)).toEqual(['clear', 'clear']);
    const [{ kept } = { kept: 0 }] = await house.db<{ kept: number }>('select count(*)::int as kept from screening');
    expect(kept).toBe(4);
  });
});

describe('where no service is named', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('nothing is known of anybody, which the desk reads, and each introduction is an occasion to ask again', async () => {
    const people = await cast(house);
    const met = async () => {
      const request = await aRequest(people);
      await introduced(people, request);
      await house.deliver();
      return (await people.broker.brokering.request({ params: { ref: request.ref } })).desk?.screenings;
    };
    const nothing = { result: 'unknown', source: null, note: null, failure: 'not_set_up' };
    expect(await met()).toMatchObject([nothing, nothing]);
    house.clock.pass(1);
    const at = house.clock.now().toISOString();
    expect(await met()).toMatchObject([
      { ...nothing, at },
      { ...nothing, at },
    ]);
  });
});
