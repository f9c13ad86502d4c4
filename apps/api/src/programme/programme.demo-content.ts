import { written } from '@baraza/domain/translation';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';

interface Webinar {
  readonly id: string;
  readonly number: number;
  readonly topic: string;
  readonly summary: string;
  readonly date: string | null;
  readonly dateBasis: string;
  readonly cluster: string | null;
  readonly themes: readonly string[];
  readonly recordingUrl: string | null;
  readonly slidesUrl: string | null;
  readonly source: string;
  readonly place: string;
}
export interface WebinarSeries {
  readonly series: {
    readonly id: string;
    readonly title: string;
    readonly start: string;
    readonly end: string;
    readonly organisers: readonly string[];
    readonly supporters: readonly string[];
    readonly purposes: readonly string[];
    readonly source: string;
    readonly place: string;
  };
  readonly webinars: readonly Webinar[];
}
interface CourseSession {
  readonly id: string;
  readonly number: number;
  readonly date: string | null;
  readonly dateBasis?: string;
  readonly title: string;
  readonly agenda: string;
  readonly slidesUrl?: string;
}
interface Course {
  readonly id: string;
  readonly kind: 'online course' | 'in-person seminar';
  readonly title: string;
  readonly start: string;
  readonly end: string | null;
  readonly host: string;
  readonly organiser: string;
  readonly partners: readonly string[];
  readonly objectives: readonly string[];
  readonly source: string;
  readonly place: string;
  readonly sessions: readonly CourseSession[];
}
export interface Training {
  readonly programme: { readonly id: string; readonly title: string; readonly source: string; readonly place: string };
  readonly courses: readonly Course[];
}
interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly honorific: string | null;
  readonly titles: readonly { title: string; organisation: string; source: string; place: string }[];
  readonly country: string | null;
  readonly talks: readonly { event: string | null; session?: string; role: string; title: string | null }[];
}

/** Rows of a series, as the tables take them. */
interface Told {
  readonly series: object;
  readonly events: readonly object[];
  readonly sessions: readonly object[];
}

const english = (text: string) => written('en', text);
const noRecord = 'The sources name neither a recording nor slides.';

/** What the sources tell of a date: the day, or only the days between which it lies. Nobody recorded an hour. */
const known = (date: string | null, from: string, to: string) => ({
  starts_at: `${date ?? from}T00:00:00Z`,
  ends_at: `${date ?? to}T23:59:59Z`,
  time_zone: 'UTC',
  precision: date ? 'day' : 'period',
});
const record = (recordingUrl: string | null, slidesUrl: string | null) => ({
  recording_url: recordingUrl,
  slides_url: slidesUrl,
  no_record_reason: recordingUrl || slidesUrl ? null : noRecord,
});

export function webinars({ series, webinars: all }: WebinarSeries): Told {
  const seriesId = demoId('series', series.id);
  return {
    series: {
      id: seriesId,
      slug: series.id,
      title: english(series.title),
      summary: null,
      purposes: series.purposes.map(english),
      starts_on: series.start,
      ends_on: series.end,
      organisers: [...series.organisers, ...series.supporters],
      source_id: series.source,
      source_place: series.place,
    },
    events: all.map((webinar) => ({
      id: demoId('event', webinar.id),
      slug: webinar.id,
      series_id: seriesId,
      cluster_id: webinar.cluster && demoId('cluster', webinar.cluster),
      kind: 'webinar',
      position: webinar.number,
      title: english(webinar.topic),
      summary: null,
      organiser_ids: [],
    })),
    sessions: all.map((webinar) => ({
      id: demoId('session', webinar.id),
      slug: webinar.id,
      event_id: demoId('event', webinar.id),
      number: webinar.number,
      state: 'completed',
      topic: english(webinar.topic),
      summary: english(webinar.summary),
      ...known(webinar.date, series.start, series.end),
      date_basis: webinar.dateBasis,
      host_id: null,
      themes: webinar.themes,
      ...record(webinar.recordingUrl, webinar.slidesUrl),
      source_id: webinar.source,
      source_place: webinar.place,
    })),
  };
}

/** A course or seminar without a last day in the sources: its last dated session stands for it. */
const endOf = ({ start, end, sessions }: Course): string =>
  end ?? sessions.reduce((last, { date }) => (date && date > last ? date : last), start);

export function courses({ programme, courses: all }: Training): Told {
  const seriesId = demoId('series', programme.id);
  return {
    series: {
      id: seriesId,
      slug: programme.id,
      title: english(programme.title),
      summary: null,
      purposes: (all[0]?.objectives ?? []).map(english),
      starts_on: all[0]?.start ?? null,
      ends_on: all.map(endOf).at(-1) ?? null,
      organisers: [...new Set(all.flatMap(({ organiser, partners }) => [organiser, ...partners]))],
      source_id: programme.source,
      source_place: programme.place,
    },
    events: all.map((course, position) => ({
      id: demoId('event', course.id),
      slug: course.id,
      series_id: seriesId,
      cluster_id: null,
      kind: course.kind === 'online course' ? 'course' : 'seminar',
      position,
      title: english(course.title),
      summary: english(course.host),
      organiser_ids: [],
    })),
    sessions: all.flatMap((course) =>
      course.sessions.map((session) => ({
        id: demoId('session', session.id),
        slug: session.id,
        event_id: demoId('event', course.id),
        number: session.number,
        state: 'completed',
        topic: english(session.title),
        summary: english(session.agenda),
        ...known(session.date, course.start, endOf(course)),
        date_basis: session.dateBasis ?? null,
        host_id: demoId('organisation', course.organiser),
        themes: [],
        ...record(null, session.slidesUrl ?? null),
        source_id: course.source,
        source_place: course.place,
      })),
    ),
  };
}

const roles: Readonly<Record<string, string>> = {
  speaker: 'speaker',
  lecturer: 'speaker',
  moderator: 'moderator',
  'opening remarks': 'opening',
  'closing remarks': 'closing',
  'participant statement': 'statement',
};
const order = Object.values(roles);

/** People whom the sources name as speakers, with what they were when they spoke, and where. */
export function speakersOf() {
  const people = readContent<Speaker[]>('speakers');
  const speakers = people.map(({ id, name, honorific, titles, country }) => ({
    id: demoId('speaker', id),
    slug: id,
    name,
    honorific,
    title: titles[0]?.title ?? null,
    organisation: titles[0]?.organisation ?? null,
    country,
    source_id: titles[0]?.source ?? null,
    source_place: titles[0]?.place ?? null,
  }));
  const spoken = people
    .flatMap(({ id, talks }) => talks.map((talk) => ({ ...talk, id })))
    .flatMap(({ id, event, session, role, title }) => {
      const where = session ?? event;
      const as = roles[role];
      return where && as ? [{ where, id, role: as, talk: title }] : [];
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const next = new Map<string, number>();
  const talks = spoken.map(({ where, id, role, talk }) => {
    const position = next.get(where) ?? 0;
    next.set(where, position + 1);
    return { session_id: demoId('session', where), position, speaker_id: demoId('speaker', id), role, talk };
  });
  return { speakers, talks };
}
