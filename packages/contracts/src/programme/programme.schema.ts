import { movesOf } from '@baraza/domain/kernel';
import { eventKinds, sessionMachine } from '@baraza/domain/programme';
import { boardMachine, boardModes, identityPolicies } from '@baraza/domain/qa';
import { z } from 'zod';
import { Citation, Id, instant, Locale, Reading, Slug, Version, Words } from '../kernel/index.ts';

export const SessionState = z.enum(sessionMachine.states).meta({ id: 'SessionState' });
export const SessionMove = z.enum(movesOf(sessionMachine)).meta({ id: 'SessionMove' });
export const EventKind = z.enum(eventKinds).meta({ id: 'EventKind' });

/**
 * When a session is or was. `instant`: the hour is known. `day` and `period`: the sources tell a day, or only between
 * which days; `basis` says how it is known, and nobody may show an hour.
 */
export const SessionTime = z
  .object({
    precision: z.enum(['instant', 'day', 'period']),
    startsAt: instant,
    endsAt: instant,
    timeZone: z.string(),
    basis: z.string().nullable(),
  })
  .meta({ id: 'SessionTime' });
export type SessionTime = z.output<typeof SessionTime>;

const Place = z.object({ slug: Slug, name: z.string() });

export const SessionLine = z
  .object({
    id: Id,
    slug: Slug,
    number: z.int().nullable(),
    kind: EventKind,
    state: SessionState,
    topic: Reading,
    time: SessionTime,
    host: Place.nullable(),
    recorded: z.boolean(),
    board: z
      .object({ code: z.string(), phase: z.enum(boardMachine.states), questions: z.int(), answered: z.int() })
      .nullable(),
  })
  .meta({ id: 'SessionLine' });
export type SessionLine = z.output<typeof SessionLine>;

export const SeriesLine = z
  .object({
    id: Id,
    slug: Slug,
    title: Reading,
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    sessions: z.int(),
    questions: z.int(),
  })
  .meta({ id: 'SeriesLine' });
export type SeriesLine = z.output<typeof SeriesLine>;

export const Overview = z
  .object({
    live: z.array(SessionLine).describe('Running now, then what comes next, soonest first'),
    series: z.array(SeriesLine),
    announce: z.boolean().describe('The reader may announce a session'),
  })
  .meta({ id: 'ProgrammeOverview' });
export type Overview = z.output<typeof Overview>;

export const SeriesView = SeriesLine.extend({
  summary: Reading.nullable(),
  purposes: z.array(Reading),
  organisers: z.array(Place),
  events: z.array(
    z.object({ slug: Slug, kind: EventKind, title: Reading, summary: Reading.nullable(), lines: z.array(SessionLine) }),
  ),
  grounding: Citation.nullable(),
}).meta({ id: 'SeriesView' });
export type SeriesView = z.output<typeof SeriesView>;

export const SpeakerView = z
  .object({
    name: z.string(),
    honorific: z.string().nullable(),
    title: z.string().nullable(),
    organisation: z.string().nullable(),
    country: z.string().nullable(),
    role: z.enum(['speaker', 'moderator', 'opening', 'closing', 'statement']),
    talk: z.string().nullable(),
  })
  .meta({ id: 'SpeakerView' });
export type SpeakerView = z.output<typeof SpeakerView>;

export const SessionView = SessionLine.extend({
  version: Version,
  seq: z.int().describe('Number of the stream session:<id> this view is of'),
  summary: Reading.nullable(),
  event: z.object({ slug: Slug, title: Reading }),
  series: z.object({ slug: Slug, title: Reading }).nullable(),
  cluster: Place.nullable(),
  themes: z.array(z.string()),
  speakers: z.array(SpeakerView),
  recordingUrl: z.string().nullable(),
  slidesUrl: z.string().nullable(),
  noRecordReason: z.string().nullable(),
  stories: z.array(z.object({ slug: Slug, title: Reading })).describe('Stories told from it'),
  grounding: Citation.nullable(),
  moves: z.array(SessionMove),
  edit: z.boolean().describe('The reader may change its times or its record'),
}).meta({ id: 'SessionView' });
export type SessionView = z.output<typeof SessionView>;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};
/** A day and an hour as the clock of the place that hosts it shows them. */
const times = {
  day: z.iso.date(),
  hour: z.iso.time({ precision: -1 }),
  minutes: z.int().min(10).max(720),
  timeZone: z
    .string()
    .trim()
    .max(60)
    .refine(isZone, { params: { sentence: 'members.refuse.noSuchZone' } }),
};

/** A web address, and none that could act: it becomes a link on a public page. */
const Link = z
  .string()
  .trim()
  .max(500)
  .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), {
    params: { sentence: 'programme.refuse.notALink' },
  });

export const Announcement = z
  .object({
    ...times,
    topic: Words(5, 200),
    summary: Words(0, 2000).optional(),
    locale: Locale,
    kind: EventKind.default('webinar'),
    host: Slug.optional().describe('Slug of the organisation that hosts it'),
    speakers: Words(0, 2000).optional().describe('One speaker a line'),
    mode: z.enum(boardModes).default('trusted_auto'),
    identity: z.enum(identityPolicies).default('alias_known_to_moderators'),
  })
  .meta({ id: 'Announcement' });
export const Reschedule = z.object({ version: Version, ...times }).meta({ id: 'Reschedule' });
export const SessionRecord = z
  .object({
    version: Version,
    recordingUrl: Link.optional(),
    slidesUrl: Link.optional(),
    noRecordReason: Words(0, 500).optional(),
  })
  .meta({ id: 'SessionRecord' });
export const SessionStep = z.object({ version: Version, move: SessionMove }).meta({ id: 'SessionStep' });
