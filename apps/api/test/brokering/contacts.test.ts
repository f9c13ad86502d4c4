import { methodOf, pathOf } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { everybody, people, type Who } from '../authorisation/people.ts';
import { Scene } from '../authorisation/scene.ts';
import { at, on, proposal } from '../brokering.ts';
import { allRoutes, type House, openHouse } from '../harness.ts';
import { addressOf } from '../samples.ts';

/** Whose contacts are looked for: those of the two cities of the case. */
const planted = ['own', 'colleague', 'side'] as const;
const nameOf = (who: string) => `Zanzibar-${who}`;
const mailOf = (who: string) => `zanzibar.${who}@secret.example`;
const traces = planted.flatMap((who) => [nameOf(who), mailOf(who)]);

/** Served beside the contract: sheets, calendars, and what operators read. */
const beside = ['/api/v1/unmet.csv', '/api/v1/promise.csv', '/api/openapi.json', '/health/ready', '/metrics'];

/** Whose own account it is, and who keeps the accounts and the mails. */
const ofOneself = /^\/api\/v1\/members\/(me|session)\b/;
const ofTheHouse = /^\/api\/v1\/admin\//;

interface Case {
  readonly ref: string;
  readonly ids: readonly string[];
  readonly matchId: string | null;
}

describe('the contacts of a party (I2)', () => {
  const log: string[] = [];
  const { write } = process.stdout;
  let house: House;
  let scene: Scene;
  const heard: { who: Who; text: string }[] = [];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    // Pino writes to the stream itself once somebody listens in.
    process.stdout.write = (line: string | Uint8Array) => log.push(String(line)) > 0;
    house = await openHouse({ settings: { logLevel: 'trace' }, listen: true });
    scene = new Scene(house, await people(house));
    for (const who of planted)
      await house.db('update member set name = $2, email = $3 where id = $1', [
        scene.people[who].id,
        nameOf(who),
        mailOf(who),
      ]);
  }, 60_000);
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await house.close();
    process.stdout.write = write;
  });

  /** Everybody's browser on every stream it may join. */
  async function listen(streams: readonly string[]) {
    for (const who of everybody) {
      const { id } = scene.people[who];
      const socket = io(house.url, {
        transports: ['websocket'],
        forceNew: true,
        ...(id && { extraHeaders: { cookie: await house.cookie(id) } }),
      });
      sockets.push(socket);
      socket.onAny((...said: unknown[]) => heard.push({ who, text: JSON.stringify(said) }));
      for (const stream of streams) await socket.emitWithAck('join', stream);
    }
  }

  /** Every address of a reading route, with the case put into its parameters. */
  function addresses({ ref, ids, matchId }: Case): string[] {
    const known: Record<string, readonly string[]> = {
      ref: [ref],
      id: ids,
      slug: ['kolkata', 'hangzhou'],
      kind: ['request', 'match', 'expression', 'city'],
      stream: [
        ...ids.flatMap((id) => ['request', 'expression', 'match', 'partnership'].map((kind) => `${kind}:${id}`)),
        'desk:all',
      ],
    };
    const found: string[] = [];
    for (const route of allRoutes) {
      if (methodOf(route) !== 'GET' || route.name === 'members.member') continue;
      let calls: Record<string, unknown>[] = [{}];
      for (const [, name = ''] of pathOf(route).matchAll(/:(\w+)/g))
        calls = calls.flatMap((call) => (known[name] ?? ['x']).map((value) => ({ ...call, [name]: value })));
      const wide = Object.keys(route.query?.shape ?? {});
      const plain = { ...(wide.includes('limit') && { limit: 50 }), ...(wide.includes('since') && { since: 0 }) };
      for (const params of calls) {
        found.push(addressOf(route, { params, query: plain, body: undefined }));
        if (wide.includes('q'))
          for (const q of ['zanzibar', 'secret.example', 'produce'])
            found.push(addressOf(route, { params, query: { ...plain, q }, body: undefined }));
      }
    }
    return [...found, ...beside, ...(matchId ? [`/api/v1/meetings/${matchId}/calendar.ics`] : [])];
  }

  /** Where anybody reads another's contacts; what one reads of oneself, and the keeper of the accounts, aside. */
  async function readings(things: Case): Promise<{ who: Who; url: string }[]> {
    const found: { who: Who; url: string }[] = [];
    for (const who of everybody) {
      const { id } = scene.people[who];
      const cookie = id ? await house.cookie(id) : '';
      for (const url of addresses(things)) {
        const { body, statusCode } = await house.app.inject({ url, headers: { cookie } });
        if (statusCode >= 500 && !url.startsWith('/health')) throw new Error(`${statusCode} ${url}`);
        // What was asked for comes back in the address of the answer, and is no contact.
        const told = body.replaceAll(/"instance":"[^"]*"/g, '');
        const met = traces.filter((trace) => told.includes(trace));
        if (met.length === 0 || (who === 'admin' && ofTheHouse.test(url))) continue;
        if (ofOneself.test(url) && met.every((trace) => trace === nameOf(who) || trace === mailOf(who))) continue;
        found.push({ who, url: url.replace(/\?.*/, '') });
      }
    }
    return found;
  }

  /** Mails and notices that tell one person how to reach, or who is, another. */
  const sentToOthers = () =>
    house.db(
      `select m.to_address, m.subject, t.trace from mail m, unnest($1::text[]) t (trace)
       where (m.subject || m.body_text || m.body_html || m.headers::text) like '%' || t.trace || '%'
         and not (m.to_address like '%' || lower(replace(split_part(t.trace, '@', 1), 'Zanzibar-', '.')) || '@%' or t.trace = m.to_address)
       union all select n.member_id::text, n.reason, t.trace from notification n, unnest($1::text[]) t (trace)
       where n.args::text like '%' || t.trace || '%'`,
      [traces],
    );
  const recorded = () =>
    house.db(
      `select e.name, t.trace from domain_event e, unnest($1::text[]) t (trace) where e.data::text like '%' || t.trace || '%'`,
      [traces],
    );
  const logged = () => log.join('');

  it('appear nowhere before both said yes: in no answer, search, export, mail, notice, news, record or log', async () => {
    const request = await scene.published();
    const sent = await scene.expression(true, request);
    await listen([`request:${request.id}`, `expression:${sent.id}`, 'desk:all', `desk:${sent.organisation.id}`]);
    const talked = await scene.by('own').brokering.discussExpression(at(sent, { note: 'How many?' }));
    await scene.by('side').brokering.replyExpression({ params: { id: sent.id }, body: { text: 'A hundred.' } });
    await scene
      .by('side')
      .brokering.askClarification({ params: { ref: request.ref }, body: { question: 'When?', open: true } });
    const suggested = await scene.suggested();
    await scene
      .by('own')
      .brokering.sayYesMatch(at(await scene.by('own').brokering.match({ params: { id: suggested.id } })));
    const accepted = await scene.by('own').brokering.acceptExpression(at(talked));
    expect(accepted.state).toBe('accepted');
    house.clock.pass(20);
    await house.deliver();
    await scene.renew();

    const things = { ref: request.ref, ids: [request.id, sent.id, suggested.id], matchId: suggested.id };
    expect(addresses(things).length).toBeGreaterThan(120);
    expect(await readings(things)).toEqual([]);
    expect(await readings({ ...things, ref: suggested.request.ref })).toEqual([]);
    expect(await sentToOthers()).toEqual([]);
    expect(await recorded()).toEqual([]);
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.filter(({ text }) => traces.some((trace) => text.includes(trace)))).toEqual([]);
    expect(logged().length).toBeGreaterThan(10_000);
    expect(traces.filter((trace) => logged().includes(trace))).toEqual([]);
    // The mails went out, or that they name nobody proves nothing.
    const mailed = await house.db('select 1 from mail where to_address = any($1)', [planted.map(mailOf)]);
    const noticed = await house.db('select 1 from notification where member_id = any($1::uuid[])', [
      planted.map((who) => scene.people[who].id),
    ]);
    expect([mailed.length > 0, noticed.length > 4]).toEqual([true, true]);
  }, 180_000);

  it('open to the two parties with the introduction, in the room of their match and nowhere else', async () => {
    const match = await scene.match();
    await scene.by('own').brokering.writeMessage({ params: { id: match.id }, body: { text: 'Good morning!' } });
    const partnership = await scene.by('own').brokering.proposePartnership({
      ...proposal(await scene.by('own').brokering.match({ params: { id: match.id } })),
    });
    await house.deliver();
    await scene.renew();
    const request = await scene.by('own').brokering.request({ params: { ref: match.request.ref } });
    const found = await readings({ ref: request.ref, ids: [request.id, match.id, partnership.id], matchId: match.id });
    expect([...new Set(found.map(({ who }) => who))].sort()).toEqual([
      'colleague',
      'own',
      'own_broker',
      'own_moderator',
      'side',
    ]);
    const rooms = [`/api/v1/matches/${match.id}`, `/api/v1/matches/${match.id}/messages`];
    expect([...new Set(found.map(({ url }) => url))].filter((url) => !rooms.includes(url))).toEqual([]);
    const { contacts } = await scene.by('side').brokering.match({ params: { id: match.id } });
    expect(contacts?.map(({ email }) => email)).toEqual([mailOf('own'), mailOf('side')]);
    expect(await recorded()).toEqual([]);
    expect(traces.filter((trace) => logged().includes(trace))).toEqual([]);
  }, 120_000);

  it('close again with the match', async () => {
    const match = await scene.match();
    const { request } = match;
    await scene.by('own').brokering.dropMatch(at(match, { reason: 'timing' }));
    const { id } = await scene.by('own').brokering.request({ params: { ref: request.ref } });
    expect(await readings({ ref: request.ref, ids: [id, match.id], matchId: match.id })).toEqual([]);
    const withdrawn = await scene.published();
    await scene.by('own').brokering.withdrawRequest(on(withdrawn));
    expect(await readings({ ref: withdrawn.ref, ids: [withdrawn.id], matchId: null })).toEqual([]);
  }, 120_000);
});
