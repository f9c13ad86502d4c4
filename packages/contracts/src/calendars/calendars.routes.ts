import { z } from 'zod';
import { defineRoutes, Id } from '../kernel/index.ts';
import { calendarsEndpoints } from './calendars.endpoints.ts';
import {
  byImport,
  byKey,
  CalendarLine,
  CalendarView,
  DayBody,
  DayGone,
  ImportBody,
  SourceQuery,
  WeekendBody,
} from './calendars.schema.ts';

/** On which days nobody works: deadlines are counted in the days of whoever must act. */
export const calendars = defineRoutes('calendars', calendarsEndpoints, {
  all: {
    summary: 'The calendars of the desk and of every country that takes part',
    access: ['admin'],
    response: z.object({ calendars: z.array(CalendarLine) }),
  },
  read: {
    summary: 'A calendar, for whoever keeps it; with a file that was looked at',
    access: 'member',
    params: byKey,
    query: z.object({ import: Id.optional() }),
    response: CalendarView,
  },
  look: {
    summary: 'See which days an iCalendar file would bring; nothing is taken over yet',
    access: 'member',
    status: 201,
    params: byKey,
    body: ImportBody,
    response: z.object({ key: z.string(), import: Id }),
    perMinute: 20,
  },
  take: { summary: 'Take the days of that file over', access: 'member', params: byImport, response: CalendarView },
  addDay: {
    summary: 'Add one day',
    access: 'member',
    status: 201,
    params: byKey,
    body: DayBody,
    response: CalendarView,
  },
  removeDay: { summary: 'Take one day away', access: 'member', params: byKey, body: DayGone, response: CalendarView },
  removeSource: {
    summary: 'Take away all that came from one source',
    access: 'member',
    params: byKey,
    query: SourceQuery,
    response: CalendarView,
  },
  setWeekend: {
    summary: 'Say which days of the week are free; none at all: as is usual there',
    access: 'member',
    params: byKey,
    body: WeekendBody,
    response: CalendarView,
  },
});
