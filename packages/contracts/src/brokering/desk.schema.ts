import { z } from 'zod';
import { Id, instant, Paging, pageOf, Reading } from '../kernel/index.ts';
import { ExpressionCard } from './expression.schema.ts';
import { MatchCard } from './match.schema.ts';
import { PartnershipCard } from './partnership.schema.ts';
import { Heard, Move, NextStep, OrganisationRef, subjectKinds } from './parts.schema.ts';
import { RequestCard } from './request.schema.ts';
import { RequestKind, RequestState } from './request-content.schema.ts';

/**
 * triage: nobody holds it · needs_info: waits for an answer to the desk · second_look: waits for another broker ·
 * appeals · suggestions: nobody was suggested yet · silent: somebody's time was up · dormant: no sign of life from those
 * introduced · expiring: within 30 days
 */
export const deskViews = [
  'all',
  'mine',
  'triage',
  'needs_info',
  'second_look',
  'appeals',
  'suggestions',
  'silent',
  'dormant',
  'expiring',
] as const;
export const DeskView = z.enum(deskViews).meta({ id: 'DeskView' });
export type DeskView = z.output<typeof DeskView>;

/** What is owed, on what: `id` is the address of the thing, a ref or a uuid. */
export const Subject = z.object({ kind: z.enum(subjectKinds), id: z.string() }).meta({ id: 'BrokeringSubject' });

export const DeskItem = z
  .object({
    ref: z.string(),
    version: z.int(),
    kind: RequestKind,
    state: RequestState,
    title: Reading.nullable(),
    organisation: OrganisationRef,
    broker: z.object({ name: z.string(), you: z.boolean() }).nullable(),
    step: NextStep.describe('The most urgent one of the case'),
    subject: Subject.describe('What the step is about: the request itself, or what hangs on it'),
    silentSince: instant,
    silentDays: z.int().describe('Working days without a sign of life, in the calendar of who must act'),
    moves: z.array(Move),
  })
  .meta({ id: 'DeskItem' });
export type DeskItem = z.output<typeof DeskItem>;

export const DeskPage = pageOf(DeskItem).extend({ heard: Heard });
export const DeskFilter = z.object({ view: DeskView.default('all'), ...Paging });
export const DeskCounts = z
  .object({
    all: z.int(),
    mine: z.int(),
    triage: z.int(),
    needs_info: z.int(),
    second_look: z.int(),
    appeals: z.int(),
    suggestions: z.int(),
    silent: z.int(),
    dormant: z.int(),
    expiring: z.int(),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCounts = z.output<typeof DeskCounts>;

/** Who holds how much. */
export const Workload = z
  .object({
    brokers: z.array(
      z.object({ id: Id, name: z.string(), you: z.boolean(), cases: z.int(), steps: z.int(), late: z.int() }),
    ),
  })
  .meta({ id: 'Workload' });
export type Workload = z.output<typeof Workload>;

export const OwedStep = z
  .object({
    step: NextStep,
    subject: Subject,
    request: z.object({ ref: z.string(), title: Reading.nullable() }).nullable(),
    with: OrganisationRef.nullable().describe('The other side of an expression'),
  })
  .meta({ id: 'OwedStep' });
export type OwedStep = z.output<typeof OwedStep>;

/** What waits for the reader and theirs, and what they have under way; each list at most fifty, newest first. */
export const Mine = z
  .object({
    heard: z.array(Heard).describe('One stream for each organisation the reader acts for'),
    owed: z.array(OwedStep).describe('Soonest first'),
    requests: z.array(RequestCard),
    expressions: z.array(ExpressionCard),
    matches: z.array(MatchCard),
    partnerships: z.array(PartnershipCard),
  })
  .meta({ id: 'Mine' });
export type Mine = z.output<typeof Mine>;
