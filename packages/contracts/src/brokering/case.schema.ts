import {
  clarificationMachine,
  lineStates,
  safeguardCategories,
  safeguardLevels,
  screeningFailures,
  screeningResults,
} from '@baraza/domain/brokering';
import { z } from 'zod';
import { Id, instant, Locale, Reading, Version, Words } from '../kernel/index.ts';
import { language, Move, NextStep, OrganisationRef } from './parts.schema.ts';

export const ClarificationState = z.enum(clarificationMachine.states).meta({ id: 'ClarificationState' });
/** What another organisation asked about a published request. */
export const ClarificationView = z
  .object({
    id: Id,
    version: z.int(),
    state: ClarificationState,
    organisation: OrganisationRef.nullable().describe('Who asked: for the two sides and the desk'),
    open: z.boolean().describe('Once answered, everybody who reads the request reads it'),
    question: Reading,
    answer: Reading.nullable(),
    askedAt: instant,
    answeredAt: instant.nullable(),
    nextStep: NextStep.nullable(),
    moves: z.array(Move),
  })
  .meta({ id: 'ClarificationView' });
export type ClarificationView = z.output<typeof ClarificationView>;
export const ClarificationBody = z
  .object({
    organisationId: Id.optional().describe('For whom; without it, the organisation the asker acts for'),
    question: Words(0, 2000).optional(),
    open: z.boolean().default(false),
    language,
  })
  .meta({ id: 'ClarificationBody' });

export const SafeguardLevel = z.enum(safeguardLevels).meta({ id: 'SafeguardLevel' });
export const SafeguardCategory = z.enum(safeguardCategories).meta({ id: 'SafeguardCategory' });
export const FlagBody = z
  .object({ level: SafeguardLevel, category: SafeguardCategory, note: Words(0, 2000).optional(), language })
  .meta({ id: 'FlagBody' });
export const FlagChange = z
  .object({
    version: Version,
    level: z.enum([...safeguardLevels, 'cleared']),
    note: Words(0, 2000).optional(),
    language,
  })
  .meta({ id: 'FlagChange' });

export const NoteBody = z.object({ text: Words(1, 4000), language }).meta({ id: 'CaseNoteBody' });
export const HandOverBody = z.object({ version: Version, to: Id.describe('A broker') }).meta({ id: 'HandOverBody' });
export const LinesBody = z
  .object({ version: Version, lines: z.array(z.object({ id: Id, state: z.enum(lineStates) })).max(20) })
  .meta({ id: 'NeedLinesBody' });

/** What brokers keep among themselves about a case; nobody else is ever sent it. */
export const CaseFile = z
  .object({
    proposal: z
      .object({
        move: z.enum(['publish', 'decline']),
        by: z.string(),
        you: z.boolean(),
        at: instant,
        reason: z.string().nullable(),
        note: Reading.nullable(),
      })
      .nullable()
      .describe('What a broker wants done that takes a second one'),
    secondLook: z.boolean().describe('Publishing takes two brokers'),
    flags: z.array(
      z.object({
        id: Id,
        version: z.int(),
        level: SafeguardLevel.nullable().describe('null: cleared'),
        category: SafeguardCategory,
        note: Reading,
        by: z.string(),
        at: instant,
        mayLower: z.boolean(),
      }),
    ),
    mayFlag: z.boolean(),
    screenings: z
      .array(
        z.object({
          organisation: OrganisationRef,
          result: z.enum(screeningResults),
          source: z.string().nullable().describe('Who said it'),
          note: z.string().nullable().describe('In its words'),
          failure: z.enum(screeningFailures).nullable().describe('Why nothing is known'),
          at: instant,
        }),
      )
      .describe('What was last heard of each party, since it was introduced to anybody; it decides nothing'),
    notes: z.array(z.object({ id: Id, by: z.string(), you: z.boolean(), text: Reading, at: instant })),
    wanted: z.int().describe('Partners that may be suggested at once, and are still to be'),
    enough: z
      .object({ note: Reading, by: z.string(), at: instant })
      .nullable()
      .describe('Why no more partners are suggested'),
    handTo: z
      .array(z.object({ id: Id, name: z.string(), you: z.boolean() }))
      .describe('Brokers without a stake to whom the reader may hand the case: one that nobody holds, to themself'),
  })
  .meta({ id: 'CaseFile' });
export type CaseFile = z.output<typeof CaseFile>;

/** What was rewritten since the broker asked. */
export const Change = z
  .object({ field: z.string(), before: z.array(z.string()), after: z.array(z.string()) })
  .meta({ id: 'RequestChange' });
export type Change = z.output<typeof Change>;

/** A move that a mail puts behind one button, for who holds the link. */
export const Tap = z
  .object({
    state: z.enum(['ready', 'done', 'gone']).describe('gone: it is not to be done any more'),
    move: z.enum(['approve', 'confirm']),
    request: z.object({ ref: z.string(), title: Reading.nullable(), summary: Reading.nullable() }),
    organisation: OrganisationRef,
    name: z.string().describe('Whom the link was written to'),
    locale: Locale,
  })
  .meta({ id: 'BrokeringTap' });
export type Tap = z.output<typeof Tap>;
