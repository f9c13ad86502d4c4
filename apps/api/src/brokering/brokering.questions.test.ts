import { randomUUID } from 'node:crypto';
import { type Actor, type Role, visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, express, names, on, refusal, toldTo } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { asActor } from '../platform/asker.ts';
import { Things } from '../platform/things.ts';
import { Timers } from '../platform/timers/timers.ts';

describe('questions about a published request', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const ask = (who: ApiClient, { ref }: { ref: string }, question: string, open = true) =>
    who.brokering.askClarification({ params: { ref }, body: { question, open, language: 'en' } });
  const questionsOf = async (who: ApiClient, { ref }: { ref: string }) =>
    (await who.brokering.request({ params: { ref } })).questions;

  it('are answered in the open or in private, and those who ask do not see one another', async () => {
    const { delegate, rival, otherDelegate, visitor, member, broker, focal } = people;
    const request = await aRequest(people);
    const asked = await ask(rival, request, 'Which market?');
    const hushed = await ask(otherDelegate, request, 'Who pays?', false);
    expect(asked).toMatchObject({ state: 'asked', open: true, nextStep: { who: 'organisation', workingDays: 5 } });
    expect(await refusal(ask(member, request, 'Me too?'))).toMatchObject({ status: 403 });
    expect(await refusal(ask(delegate, request, 'Ours?'))).toMatchObject({ status: 409 });
    expect(await questionsOf(visitor, request)).toEqual([]);
    expect((await questionsOf(rival, request)).map(({ id }) => id)).toEqual([asked.id]);
    const own = await questionsOf(delegate, request);
    expect(own.map(({ organisation }) => organisation?.slug).sort()).toEqual(['kenya', 'zhalantun']);
    await house.deliver();
    expect(await toldTo(focal)).toContain('brokering.clarificationAsked');
    const { owed } = await delegate.brokering.mine();
    expect(owed.map(({ subject }) => subject)).toContainEqual({ kind: 'clarification', id: request.ref });

    expect(await refusal(delegate.brokering.answerClarification(at(asked)))).toMatchObject({
      issues: [{ path: 'note' }],
    });
    expect(await refusal(otherDelegate.brokering.answerClarification(at(asked, { note: 'x' })))).toMatchObject({
      status: 404,
    });
    const answered = await delegate.brokering.answerClarification(
      at(asked, { note: 'Le marché central.', language: 'fr' }),
    );
    expect(answered).toMatchObject({
      state: 'answered',
      answer: { text: 'Le marché central.' },
      nextStep: null,
      moves: [],
    });
    await delegate.brokering.answerClarification(at(hushed, { note: 'Nous.', language: 'fr' }));
    expect(await questionsOf(visitor, request)).toMatchObject([
      { organisation: null, question: { text: 'Which market?' }, answer: { text: 'Le marché central.' } },
    ]);
    const seen = new Map((await questionsOf(otherDelegate, request)).map((question) => [question.id, question]));
    expect([seen.size, seen.get(asked.id)?.organisation, seen.get(hushed.id)?.organisation?.slug]).toEqual([
      2,
      null,
      'zhalantun',
    ]);
    expect((await questionsOf(broker, request)).map(({ organisation }) => organisation?.slug)).not.toContain(undefined);
    await house.deliver();
    expect(await toldTo(rival)).toContain('brokering.clarificationAnswered');
  });

  it('name whoever asked to its own side, to the asked and to the desk, wherever other rooms speak of it', async () => {
    const request = await aRequest(people);
    const { id } = await ask(people.rival, request, 'Which market?');
    await express(people.otherDelegate, request);
    const rivalBroker = await house.as({ slug: 'zhang', roles: ['broker'], at: { zhalantun: 'expert' } });
    const asked = await people.delegate.brokering.answerClarification(at({ id, version: 1 }, { note: 'A' }));
    expect(asked.state).toBe('answered');
    const asMember = (organisationId: string, ...roles: Role[]): Actor => ({
      ...visitor,
      kind: 'member',
      id: randomUUID(),
      roles: ['member', ...roles],
      affiliations: [{ organisationId, role: 'delegate' }],
    });
    const ids = async (slug: string, ...roles: Role[]) => asMember(await house.organisation(slug), ...roles);
    const readers = {
      asker: await ids('kenya'),
      asked: await ids('benin'),
      desk: asMember(await house.organisation('lagos'), 'broker'),
      rivalBroker: await ids('zhalantun', 'broker'),
      other: await ids('zhalantun'),
      visitor,
    };
    const onPage = async (who: ApiClient) =>
      (await questionsOf(who, request)).map(({ organisation }) => organisation?.slug);
    expect([await onPage(people.broker), await onPage(rivalBroker)]).toEqual([['kenya'], [undefined]]);
    const named: Record<string, unknown> = {};
    for (const [who, actor] of Object.entries(readers)) {
      const asker = asActor(actor, house.clock.now());
      const things = await house.app.get(Things).of([{ kind: 'clarification', id }], asker);
      const [thing] = things.values();
      expect(thing?.title).toBe('Livraison partagée de produits frais');
      named[who] = JSON.stringify(thing).includes('kenya');
    }
    expect(named).toEqual({ asker: true, asked: true, desk: true, rivalBroker: false, other: false, visitor: false });
  });

  it('are answered once, however many press at the same time', async () => {
    const asked = await ask(people.rival, await aRequest(people), 'Which market?');
    const both = await Promise.allSettled([
      people.delegate.brokering.answerClarification(at(asked, { note: 'A' })),
      people.focal.brokering.answerClarification(at(asked, { note: 'B' })),
      people.rival.brokering.withdrawClarification(at(asked)),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('pass to the broker after five working days and lapse after five more; they end with their request', async () => {
    const request = await aRequest(people);
    const asked = await ask(people.rival, request, 'Which market?');
    const later = await ask(people.otherDelegate, request, 'And when?');
    house.clock.set('2026-03-24T09:00:00Z');
    while ((await house.app.get(Timers).fireDue()) > 0);
    const [late] = await questionsOf(people.broker, request);
    expect(late?.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.chaseClarification', late: true });
    await people.otherDelegate.brokering.withdrawClarification(at(later));
    house.clock.set('2026-03-31T09:00:00Z');
    while ((await house.app.get(Timers).fireDue()) > 0);
    const [row] = await house.db<{ state: string; reason: string }>(
      'select state, end_reason as reason from clarification where id = $1',
      [asked.id],
    );
    expect(row).toEqual({ state: 'lapsed', reason: 'no_response' });
    const third = await ask(people.rival, request, 'Still there?');
    const open = await people.focal.brokering.request({ params: { ref: request.ref } });
    await people.focal.brokering.closeRequest(on(open, { reason: 'met_elsewhere' }));
    expect(await house.db('select end_reason from clarification where id = $1', [third.id])).toEqual([
      { end_reason: 'request_ended' },
    ]);
    expect(
      await house.db(`select 1 from timer where subject = $1 and state = 'armed'`, [`clarification:${third.id}`]),
    ).toEqual([]);
  });

  it('are not taken in the last ten days before it expires', async () => {
    const request = await aRequest(people);
    const last = new Date(Date.parse(request.expiresAt as string) - 10 * 86_400_000);
    expect((await people.rival.brokering.request({ params: { ref: request.ref } })).askUntil).toBe(last.toISOString());
    house.clock.set(last);
    expect((await people.rival.brokering.request({ params: { ref: request.ref } })).askAs).toEqual([]);
    expect(await refusal(ask(people.rival, request, 'Too late?'))).toMatchObject({ code: 'unmet-condition' });
    expect(names(await people.delegate.brokering.request({ params: { ref: request.ref } }))).toContain('confirm');
  });
});
