import { z } from 'zod';
import { defineRoutes, Paging, pageOf, Slug } from '../kernel/index.ts';
import { programmeEndpoints } from './programme.endpoints.ts';
import {
  Announcement,
  Overview,
  Reschedule,
  SeriesView,
  SessionLine,
  SessionRecord,
  SessionStep,
  SessionView,
} from './programme.schema.ts';

const params = z.object({ slug: Slug });

export const programme = defineRoutes('programme', programmeEndpoints, {
  overview: { summary: 'What is live, what comes next, and every series', access: 'anyone', response: Overview },
  past: {
    summary: 'Sessions that are over, the latest first',
    access: 'anyone',
    query: z.object(Paging),
    response: pageOf(SessionLine),
  },
  series: { summary: 'A series with its events and sessions', access: 'anyone', params, response: SeriesView },
  session: { summary: 'A session and its record', access: 'anyone', params, response: SessionView },
  announce: {
    summary: 'Announce a session with its question board',
    access: 'member',
    body: Announcement,
    status: 201,
    response: SessionView,
  },
  reschedule: {
    summary: 'Another time, before it has begun',
    access: 'member',
    params,
    body: Reschedule,
    response: SessionView,
  },
  record: {
    summary: 'Where to find the recording and the slides, or why there are none',
    access: 'member',
    params,
    body: SessionRecord,
    response: SessionView,
  },
  move: {
    summary: 'Open, start, end, complete or cancel a session; its board follows',
    access: 'member',
    params,
    body: SessionStep,
    response: SessionView,
  },
});
