import { closingReasons, dismissalReasons, previousChoices } from '@baraza/domain/qa';
import { z } from 'zod';
import { Id, instant, Locale, Reading, Version, Words } from '../kernel/index.ts';
import {
  BoardMode,
  BoardMove,
  BoardPhase,
  BoardSession,
  BoardText,
  IdentityPolicy,
  QuestionMove,
  QuestionState,
} from './board.schema.ts';

/** A question as whoever moderates or stages the board works on it. */
export const DeskQuestion = z
  .object({
    id: Id,
    version: z.int(),
    seq: z.int(),
    state: QuestionState,
    text: BoardText,
    original: BoardText.nullable(),
    answer: BoardText.nullable(),
    name: z.string().nullable(),
    alias: z.string().nullable(),
    voteCount: z.int(),
    submittedAt: instant,
    dismissalReason: z.string().nullable(),
    mergedInto: Id.nullable(),
    claim: z.object({ mine: z.boolean(), name: z.string(), until: instant }).nullable(),
    moves: z.array(QuestionMove),
    claimable: z.boolean(),
    separable: z.boolean().describe('Its merging can still be undone'),
  })
  .meta({ id: 'DeskQuestion' });
export type DeskQuestion = z.output<typeof DeskQuestion>;

export const DeskView = z
  .object({
    id: Id,
    code: z.string(),
    version: z.int(),
    seq: z.int(),
    session: BoardSession,
    phase: BoardPhase,
    mode: BoardMode,
    identity: IdentityPolicy,
    open: z.int().describe('Questions that wait for an answer or a decision'),
    moderates: z.boolean(),
    moves: z.array(BoardMove),
    identityFixed: z.boolean(),
    questions: z.array(DeskQuestion),
  })
  .meta({ id: 'DeskView' });
export type DeskView = z.output<typeof DeskView>;

export const StageView = z
  .object({
    id: Id,
    code: z.string(),
    seq: z.int(),
    phase: BoardPhase,
    topic: Reading,
    onAir: BoardText.nullable(),
    host: z.string(),
    qr: z.object({ size: z.int(), path: z.string() }).describe('The address of the board as a QR code, in modules'),
  })
  .meta({ id: 'StageView' });
export type StageView = z.output<typeof StageView>;

export const Entry = z.object({ code: z.string().min(1).max(40) }).meta({ id: 'Entry' });
export const Entered = z.object({ code: z.string() }).meta({ id: 'Entered' });

export const Asked = z
  .object({
    text: z.string().min(1).max(20_000),
    locale: Locale,
    alias: Words(0, 80).optional().describe('What others see instead of a name'),
    clientUuid: Id.optional().describe('Made on the device: sent again, it is the same question'),
    writtenAt: z.iso.datetime().optional().describe('When it was typed, if it had to wait for a connection'),
  })
  .meta({ id: 'Asked' });
export const Ballot = z.object({ on: z.boolean() }).meta({ id: 'Ballot' });
export const Counted = z.object({ id: Id, voteCount: z.int(), voted: z.boolean() }).meta({ id: 'Counted' });
export type Counted = z.output<typeof Counted>;

/** A move with what it needs: a reason, words, the question it concerns beside this one. */
export const QuestionStep = z
  .object({
    version: Version,
    move: QuestionMove,
    text: z.string().max(20_000).optional(),
    locale: Locale.optional(),
    dismissal: z.enum(dismissalReasons).optional(),
    closing: z.enum(closingReasons).optional(),
    dueAt: z.iso.datetime().optional(),
    recordingOffsetMs: z.int().min(0).max(86_400_000).optional(),
    previous: z.enum(previousChoices).optional().describe('What becomes of the question that is on air'),
    into: Id.optional().describe('The question it is merged into'),
  })
  .meta({ id: 'QuestionStep' });
export type QuestionStep = z.output<typeof QuestionStep>;
export const QuestionAfter = z
  .object({ id: Id, version: z.int(), seq: z.int(), state: QuestionState })
  .meta({ id: 'QuestionAfter' });
export type QuestionAfter = z.output<typeof QuestionAfter>;
export const Claimed = z.object({ id: Id, until: instant.nullable() }).meta({ id: 'Claimed' });

export const BoardStep = z.object({ version: Version, move: BoardMove }).meta({ id: 'BoardStep' });
export const BoardSettings = z
  .object({ version: Version, mode: BoardMode.optional(), identity: IdentityPolicy.optional() })
  .meta({ id: 'BoardSettings' });
export const Leftovers = z.object({ version: Version, closing: z.enum(closingReasons) }).meta({ id: 'Leftovers' });
export const BoardAfter = z
  .object({ id: Id, code: z.string(), version: z.int(), seq: z.int(), phase: BoardPhase, mode: BoardMode })
  .meta({ id: 'BoardAfter' });
export type BoardAfter = z.output<typeof BoardAfter>;
