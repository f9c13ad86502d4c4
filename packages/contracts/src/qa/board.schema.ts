import { movesOf } from '@baraza/domain/kernel';
import { boardMachine, boardModes, closingReasons, identityPolicies, questionMachine } from '@baraza/domain/qa';
import { variantStates } from '@baraza/domain/translation';
import { z } from 'zod';
import { Citation, Id, instant, Locale, Reading, Slug } from '../kernel/index.ts';

export const BoardPhase = z.enum(boardMachine.states).meta({ id: 'BoardPhase' });
export const BoardMove = z.enum(movesOf(boardMachine)).meta({ id: 'BoardMove' });
export const BoardMode = z.enum(boardModes).meta({ id: 'BoardMode' });
export const IdentityPolicy = z.enum(identityPolicies).meta({ id: 'IdentityPolicy' });
export const QuestionState = z.enum(questionMachine.states).meta({ id: 'QuestionState' });
export const QuestionMove = z.enum(movesOf(questionMachine)).meta({ id: 'QuestionMove' });

/**
 * A text with what may be shown of its translations. Boards send these instead of readings, because what is said to all
 * listeners at once must be the same for each of them, whatever they read in; the browser chooses.
 */
export const BoardText = z
  .object({
    sourceLocale: Locale,
    sourceText: z.string(),
    sourceHash: z.string(),
    variants: z.array(
      z.object({
        locale: Locale,
        text: z.string(),
        kind: z.enum(['human', 'machine', 'machine_reviewed']),
        engine: z.string().nullable(),
        sourceHash: z.string(),
        state: z.enum(variantStates),
        by: z.null(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'BoardText' });
export type BoardText = z.output<typeof BoardText>;

/** A question as everybody sees it. `seq`: the board's number when it last changed. */
export const PublicQuestion = z
  .object({
    id: Id,
    seq: z.int(),
    state: QuestionState,
    text: BoardText,
    edited: z.boolean().describe('A moderator has changed the wording'),
    name: z.string().nullable().describe('Who asked; only on a board that shows names'),
    alias: z.string().nullable(),
    voteCount: z.int(),
    publishedAt: instant.nullable(),
    onAirAt: instant.nullable(),
    answeredAt: instant.nullable(),
    answer: BoardText.nullable(),
    grounding: z.array(Citation).describe('What the answer rests on'),
    recordingOffsetMs: z.int().nullable(),
    dueAt: instant.nullable().describe('When a deferred answer is owed'),
    closingReason: z.enum(closingReasons).nullable(),
  })
  .meta({ id: 'PublicQuestion' });
export type PublicQuestion = z.output<typeof PublicQuestion>;

const now = { seq: z.int(), phase: BoardPhase, mode: BoardMode, onAir: Id.nullable() };
export const BoardSnapshot = z.object({ ...now, questions: z.array(PublicQuestion) }).meta({ id: 'BoardSnapshot' });
export type BoardSnapshot = z.output<typeof BoardSnapshot>;

/** What changed after `since`: questions to put in, questions of which only the votes changed, questions to take out. */
export const BoardPatch = z
  .object({
    ...now,
    since: z.int(),
    changed: z.array(PublicQuestion),
    votes: z.array(z.object({ id: Id, seq: z.int(), voteCount: z.int() })),
    gone: z.array(Id),
  })
  .meta({ id: 'BoardPatch' });
export type BoardPatch = z.output<typeof BoardPatch>;

export const BoardSession = z
  .object({
    slug: Slug,
    topic: Reading,
    startsAt: instant,
    endsAt: instant,
    dated: z.boolean().describe('The hour is known; where it is not, none is shown'),
    timeZone: z.string(),
    recordingUrl: z.string().nullable(),
  })
  .meta({ id: 'BoardSession' });

/** One's own question, in whatever state. */
export const OwnQuestion = z
  .object({
    id: Id,
    version: z.int(),
    seq: z.int(),
    state: QuestionState,
    text: BoardText,
    original: BoardText.nullable(),
    voteCount: z.int(),
    submittedAt: instant,
    dismissalReason: z.string().nullable(),
    moves: z.array(QuestionMove),
  })
  .meta({ id: 'OwnQuestion' });
export type OwnQuestion = z.output<typeof OwnQuestion>;

export const BoardView = z
  .object({
    id: Id,
    code: z.string(),
    session: BoardSession,
    identity: IdentityPolicy,
    votesOpen: z.boolean().describe('Votes are taken now'),
    closesAt: instant,
    snapshot: BoardSnapshot.nullable(),
    patch: BoardPatch.nullable().describe('Instead of the snapshot, when `since` was near enough'),
    mine: z.array(OwnQuestion),
    votes: z.array(Id).describe('Questions the reader has voted for'),
    entered: z.boolean().describe('The board knows the reader by something, so that what they do stays theirs'),
    asks: z.boolean().describe('The reader may ask now'),
    alias: z.string().nullable().describe('How the reader could be shown'),
    moderates: z.boolean(),
    stages: z.boolean(),
  })
  .meta({ id: 'BoardView' });
export type BoardView = z.output<typeof BoardView>;
