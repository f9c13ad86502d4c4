import { locales } from '@baraza/domain/kernel';
import { z } from 'zod';
import { Id, instant, Locale, Reading, Version, Words } from '../kernel/index.ts';

export const OrganisationRef = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string().describe("In the reader's language"),
    country: z.string().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'BrokeringOrganisation' });
export type OrganisationRef = z.output<typeof OrganisationRef>;

/** An organisation of the network as somebody names it: by its id, or by its name in any language. */
export const named = {
  organisationId: Id.optional(),
  organisation: Words(0, 300).optional().describe('Its name in any language, instead of the id'),
};

/** By what a requester could tell that it worked. */
export const ExpectedOutcome = z
  .object({
    id: Id,
    indicator: Reading,
    unit: z.string().nullable(),
    baseline: z.number().nullable(),
    target: z.number().nullable(),
  })
  .meta({ id: 'ExpectedOutcome' });
export type ExpectedOutcome = z.output<typeof ExpectedOutcome>;

/** A stream of live news and its present number: what a page listens to, and from where on. */
export const Heard = z.object({ stream: z.string(), seq: z.int() }).meta({ id: 'Heard' });

export const subjectKinds = ['request', 'clarification', 'expression', 'match', 'partnership'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Who must act, what, by when; there is one on everything that is open. */
export const NextStep = z
  .object({
    who: z.enum(['you', 'organisation', 'member', 'desk']),
    organisation: OrganisationRef.nullable().describe('Who must act, when it is an organisation'),
    name: z.string().nullable().describe('The broker who must act, to those who work with them'),
    role: z.enum(['broker', 'lead_broker', 'me_officer']).nullable().describe('Whose desk, when nobody holds the case'),
    what: z.string().describe('A message key: brokering.step.…'),
    dueAt: instant,
    late: z.boolean().describe('Its own time, or that of the step before it, is up'),
    workingDays: z.int().describe('Left, in the calendar of who must act; negative when late'),
    timeZone: z.string().nullable().describe("The clock of who must act, beside the reader's own"),
    missed: z
      .object({ organisation: OrganisationRef.nullable(), what: z.string(), dueAt: instant })
      .nullable()
      .describe('The step before, not taken in time; told to the parties and the desk only'),
  })
  .meta({ id: 'NextStep' });
export type NextStep = z.output<typeof NextStep>;

/** What the reader may do now, with what is asked of them for it: enough to draw the form. */
export const Move = z
  .object({
    move: z.string().describe('A message key is brokering.move.<subject>.<move>'),
    operation: z.string().describe('brokering.submitRequest: the operation that makes it'),
    reasons: z.array(z.string()).describe('One is chosen; message keys brokering.reason.<reason>'),
    usual: z.string().nullable().describe('The one that is meant when none is chosen'),
    note: z.enum(['none', 'optional', 'required']),
    until: z.boolean().describe('A day is asked for: until when'),
  })
  .meta({ id: 'BrokeringMove' });
export type Move = z.output<typeof Move>;

/** When it came into a state, and whose doing that was: an organisation, the desk, or a clock. */
export const PathStep = z
  .object({
    state: z.string(),
    at: instant,
    by: z.enum(['organisation', 'desk', 'system']),
    organisation: OrganisationRef.nullable(),
  })
  .meta({ id: 'PathStep' });
export type PathStep = z.output<typeof PathStep>;

export const End = z.object({ reason: z.string(), note: Reading.nullable(), at: instant }).meta({ id: 'BrokeringEnd' });

export const Message = z
  .object({
    id: Id,
    organisation: OrganisationRef.nullable().describe('On whose behalf; null for a broker'),
    author: z.string().nullable().describe('Who wrote it, once contacts are open'),
    text: Reading,
    at: instant,
    mine: z.boolean(),
  })
  .meta({ id: 'BrokeringMessage' });
export type Message = z.output<typeof Message>;

/** The language somebody writes in; without it, the one they read in. */
export const language = Locale.optional().describe(`Language of the words: ${locales.join(', ')}`);

/** What a mover says. `Move.reasons` and `Move.note` tell which of it is asked for. */
export const MoveBody = z
  .object({
    version: Version,
    reason: z.string().max(40).optional(),
    note: Words(0, 4000).optional(),
    until: z.iso.date().optional(),
    language,
  })
  .meta({ id: 'MoveBody' });
export type MoveBody = z.output<typeof MoveBody>;

export const MessageBody = z.object({ text: Words(1, 4000), language }).meta({ id: 'BrokeringMessageBody' });

/** A language people can work in, beyond the seven of the interface: `bn`, `sw`. */
export const WorkingLanguage = z.string().regex(/^[a-z]{2,3}$/);
export const Day = z.iso.date();
export const Figure = z.number().min(-1e12).max(1e12);
