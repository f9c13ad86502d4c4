import type { News } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { aRequest, at, type Cast, cast, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('what one side of a suggestion answers', () => {
  let house: House;
  let people: Cast;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse({ listen: true });
    people = await cast(house);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await house.close();
  });

  /** Everything a member's open page hears on these streams from now on, in short. */
  async function listener(name: string, streams: readonly string[]) {
    const [member] = await house.db<{ id: string }>('select id from member where name = $1', [name]);
    const cookie = await house.cookie(member?.id as string);
    const socket = io(house.url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
    sockets.push(socket);
    const heard: string[] = [];
    socket.on('news', ({ stream, name: what, data }: News) => {
      const { to } = data as { to?: string };
      heard.push(`${stream} ${what}${to ? ` ${to}` : ''}`);
    });
    for (const stream of streams) expect(await socket.emitWithAck('join', stream)).not.toBe(false);
    return heard;
  }

  it('makes no form of the other side stale, and shows in no number it reads; one of its own house is told', async () => {
    const { broker, delegate, focal, otherDelegate } = people;
    const request = await broker.brokering.request({ params: { ref: (await aRequest(people)).ref } });
    const zhalantun = await house.organisation('zhalantun');
    const { id } = await broker.brokering.suggestPartner(
      on(request, { organisationId: zhalantun, because: 'They have done it.' }),
    );
    const opened = (who: typeof broker) => who.brokering.match({ params: { id } });
    const [asked, theirs, desk] = [await opened(delegate), await opened(otherDelegate), await opened(broker)];
    const later = await otherDelegate.brokering.notNowMatch(at(theirs, { reason: 'months_3' }));
    const yes = await otherDelegate.brokering.sayYesMatch(at(later));
    expect(new Set([theirs.version, later.version, yes.version]).size).toBe(3);
    expect((await opened(broker)).version).not.toBe(desk.version);
    expect(await opened(delegate)).toMatchObject({ version: asked.version, seq: asked.seq });
    expect(await delegate.brokering.notNowMatch(at(asked, { reason: 'months_1' }))).toMatchObject({
      state: 'suggested',
    });
    // Somebody else of the same house had the page open as well.
    expect(await refusal(focal.brokering.sayYesMatch(at(asked)))).toMatchObject({ code: 'stale-version' });
  });

  it.each([
    ['before it has answered itself', false],
    ['after its own yes', true],
  ])('changes nothing that the other side reads %s, whatever is answered and when', async (_, answered) => {
    const { broker, delegate, otherDelegate } = people;
    house.clock.set('2026-07-06T09:00:00Z');
    const request = await broker.brokering.request({ params: { ref: (await aRequest(people)).ref } });
    const zhalantun = await house.organisation('zhalantun');
    const { id } = await broker.brokering.suggestPartner(
      on(request, { organisationId: zhalantun, because: 'It runs village stations.' }),
    );
    const opened = (who: typeof broker) => who.brokering.match({ params: { id } });
    if (answered) await delegate.brokering.sayYesMatch(at(await opened(delegate)));
    const reads = async () => {
      const { owed, matches } = await delegate.brokering.mine();
      return {
        match: await opened(delegate),
        card: matches.find((one) => one.id === id),
        owed: owed.filter(({ subject }) => subject.id === id),
      };
    };
    // Each answer on a day of its own, the first of them already looked at.
    const answers = [
      () => otherDelegate.brokering.seeMatch({ params: { id } }),
      async () => otherDelegate.brokering.notNowMatch(at(await opened(otherDelegate), { reason: 'months_1' })),
      async () => otherDelegate.brokering.notNowMatch(at(await opened(otherDelegate), { reason: 'months_3' })),
    ];
    for (const [days, answer] of answers.entries()) {
      house.clock.set(`2026-07-${10 + days * 3}T09:00:00Z`);
      const before = await reads();
      await answer();
      expect(await reads()).toEqual(before);
      const what = answered ? 'brokering.step.awaitAnswers' : 'brokering.step.answerSuggestion';
      for (const { nextStep } of [before.match, before.card ?? before.match])
        expect(nextStep).toMatchObject({ what, late: false, missed: null });
    }
    const [{ until }] = (await house.db('select until from match_party where match_id = $1 and organisation_id = $2', [
      id,
      zhalantun,
    ])) as [{ until: Date }];
    const { nextStep } = await opened(delegate);
    expect(nextStep?.dueAt).not.toBe(until.toISOString());
    // The day passes, and another that says no more is named.
    if (!answered) return;
    house.clock.set('2026-08-20T09:00:00Z');
    expect((await opened(delegate)).nextStep).toMatchObject({ what: 'brokering.step.awaitAnswers', late: false });
  });

  it('takes up one of the five it may have at once while it is “not now”', async () => {
    const { broker, delegate, rival } = people;
    const kenya = await house.organisation('kenya');
    const suggested = async () => {
      const request = await broker.brokering.request({ params: { ref: (await aRequest(people)).ref } });
      return broker.brokering.suggestPartner(on(request, { organisationId: kenya, because: 'It has done it.' }));
    };
    for (let n = 0; n < 5; n += 1) {
      const { id } = await suggested();
      await delegate.brokering.sayYesMatch(at(await delegate.brokering.match({ params: { id } })));
      const theirs = await rival.brokering.match({ params: { id } });
      if (n === 0) await rival.brokering.notNowMatch(at(theirs, { reason: 'months_1' }));
    }
    expect(await refusal(suggested())).toMatchObject({ code: 'unmet-condition', detail: expect.stringContaining('5') });
  });

  it('is news to its own house and the brokers, and the other side hears nothing until it ends or introduces them', async () => {
    const { ref, id: requestId } = await aRequest(people);
    const [benin, zhalantun] = [await house.organisation('benin'), await house.organisation('zhalantun')];
    const request = await people.broker.brokering.request({ params: { ref } });
    const { id } = await people.broker.brokering.suggestPartner(
      on(request, { organisationId: zhalantun, because: 'They have done it.' }),
    );
    await house.deliver();
    const page = `match:${id}`;
    const asker = await listener('codjo', [page, `request:${requestId}`, `desk:${benin}`]);
    const own = await listener('dai', [page, `desk:${zhalantun}`]);
    const desk = await listener('uma', [page, 'desk:all']);

    const { otherDelegate } = people;
    const read = () => otherDelegate.brokering.match({ params: { id } });
    await otherDelegate.brokering.notNowMatch(at(await read(), { reason: 'months_3' }));
    await otherDelegate.brokering.sayYesMatch(at(await read()));
    await house.deliver();
    await otherDelegate.brokering.sayNoMatch(at(await read()));
    await house.deliver();
    // Everything before it has come, once this has.
    const ended = `${page} brokering.match.moved dropped`;
    const deskNews = (whose: string) => `desk:${whose} brokering.desk.changed`;
    const all = [asker, own, desk];
    const places = [benin, zhalantun, 'all'];
    while (!all.every((heard, i) => heard.includes(ended) && heard.at(-1) === deskNews(places[i] as string)))
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asker).toEqual([ended, deskNews(benin)]);
    expect(own).toEqual([deskNews(zhalantun), deskNews(zhalantun), ended, deskNews(zhalantun)]);
    expect(desk).toEqual([deskNews('all'), deskNews('all'), ended, deskNews('all')]);
  });
});
