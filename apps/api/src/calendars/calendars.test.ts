import type { NextStep, RequestView } from '@baraza/contracts/brokering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, at, type Cast, cast, content, express, refusal } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

const holidays = (...days: [string, string, ...string[]][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//EN',
    'X-WR-CALNAME:Fêtes',
    ...days.flatMap(([name, start, ...more], n) => [
      'BEGIN:VEVENT',
      `UID:${n}@example`,
      `DTSTART;VALUE=DATE:${start}`,
      `SUMMARY:${name}`,
      ...more,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

describe('working calendars', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  let request: RequestView;

  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    admin = await house.as({ slug: 'adele', roles: ['admin'] });
    request = await aRequest(people);
    await house.deliver();
  });
  afterAll(() => house.close());

  const bring = async (who: ApiClient, key: string, text: string) => {
    const { import: id } = await who.calendars.look({ params: { key }, body: { text } });
    return who.calendars.take({ params: { key, id } });
  };
  const armed = (subject: string) =>
    house.db<{ kind: string; dueAt: Date }>(
      `select kind, due_at as "dueAt" from timer where subject = $1 and state = 'armed' order by kind`,
      [subject],
    );
  const stepOf = async (): Promise<NextStep> =>
    (await people.delegate.brokering.request({ params: { ref: request.ref } })).nextStep as NextStep;

  it('move the due date of whoever lives by them, on the page and in the clocks, and double nothing', async () => {
    const sent = await express(people.otherDelegate, request);
    const subject = `expression:${sent.id}`;
    const dueOf = async () =>
      (await people.delegate.brokering.expression({ params: { id: sent.id } })).nextStep?.dueAt.slice(0, 10);
    expect(await dueOf()).toBe('2026-04-03'); // ten working days after Friday the 20th of March
    const before = await armed(subject);

    const text = holidays(
      ['Une fête', '20260325'],
      ['Pâques', '20260402', 'DTEND;VALUE=DATE:20260404'],
      ['Indépendance', '19600801', 'RRULE:FREQ=YEARLY'],
    );
    const looked = await admin.calendars.look({ params: { key: 'BJ' }, body: { text } });
    const seen = await admin.calendars.read({ params: { key: 'BJ' }, query: { import: looked.import } });
    expect(seen.found).toMatchObject({ source: 'Fêtes', leftOut: 0 });
    expect(seen.found?.days).toHaveLength(6);
    expect(await dueOf()).toBe('2026-04-03');

    const taken = await admin.calendars.take({ params: { key: 'BJ', id: looked.import } });
    expect(taken).toMatchObject({ ahead: 6, until: '2028-08-01', organisations: 1, found: null });
    await house.deliver();
    expect(await dueOf()).toBe('2026-04-08');
    const after = await armed(subject);
    expect(after.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
    expect(
      after
        .find(({ kind }) => kind.endsWith('escalate'))
        ?.dueAt.toISOString()
        .slice(0, 10),
    ).toBe('2026-04-08');
    const again = await bring(admin, 'BJ', text);
    expect(again.sources).toEqual(taken.sources);
    await admin.calendars.removeDay({ params: { key: 'BJ' }, body: { day: '2026-03-25' } });
    await house.deliver();
    expect(await dueOf()).toBe('2026-04-07');
    await admin.calendars.removeSource({ params: { key: 'BJ' }, query: { source: 'Fêtes' } });
    await house.deliver();
    expect(await dueOf()).toBe('2026-04-03');
    expect((await armed(subject)).length).toBe(before.length);
    await people.otherDelegate.brokering.withdrawExpression(at(sent));
  });

  it('show in the next step of a request that waits for its own side', async () => {
    const draft = await people.delegate.brokering.draftRequest({ body: { ...content, submit: true } });
    request = draft;
    expect((await stepOf()).dueAt.slice(0, 10)).toBe('2026-03-27'); // the focal point has five working days
    await people.focal.calendars.addDay({
      params: { key: '@benin' },
      body: { day: '2026-03-26', name: 'Fête du port' },
    });
    await house.deliver();
    expect((await stepOf()).dueAt.slice(0, 10)).toBe('2026-03-30');
    await people.focal.calendars.setWeekend({ params: { key: '@benin' }, body: { days: [5, 6] } });
    await house.deliver();
    expect((await stepOf()).dueAt.slice(0, 10)).toBe('2026-03-29'); // Friday and Saturday are free there now, Sunday is not
    const usual = await people.focal.calendars.setWeekend({ params: { key: '@benin' }, body: { days: [] } });
    expect(usual).toMatchObject({ weekend: [6, 0], ownWeekend: false });
  });

  it('of the desk move what a broker owes', async () => {
    await house.deliver();
    const waiting = await aRequest(people, 'submitted');
    const due = async () =>
      (await people.focal.brokering.request({ params: { ref: waiting.ref } })).nextStep?.dueAt.slice(0, 10);
    expect(await due()).toBe('2026-03-25');
    await admin.calendars.addDay({ params: { key: 'desk' }, body: { day: '2026-03-24', name: 'Desk closed' } });
    await house.deliver();
    expect(await due()).toBe('2026-03-26');
  });

  it('tell once of a time that is up by the new days', async () => {
    await admin.calendars.addDay({ params: { key: 'EG' }, body: { day: '2026-04-20', name: 'Sham el-Nessim' } });
    const cairo = await house.as({ slug: 'amal', at: { cairo: 'focal_point' } });
    house.clock.set('2026-04-06T09:00:00Z');
    const egypt = await aRequest({ focal: cairo, broker: people.broker });
    const sent = await express(people.rival, egypt);
    const misses = () =>
      house.db(`select 1 from domain_event where name = 'brokering.deadline.missed' and stream = $1`, [
        `expression:${sent.id}`,
      ]);
    house.clock.set('2026-04-20T09:30:00Z');
    await house.deliver();
    expect(await misses()).toHaveLength(0); // ten working days are over on the 21st, because of the feast
    await admin.calendars.removeDay({ params: { key: 'EG' }, body: { day: '2026-04-20' } });
    await house.deliver();
    expect(await misses()).toHaveLength(1);
    await admin.calendars.addDay({ params: { key: 'EG' }, body: { day: '2026-05-25', name: 'Another day' } });
    await house.deliver();
    expect(await misses()).toHaveLength(1);
  });

  it('are kept by those whose they are, and by nobody else', async () => {
    const body = { day: '2026-12-25', name: 'Christmas' };
    for (const [who, key] of [
      [people.focal, 'BJ'],
      [people.focal, 'desk'],
      [people.focal, '@cairo'],
      [people.delegate, '@benin'],
      [admin, '@benin'],
    ] as const)
      expect((await refusal(who.calendars.addDay({ params: { key }, body }))).code).toBe('not-permitted');
    for (const key of ['ZZ', '@nowhere'])
      expect((await refusal(admin.calendars.read({ params: { key }, query: {} }))).code).toBe('not-found');
    const own = await people.focal.calendars.look({
      params: { key: '@benin' },
      body: { text: holidays(['A day', '20261224']) },
    });
    expect((await refusal(admin.calendars.take({ params: { key: 'BJ', id: own.import } }))).code).toBe('not-found');
  });

  it('answer a hostile file with a sentence', async () => {
    for (const text of [
      '<!doctype html>',
      'BEGIN:VCALENDAR',
      'x'.repeat(262_145),
      `BEGIN:VCALENDAR\r\n${'A'.repeat(200_000)}\r\nEND:VCALENDAR`,
    ]) {
      const { status, detail, issues } = await refusal(admin.calendars.look({ params: { key: 'EG' }, body: { text } }));
      expect([409, 422]).toContain(status);
      expect(issues?.[0]?.message ?? detail).toMatch(/[a-z]/);
    }
  });

  it('are listed for the administrator, the desk first', async () => {
    const { calendars } = await admin.calendars.all();
    expect(calendars.map(({ key }) => key)).toEqual(['desk', 'BJ', 'CN', 'EG', 'KE']);
    expect(calendars.find(({ key }) => key === 'EG')).toMatchObject({ weekend: [5, 6], organisations: 1 });
  });
});
