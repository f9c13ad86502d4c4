import { calendarOf, type Deadline, type Locale, locales } from '@baraza/domain/kernel';
import { type SessionFacts, sessionDeadline } from '@baraza/domain/programme';
import { type LocalizedText, translated, written } from '@baraza/domain/translation';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { courses, speakersOf, type Training, type WebinarSeries, webinars } from './programme.demo-content.ts';

/** The session of today that the demo community is heading for; the board of questions hangs on it. */
export const liveSession = 'open-questions-webinars-3-15';

const topics: Readonly<Record<Locale, string>> = {
  en: 'Open questions from webinars 3 and 15',
  fr: 'Questions ouvertes des webinaires 3 et 15',
  es: 'Preguntas abiertas de los seminarios web 3 y 15',
  pt: 'Perguntas em aberto dos webinários 3 e 15',
  ru: 'Открытые вопросы вебинаров 3 и 15',
  ar: 'أسئلة مفتوحة من الندوتين 3 و15',
  zh: '第3期和第15期网络研讨会的未答问题',
};
const summary =
  'Rural e-commerce and poverty reduction: what the webinars of 2020 left unanswered, and what has been learned since.';

const everyLanguage = (texts: Readonly<Record<Locale, string>>, at: Date): LocalizedText =>
  locales.reduce(
    (text, locale) => {
      const variant = {
        locale,
        text: texts[locale],
        kind: 'human',
        engine: null,
        by: null,
        at: at.toISOString(),
      } as const;
      return translated(text, { ...variant, sourceHash: text.sourceHash });
    },
    written('en', texts.en),
  );

const quarter = 15 * 60_000;

/** About two hours from now, on a quarter of an hour. */
export const liveTimes = (now: Date): { startsAt: Date; endsAt: Date } => {
  const startsAt = new Date(Math.ceil((now.getTime() + 8 * quarter) / quarter) * quarter);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 6 * quarter) };
};

/** The webinars of 2020, the course of 2022, the seminar of 2023, and a session today. */
export const programmeDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const now = app.get(Clock).now();
  const fill = async (table: string, rows: readonly object[]): Promise<void> => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    await db.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };
  const past = [webinars(readContent<WebinarSeries>('webinars')), courses(readContent<Training>('training'))];
  const { speakers, talks } = speakersOf();
  const { startsAt, endsAt } = liveTimes(now);
  const live = {
    id: demoId('session', liveSession),
    slug: liveSession,
    event_id: demoId('event', liveSession),
    number: null,
    state: 'open',
    topic: everyLanguage(topics, now),
    summary: written('en', summary),
    starts_at: startsAt,
    ends_at: endsAt,
    time_zone: 'Asia/Shanghai',
    precision: 'instant',
    date_basis: null,
    host_id: demoId('organisation', 'zha-lan-tun'),
    themes: ['rural-ecommerce', 'poverty-reduction'],
    recording_url: null,
    slides_url: null,
    no_record_reason: null,
    source_id: null,
    source_place: null,
  };
  const liveEvent = {
    id: live.event_id,
    slug: liveSession,
    series_id: null,
    cluster_id: demoId('cluster', 'rural-ecommerce-poverty-reduction'),
    kind: 'webinar',
    position: 0,
    title: live.topic,
    summary: null,
    organiser_ids: [demoId('member', 'organiser')],
  };
  await fill('speaker', speakers);
  await fill(
    'series',
    past.map(({ series }) => series),
  );
  await fill('event', [...past.flatMap(({ events }) => events), liveEvent]);
  await fill('session', [...past.flatMap(({ sessions }) => sessions), live]);
  await fill('session_speaker', talks);
  const facts: SessionFacts = {
    id: live.id,
    version: 1,
    eventId: live.event_id,
    state: 'open',
    organiserIds: liveEvent.organiser_ids,
    startsAt,
    endsAt,
    timeZone: live.time_zone,
    recordingUrl: null,
    slidesUrl: null,
    noRecordReason: null,
    boardSettled: false,
  };
  const deadline: Deadline | null = sessionDeadline(facts, { calendar: calendarOf('CN', live.time_zone) });
  await app.get(UnitOfWork).run(asSystem(now), async ({ arm, tell }) => {
    await tell({
      name: 'programme.session.announced',
      stream: `session:${live.id}`,
      data: { sessionId: live.id, eventId: live.event_id },
    });
    if (deadline) await arm({ ...deadline, kind: `programme.session.${deadline.kind}` });
  });
};
