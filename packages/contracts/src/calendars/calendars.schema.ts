import { calendarKinds, calendarTerms } from '@baraza/domain/calendars';
import { z } from 'zod';
import { Id, Words } from '../kernel/index.ts';

/** `desk`, a country's two letters, or `@` and the slug of an organisation. */
export const CalendarKey = z
  .string()
  .regex(/^(desk|[A-Z]{2}|@[a-z0-9-]{1,80})$/)
  .describe("desk, a country's two letters, or @ and the slug of an organisation");
const Day = z.iso.date();
const Weekday = z.int().min(0).max(6).describe('0 is Sunday');
const source = Words(1, 100).describe('Where it comes from; all of one source can be taken away together');

export const HolidayLine = z.object({ day: z.string(), name: z.string() }).meta({ id: 'Holiday' });

export const CalendarLine = z
  .object({
    key: z.string(),
    kind: z.enum(calendarKinds),
    country: z.string().nullable(),
    weekend: z.array(Weekday),
    ahead: z.int().describe('Holidays that are still to come'),
    until: z.string().nullable().describe('The last day that is known'),
    organisations: z.int().describe('How many live by it'),
  })
  .meta({ id: 'CalendarLine' });
export type CalendarLine = z.output<typeof CalendarLine>;

/** What a file holds, until somebody says that it is meant. */
export const CalendarImport = z
  .object({
    id: Id,
    source: z.string(),
    leftOut: z.int().describe('Events that are no whole days, repeat otherwise than yearly, or lie in other years'),
    days: z.array(HolidayLine.extend({ there: z.boolean().describe('The calendar has this day already') })),
  })
  .meta({ id: 'CalendarImport' });

export const CalendarView = CalendarLine.extend({
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  ownWeekend: z.boolean().describe('Said here, and not only usual there'),
  countryDays: z.int().describe("Holidays to come of an organisation's country, which count beside its own"),
  sources: z.array(z.object({ source: z.string(), days: z.array(HolidayLine) })),
  found: CalendarImport.nullable(),
}).meta({ id: 'Calendar' });
export type CalendarView = z.output<typeof CalendarView>;

export const ImportBody = z
  .object({ text: z.string().min(1).max(calendarTerms.fileBytes), source: source.optional() })
  .meta({ id: 'CalendarFile' });
export const DayBody = z.object({ day: Day, name: Words(1, 200) }).meta({ id: 'HolidayBody' });
export const DayGone = z.object({ day: Day }).meta({ id: 'HolidayGone' });
export const SourceQuery = z.object({ source });
export const WeekendBody = z.object({ days: z.array(Weekday).max(7).default([]) }).meta({ id: 'WeekendBody' });
export const byKey = z.object({ key: CalendarKey });
export const byImport = z.object({ key: CalendarKey, id: Id });
