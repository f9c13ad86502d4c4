import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  at,
  type Cast,
  cast,
  express,
  introduced,
  names,
  on,
  proposal,
  refusal,
  toldTo,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { Timers } from '../platform/timers/timers.ts';

describe('a request on hold', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(() => house.clock.set('2026-03-16T09:00:00Z'));
  afterAll(() => house.close());

  const held = { reason: 'no_funding', until: '2026-05-15' };
  const go = async (to: string) => {
    house.clock.set(to);
    while ((await house.app.get(Timers).fireDue()) > 0);
  };
  const seenBy = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });
  const armed = (subject: string) =>
    house.db<{ kind: string; due: Date }>(
      `select kind, due_at as due from timer where subject = $1 and state = 'armed' and kind !~ 'remind$'`,
      [subject],
    );

  it('stops every clock that hangs on it, tells who waits, and goes on by itself on the day', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const { version } = await seenBy(people.delegate, request);
    expect(
      await refusal(people.delegate.brokering.holdRequest(on({ ...request, version }, { reason: 'timing' }))),
    ).toMatchObject({ issues: [{ path: 'until' }] });
    expect(
      await refusal(
        people.delegate.brokering.holdRequest(on({ ...request, version }, { ...held, until: '2026-09-01' })),
      ),
    ).toMatchObject({ issues: [{ path: 'until' }] });
    const onHold = await people.delegate.brokering.holdRequest(on({ ...request, version }, held));
    expect(onHold).toMatchObject({
      state: 'on_hold',
      heldUntil: '2026-05-15T09:00:00.000Z',
      nextStep: { who: 'you', what: 'brokering.step.resumeRequest' },
    });
    expect(await armed(`request:${request.id}`)).toEqual([
      { kind: 'brokering.request.resume', due: new Date('2026-05-15T09:00:00Z') },
    ]);
    const [waiting] = await armed(`expression:${sent.id}`);
    expect(waiting?.due.getTime()).toBeGreaterThan(Date.parse('2026-05-15T09:00:00Z'));
    await house.deliver();
    expect(await toldTo(people.otherDelegate)).toContain('brokering.onHold');

    const listed = await people.visitor.brokering.requests({ query: {} });
    expect(listed.items.map(({ ref }) => ref)).not.toContain(request.ref);
    expect((await seenBy(people.visitor, request)).state).toBe('on_hold');
    expect((await seenBy(people.rival, request)).answerAs).toEqual([]);
    const stuck = await people.delegate.brokering.expression({ params: { id: sent.id } });
    expect(names(stuck)).toEqual(['decline', 'discuss', 'see']);
    expect(await refusal(people.delegate.brokering.acceptExpression(at(stuck)))).toMatchObject({
      code: 'unmet-condition',
    });

    await go('2026-05-15T09:00:00Z');
    const resumed = await seenBy(people.visitor, request);
    expect(resumed).toMatchObject({ state: 'published', heldUntil: null });
    expect(Date.parse(resumed.expiresAt as string) - Date.parse(request.expiresAt as string)).toBe(60 * 86_400_000);
    const again = await people.delegate.brokering.expression({ params: { id: sent.id } });
    expect(again).toMatchObject({ state: 'sent', nextStep: { late: false, workingDays: 10 } });
    expect(names(again)).toContain('accept');
  });

  it('leaves to each step what was left of it, hold after hold', async () => {
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    const left = async () => (await people.delegate.brokering.expression({ params: { id: sent.id } })).nextStep;
    const remindedIn = async () =>
      Number(
        (
          await house.db<{ days: string }>(
            `select extract(epoch from due_at - $2) / 86400 as days from timer where subject = $1 and state = 'armed' and kind ~ 'remind$'`,
            [`expression:${sent.id}`, house.clock.now()],
          )
        )[0]?.days,
      );
    await go('2026-03-20T16:00:00Z'); // four of ten working days are gone, and the first of two reminders
    expect(await left()).toMatchObject({ what: 'brokering.step.answerExpression', workingDays: 6 });
    expect(await remindedIn()).toBeCloseTo(4.7, 1); // Wednesday the 25th, at the hour at which it was sent
    await people.delegate.brokering.holdRequest(on(await seenBy(people.delegate, request), held));
    expect(await left()).toMatchObject({ dueAt: '2026-05-25T09:00:00.000Z', late: false });
    await go('2026-04-24T11:00:00Z');
    await people.delegate.brokering.resumeRequest(on(await seenBy(people.delegate, request)));
    expect(await left()).toMatchObject({ workingDays: 6, dueAt: '2026-05-04T09:00:00.000Z' });
    expect(await remindedIn()).toBeCloseTo(4.9, 1);
    await go('2026-04-28T11:00:00Z');
    await people.delegate.brokering.holdRequest(on(await seenBy(people.delegate, request), held));
    await go('2026-05-15T09:00:00Z');
    expect(await left()).toMatchObject({ workingDays: 4, dueAt: '2026-05-21T09:00:00.000Z', late: false });
    const [{ holds }] = (await house.db('select holds from request where id = $1', [request.id])) as [
      { holds: object[] },
    ];
    expect(holds).toEqual([
      { since: '2026-03-20T16:00:00.000Z', until: '2026-04-24T11:00:00.000Z', stateSince: '2026-03-16T09:00:00.000Z' },
      { since: '2026-04-28T11:00:00.000Z', until: '2026-05-15T09:00:00.000Z', stateSince: '2026-03-16T09:00:00.000Z' },
    ]);
  });

  it('is resumed early by its own side, and looks for partners again when its last match ended meanwhile', async () => {
    const match = await introduced(people, await aRequest(people));
    const matched = await seenBy(people.delegate, match.request);
    const onHold = await people.broker.brokering.holdRequest(on(matched, held));
    const quiet = await people.otherDelegate.brokering.match({ params: { id: match.id } });
    await people.otherDelegate.brokering.dropMatch(at(quiet, { reason: 'timing' }));
    const now = await seenBy(people.delegate, onHold);
    expect(now.state).toBe('on_hold');
    expect(await people.delegate.brokering.resumeRequest(on(now))).toMatchObject({ state: 'published' });
  });

  it('goes on when a partnership is agreed meanwhile, and the lines it answers are covered', async () => {
    const request = await aRequest(people, 'published', { lines: [{ text: 'Une' }, { text: 'Deux' }] });
    const [first] = request.lines;
    const sent = await people.otherDelegate.brokering.draftExpression({
      params: { ref: request.ref },
      body: { message: 'Oui', language: 'fr', covers: [first?.id as string], send: true },
    });
    const { expressions } = await seenBy(people.delegate, request);
    expect(expressions.map(({ lines }) => lines.map(({ text }) => text.text))).toEqual([['Une']]);
    const confirmed = await people.otherDelegate.brokering.confirmExpression(
      at(await people.delegate.brokering.acceptExpression(at(sent))),
    );
    const match = await people.delegate.brokering.match({ params: { id: confirmed.matchId as string } });
    const scoping = await people.delegate.brokering.proposePartnership(proposal(match));
    await people.delegate.brokering.holdRequest(on(await seenBy(people.delegate, request), held));
    const once = await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' }));
    await people.otherFocal.brokering.acceptPartnership(on(once, { name: 'Dai' }));
    const after = await seenBy(people.focal, request);
    expect(after).toMatchObject({ state: 'in_partnering', mayMarkLines: true });
    expect(after.lines.map(({ state }) => state)).toEqual(['covered', 'open']);
    expect(await refusal(people.focal.brokering.closeRequest(on(after, { reason: 'partnered' })))).toMatchObject({
      issues: [{ path: 'reason' }],
    });
    const marked = await people.delegate.brokering.markLines({
      params: { ref: after.ref },
      body: { version: after.version, lines: after.lines.map(({ id }) => ({ id, state: 'covered' as const })) },
    });
    expect(names(marked)).not.toContain('keepOpen');
    expect(
      await people.focal.brokering.closeRequest(on(await seenBy(people.focal, request), { reason: 'partnered' })),
    ).toMatchObject({
      state: 'closed',
    });
  });

  it('asks its owner what became of the lines, when the partner was suggested and offered to cover none of them', async () => {
    const request = await aRequest(people, 'published', { lines: [{ text: 'Une' }, { text: 'Deux' }] });
    const { id } = await people.broker.brokering.suggestPartner(
      on(await seenBy(people.broker, request), {
        organisationId: await house.organisation('zhalantun'),
        because: 'They have done it.',
      }),
    );
    for (const who of [people.delegate, people.otherDelegate])
      await who.brokering.sayYesMatch(at(await who.brokering.match({ params: { id } })));
    const match = await people.delegate.brokering.match({ params: { id } });
    const scoping = await people.delegate.brokering.proposePartnership(proposal(match));
    const once = await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' }));
    await people.otherFocal.brokering.acceptPartnership(on(once, { name: 'Dai' }));
    await house.deliver();
    const asked = await seenBy(people.delegate, request);
    expect(asked).toMatchObject({
      state: 'in_partnering',
      mayMarkLines: true,
      nextStep: { who: 'you', what: 'brokering.step.settleRemaining' },
    });
    expect(asked.lines.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(await toldTo(people.delegate, `/requests/${request.ref}`)).toContain('brokering.partnerFound');
    const [first, second] = asked.lines.map(({ id: line }) => line) as [string, string];
    const marked = await people.delegate.brokering.markLines({
      params: { ref: asked.ref },
      body: {
        version: asked.version,
        lines: [
          { id: first, state: 'covered' },
          { id: second, state: 'partly_covered' },
        ],
      },
    });
    expect(marked.lines.map(({ state }) => state)).toEqual(['covered', 'partly_covered']);
    expect(names(marked)).toContain('keepOpen');
  });
});
