import { checkInKinds, checkInMachine, goings } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, Locale, Reading, Words } from '../kernel/index.ts';
import { End, language, Move, NextStep, OrganisationRef } from './parts.schema.ts';

/** Five questions; the first one alone must be answered. */
export const CheckInBody = z
  .object({
    going: z.enum(goings).describe('Is it going on?'),
    happened: Words(0, 3000).optional(),
    next: Words(0, 3000).optional(),
    hindrance: Words(0, 3000).optional(),
    deskWanted: z.boolean().default(false).describe('Do you need the desk?'),
    language,
  })
  .meta({ id: 'CheckInBody' });
export type CheckInBody = z.output<typeof CheckInBody>;

const Answer = z
  .object({
    going: z.enum(goings),
    happened: Reading.nullable(),
    next: Reading.nullable(),
    hindrance: Reading.nullable(),
    deskWanted: z.boolean(),
    files: FileShelf.describe('What its party laid beside it'),
    at: instant,
  })
  .meta({ id: 'CheckInAnswer' });

export const CheckInView = z
  .object({
    id: Id,
    version: z.int(),
    kind: z.enum(checkInKinds),
    state: z.enum(checkInMachine.states),
    opensAt: instant,
    sides: z.array(z.object({ organisation: OrganisationRef, answer: Answer.nullable() })),
    answerAs: OrganisationRef.nullable().describe('The party the reader may answer for now'),
    nextStep: NextStep.nullable(),
    end: End.nullable(),
    moves: z.array(Move),
  })
  .meta({ id: 'CheckInView' });
export type CheckInView = z.output<typeof CheckInView>;

/** What a link in a mail opens: the five questions for one party of one check-in, and nothing else. */
export const LinkedCheckIn = z
  .object({
    state: z.enum(['open', 'answered', 'over']),
    organisation: z.string(),
    partnership: z.object({ ref: z.string(), title: Reading, with: z.array(z.string()) }),
    dueAt: instant.nullable(),
    timeZone: z.string(),
    language: Locale.describe('Of whom it was written to'),
  })
  .meta({ id: 'LinkedCheckIn' });
export type LinkedCheckIn = z.output<typeof LinkedCheckIn>;
