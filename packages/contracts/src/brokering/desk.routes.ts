import { z } from 'zod';
import { defineShapes } from '../kernel/index.ts';
import { FlagBody, FlagChange, HandOverBody, NoteBody, Tap } from './case.schema.ts';
import { DeskCounts, DeskFilter, DeskPage, Mine, Workload } from './desk.schema.ts';
import { Responsiveness } from './expression.schema.ts';
import { byId, byRef, byToken, deskOnly } from './keys.ts';
import { PromiseRecord, RecordFilter, UnmetDemand } from './record.schema.ts';
import { RequestView } from './request.schema.ts';

export const deskRoutes = defineShapes({
  unmet: { summary: 'Needs that nobody has met, by goal and region', access: 'anyone', response: UnmetDemand },
  promise: {
    summary: 'What the house promises, and how it kept it',
    access: 'anyone',
    query: RecordFilter,
    response: PromiseRecord,
  },
  handOver: {
    summary: 'Give the case to another broker; one that nobody holds, any broker may take',
    access: deskOnly,
    params: byRef,
    body: HandOverBody,
    response: RequestView,
  },
  writeNote: {
    summary: 'Keep a private note with the case',
    access: deskOnly,
    params: byRef,
    body: NoteBody,
    response: RequestView,
  },
  raiseFlag: {
    summary: 'Flag a risk; read by the desk only',
    access: deskOnly,
    params: byRef,
    body: FlagBody,
    response: RequestView,
  },
  changeFlag: {
    summary: 'Raise, lower or clear a flag; from red only by a lead broker',
    access: deskOnly,
    params: byId,
    body: FlagChange,
    response: RequestView,
  },
  tap: {
    summary: 'What the button of a mail would do; nothing is done by looking',
    access: 'anyone',
    params: byToken,
    response: Tap,
  },
  pressTap: {
    summary: 'Do it, once, for whom the mail was written to',
    access: 'anyone',
    params: byToken,
    response: Tap,
    perMinute: 10,
  },
  desk: {
    summary: "The brokers' queue, most urgent first; cases of the reader's own organisations are left out",
    access: deskOnly,
    query: DeskFilter,
    response: DeskPage,
  },
  deskCounts: { summary: 'How many cases stand in each view of the desk', access: deskOnly, response: DeskCounts },
  workload: { summary: 'Cases and steps of each broker', access: deskOnly, response: Workload },
  responsiveness: {
    summary: 'How often an organisation answered what was sent to it within the time',
    access: 'anyone',
    params: z.object({ slug: z.string().max(80) }),
    response: Responsiveness,
  },
  mine: {
    summary: 'What waits for the reader and theirs, and what they have under way',
    access: 'member',
    response: Mine,
  },
});
