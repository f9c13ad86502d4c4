import { brokeringTerms, meetingMachine } from '@baraza/domain/brokering';
import { z } from 'zod';
import { Id, instant, Reading, Version, Words } from '../kernel/index.ts';
import { Day, End, language, Move, NextStep, OrganisationRef } from './parts.schema.ts';

/** As a form gives it, by the clock of `timeZone`: `2026-03-25T13:00`. */
const LocalTime = z.iso.datetime({ local: true, precision: -1 }).length(16);
const slots = z.array(LocalTime).length(brokeringTerms.meeting.slots);
const timeZone = z.string().max(60).describe('IANA zone in which the slots are written');
const delegate = Words(1, 120).describe('Who comes for the side that writes');

export const MeetingProposal = z
  .object({
    topic: Words(3, 300),
    place: Words(0, 300).optional().describe('A room, or a link'),
    minutes: z.int().min(10).max(600).default(brokeringTerms.meeting.minutes),
    slots,
    timeZone,
    delegate,
    language,
  })
  .meta({ id: 'MeetingProposal' });
export type MeetingProposal = z.output<typeof MeetingProposal>;
export const MeetingCounter = z.object({ version: Version, slots, timeZone, delegate }).meta({ id: 'MeetingCounter' });
export const MeetingAcceptance = z.object({ version: Version, slot: z.iso.datetime(), delegate }).meta({
  id: 'MeetingAcceptance',
});
const result = {
  attendees: Words(1, 1000).describe('One on each line: a name, or how many came in which role'),
  note: Words(1, 1200).describe('What came of it, in a few lines'),
  next: Words(1, 600),
  nextOwnerId: Id,
  nextDue: Day,
  language,
};
export const MeetingRecord = z.object({ version: Version, ...result }).meta({ id: 'MeetingRecord' });
export const MeetingReport = z
  .object({
    topic: Words(3, 300),
    on: Day.describe('The day on which it took place'),
    place: Words(0, 300).optional(),
    ...result,
  })
  .meta({ id: 'MeetingReport' });
export type MeetingReport = z.output<typeof MeetingReport>;

export const MeetingView = z
  .object({
    id: Id,
    version: z.int(),
    state: z.enum(meetingMachine.states),
    topic: Reading,
    place: z.string().nullable(),
    minutes: z.int(),
    proposer: OrganisationRef.nullable().describe('Null when the desk wrote it down afterwards'),
    sides: z.array(z.object({ organisation: OrganisationRef, delegate: z.string().nullable() })),
    slots: z.array(instant),
    chosen: instant.nullable(),
    outcome: z
      .object({
        attendees: z.array(z.string()),
        said: Reading,
        next: Reading,
        nextOwner: OrganisationRef,
        nextDue: Day,
      })
      .nullable(),
    nextStep: NextStep.nullable(),
    end: End.nullable(),
    moves: z.array(Move),
  })
  .meta({ id: 'MeetingView' });
export type MeetingView = z.output<typeof MeetingView>;
