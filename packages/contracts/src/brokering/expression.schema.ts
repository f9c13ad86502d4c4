import { expressionMachine } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, pageOf, Reading, Version, Words } from '../kernel/index.ts';
import { Day, End, language, Message, Move, NextStep, OrganisationRef, WorkingLanguage } from './parts.schema.ts';

export const ExpressionState = z.enum(expressionMachine.states).meta({ id: 'ExpressionState' });

const content = {
  language,
  message: Words(0, 4000).optional(),
  weBring: Words(0, 3000).optional(),
  conditions: Words(0, 3000).optional(),
  earliestStart: Day.optional(),
  languages: z.array(WorkingLanguage).max(20).default([]),
  covers: z.array(Id).max(20).default([]).describe('The lines of the request it answers; none means all'),
  send: z.boolean().default(false).describe('Send it in the same breath'),
};
export const ExpressionDraftBody = z
  .object({
    organisationId: Id.optional().describe('For whom; without it, the organisation the writer acts for'),
    ...content,
  })
  .meta({ id: 'ExpressionDraft' });
export const ExpressionRevisionBody = z.object({ version: Version, ...content }).meta({ id: 'ExpressionRevision' });

export const ExpressionCard = z
  .object({
    id: Id,
    version: z.int(),
    state: ExpressionState,
    stateSince: instant,
    sentAt: instant.nullable(),
    organisation: OrganisationRef.describe('Who sent it'),
    request: z.object({ ref: z.string(), title: Reading.nullable(), organisation: OrganisationRef }),
    nextStep: NextStep.nullable(),
  })
  .meta({ id: 'ExpressionCard' });
export type ExpressionCard = z.output<typeof ExpressionCard>;

export const ExpressionView = ExpressionCard.extend({
  stream: z.string(),
  seq: z.int(),
  mine: z.boolean().describe('Sent by an organisation of the reader'),
  message: Reading.nullable(),
  weBring: Reading.nullable(),
  conditions: Reading.nullable(),
  earliestStart: Day.nullable(),
  languages: z.array(z.string()),
  covers: z.array(Id),
  lines: z
    .array(z.object({ id: Id, text: Reading }))
    .describe('The lines of the request it answers, in its order: those it names, or all of them'),
  end: End.nullable(),
  moves: z.array(Move),
  mayRevise: z.boolean(),
  mayReply: z.boolean(),
  messages: pageOf(Message).describe('What the two sides wrote, newest first'),
  matchId: Id.nullable(),
  files: FileShelf,
}).meta({ id: 'ExpressionView' });
export type ExpressionView = z.output<typeof ExpressionView>;

/** Of the expressions that came to it and whose time is up or was used; whoever waited is never counted. */
export const Responsiveness = z
  .object({
    answered: z.int().describe('Within the time'),
    asked: z.int(),
    within: z.int().describe('Working days it has to answer'),
  })
  .meta({ id: 'Responsiveness' });
export type Responsiveness = z.output<typeof Responsiveness>;
