import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planOf } from '../../test/boards.ts';
import { codeOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { clustersDemo } from '../clusters/clusters.demo.ts';
import { demoId } from '../demo/ids.ts';
import { knowledgeDemo } from '../knowledge/knowledge.demo.ts';
import { asVisitor } from '../platform/asker.ts';
import { calendarFile } from '../platform/calendar-file.ts';
import { Finders } from '../platform/finders.ts';
import { qaDemo } from '../qa/qa.demo.ts';
import { liveSession, programmeDemo } from './programme.demo.ts';

let house: House;
let organiser: ApiClient;
beforeAll(async () => {
  house = await openHouse();
  organiser = await house.as({ slug: 'organiser', roles: ['organiser'] });
  for (const step of [citiesDemo, clustersDemo, knowledgeDemo, programmeDemo, qaDemo])
    await step(house.app, testSettings);
});
afterAll(() => house.close());

const draft = {
  topic: 'Returns and parcels in the mountains',
  locale: 'en',
  day: '2026-03-29',
  hour: '02:30',
  minutes: 60,
  timeZone: 'Europe/Berlin',
  speakers: 'First speaker, Kolkata\n\n  Second speaker ',
} as const;
const timers = (slug: string) =>
  house.db(
    `select t.kind, t.due_at::text as at from timer t join session s on t.subject = 'session:' || s.id where s.slug = $1 and t.state = 'armed'`,
    [slug],
  );

describe('the programme', () => {
  it('shows what comes next first, then the series with all they held', async () => {
    const { live, series, announce } = await house.visitor().programme.overview();
    expect(live).toMatchObject([
      { slug: liveSession, state: 'open', host: { slug: 'zha-lan-tun' }, board: { phase: 'collecting', questions: 5 } },
    ]);
    expect(series.map(({ slug, sessions }) => [slug, sessions])).toEqual([
      ['china-unossc-ecommerce-training', 8],
      ['webinar-series-2020', 15],
    ]);
    expect(announce).toBe(false);
    expect((await organiser.programme.overview()).announce).toBe(true);
    const inChinese = await house.visitor({ 'accept-language': 'zh' }).programme.overview();
    expect(inChinese.live[0]?.topic).toMatchObject({ locale: 'zh', kind: 'human' });
  });

  it('tells of a date only what the sources tell', async () => {
    const { events, organisers, grounding } = await house
      .visitor()
      .programme.series({ params: { slug: 'webinar-series-2020' } });
    const lines = events.flatMap((event) => event.lines);
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(lines[0]?.time).toMatchObject({ precision: 'day', basis: expect.stringContaining('Inferred') });
    expect(lines[1]?.time).toMatchObject({ precision: 'period' });
    expect(organisers.map(({ slug }) => slug)).toEqual(['unossc', 'catis', 'cicete']);
    expect(grounding?.title).toBeTruthy();
  });

  it('keeps the record of a session: speakers, recording, answers, stories', async () => {
    const session = await house.visitor().programme.session({ params: { slug: 'webinar-03' } });
    expect(session.speakers).toHaveLength(4);
    expect(session.speakers[0]).toMatchObject({ role: 'speaker', organisation: expect.any(String) });
    expect(session).toMatchObject({
      recordingUrl: expect.stringContaining('cloud.tencent.com'),
      stories: [{ slug: 'chengkou-tourism-trunk-sales' }],
      board: { phase: 'published', questions: 3, answered: 2 },
      moves: [],
      edit: false,
    });
  });

  it('leaves its demo boards as the services would: numbered, counted, owed and published without open questions (Q4)', async () => {
    expect(
      await house.db(`select b.code from board b where b.seq < (select coalesce(max(q.seq), 0) from question q where q.board_id = b.id)
        or b.phase = 'published' and exists (select 1 from question q where q.board_id = b.id and q.state in ('submitted', 'pending', 'published', 'shortlisted', 'on_air'))`),
    ).toEqual([]);
    expect(
      await house.db(
        'select 1 from question q where q.vote_count <> (select count(*) from vote v where v.question_id = q.id)',
      ),
    ).toEqual([]);
    expect(
      await house.db(
        `select 1 from question q where q.state = 'deferred' and not exists (select 1 from timer t where t.subject = 'question:' || q.id and t.state = 'armed')`,
      ),
    ).toEqual([]);
    expect(await timers(liveSession)).toMatchObject([{ kind: 'programme.session.start' }]);
    const [{ n } = { n: 0 }] = await house.db<{ n: number }>(
      `select count(*)::int n from question where state = 'answered_text' and jsonb_array_length(grounding) > 0`,
    );
    expect(n).toBe(29);
  });

  it('is found by its words in any language, and by whoever asks what is near', async () => {
    const finders = house.app.get(Finders);
    const anybody = { ...asVisitor(house.clock.now()), locale: 'fr' as const };
    const found = (words: string[]) => finders.find('session', { words, limit: 5 }, anybody);
    expect(await found(['webinaires', '15'])).toMatchObject([
      {
        title: 'Questions ouvertes des webinaires 3 et 15',
        locale: 'fr',
        form: 'webinar',
        href: `/programme/sessions/${liveSession}`,
      },
    ]);
    expect(await found(['100%', '_'])).toEqual([]);
  });

  it('pages through what is over without losing or repeating any', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await house.visitor().programme.past({ query: { limit: 5, ...(cursor && { cursor }) } });
      seen.push(...items.map(({ slug }) => slug));
      if (!next) break;
      cursor = next;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    const plan = await planOf(
      house,
      `select slug from session s where s.state in ('wrap_up', 'completed') order by s.starts_at desc, s.slug desc limit 5`,
    );
    expect(plan).toContain('session_past');
  });

  it('is announced by organisers, in the hours of the place that hosts it', async () => {
    expect(await codeOf((await house.as({})).programme.announce({ body: draft }))).toBe('not-permitted');
    const session = await organiser.programme.announce({ body: draft });
    // 02:30 does not exist there on that night: clocks go forward at two.
    expect(session.time.startsAt).toBe('2026-03-29T01:30:00+00:00');
    expect(session.speakers.map(({ name }) => name)).toEqual(['First speaker, Kolkata', 'Second speaker']);
    expect(session).toMatchObject({
      state: 'announced',
      moves: ['open', 'start', 'cancel'],
      edit: true,
      board: { phase: 'scheduled' },
    });
    expect(await timers(session.slug)).toMatchObject([{ kind: 'programme.session.open' }]);
    const nowhere = { ...draft, host: 'atlantis' };
    expect(await codeOf(organiser.programme.announce({ body: nowhere }))).toBe('unmet-condition');
    expect(await codeOf(organiser.programme.announce({ body: { ...draft, timeZone: 'Moon/Base' } }))).toBe(
      'invalid-input',
    );
  });

  it('moves with its board, and the clock does what nobody did', async () => {
    house.clock.set('2026-03-20T09:00:00Z');
    const { slug, version } = await organiser.programme.announce({
      body: { ...draft, day: '2026-04-10', hour: '10:00' },
    });
    const moved = await organiser.programme.reschedule({
      params: { slug },
      body: { version, day: '2026-04-12', hour: '10:00', minutes: 90, timeZone: 'Asia/Kolkata' },
    });
    expect(moved.time).toMatchObject({ startsAt: '2026-04-12T04:30:00+00:00', endsAt: '2026-04-12T06:00:00+00:00' });
    expect(await codeOf(organiser.programme.move({ params: { slug }, body: { version, move: 'open' } }))).toBe(
      'stale-version',
    );
    const now = () => organiser.programme.session({ params: { slug } });
    // By the hours it had first, it would have been open for two days.
    house.clock.set('2026-04-05T04:29:00Z');
    await house.deliver();
    expect(await now()).toMatchObject({ state: 'announced', board: { phase: 'scheduled' } });
    house.clock.set('2026-04-05T04:31:00Z');
    await house.deliver();
    expect(await now()).toMatchObject({ state: 'open', board: { phase: 'collecting' } });
    house.clock.set('2026-04-12T04:35:00Z');
    await house.deliver();
    expect(await timers(slug)).toMatchObject([{ kind: 'programme.session.start' }]);
    await organiser.programme.move({ params: { slug }, body: { version: (await now()).version, move: 'start' } });
    expect(await now()).toMatchObject({ state: 'running', board: { phase: 'live' } });
    house.clock.set('2026-04-12T06:00:01Z');
    await house.deliver();
    expect(await now()).toMatchObject({ state: 'wrap_up', board: { phase: 'wrap_up' } });
    await organiser.programme.move({ params: { slug }, body: { version: (await now()).version, move: 'resume' } });
    await house.deliver();
    expect(await now()).toMatchObject({ state: 'running', board: { phase: 'live' } });
  });

  it('takes the board along when a session is called off before anybody asked', async () => {
    const { slug, version } = await organiser.programme.announce({ body: { ...draft, day: '2026-05-10' } });
    const off = await organiser.programme.move({ params: { slug }, body: { version, move: 'cancel' } });
    expect(off).toMatchObject({ state: 'cancelled', board: null });
    expect(await timers(slug)).toEqual([]);
  });

  it('accepts links that lead to the web and to nothing else', async () => {
    const { slug, version } = await organiser.programme.announce({ body: draft });
    for (const recordingUrl of ['javascript:alert(1)', 'ftp://x', '//x', 'https://'])
      expect(await codeOf(organiser.programme.record({ params: { slug }, body: { version, recordingUrl } }))).toBe(
        'invalid-input',
      );
    expect(await codeOf((await house.as({})).programme.record({ params: { slug }, body: { version } }))).toBe(
      'not-permitted',
    );
  });

  it('goes into calendars, where its hour is known', async () => {
    const file = await house.app.inject({
      url: `/api/v1/sessions/${liveSession}/calendar.ics`,
      headers: { 'accept-language': 'ar' },
    });
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const lines = file.body.split('\r\n');
    expect(lines).toContain(`UID:${demoId('session', liveSession)}@localhost:3000`);
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(file.body.replaceAll('\r\n ', '')).toContain('SUMMARY:أسئلة مفتوحة');
    expect((await house.app.inject({ url: '/api/v1/sessions/webinar-02/calendar.ics' })).statusCode).toBe(404);
    expect((await house.app.inject({ url: '/api/v1/sessions/nowhere/calendar.ics' })).statusCode).toBe(404);
  });

  it('escapes what a calendar would take for its own signs', () => {
    const at = new Date('2026-03-20T09:00:00Z');
    const entry = {
      uid: 'u',
      startsAt: at,
      endsAt: at,
      title: 'a,b;c\\d',
      text: 'x\ny',
      url: 'u',
      cancelled: true,
      sequence: 3,
    };
    const file = calendarFile(entry, at);
    expect(file).toContain('SUMMARY:a\\,b\\;c\\\\d\r\n');
    expect(file).toContain('DESCRIPTION:x\\ny\r\n');
    expect(file).toContain('STATUS:CANCELLED');
  });
});
