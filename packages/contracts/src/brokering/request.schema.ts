import { cashBands, lineStates, sectors } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, Locale, Reading } from '../kernel/index.ts';
import { CaseFile, Change, ClarificationView } from './case.schema.ts';
import { ExpressionView } from './expression.schema.ts';
import { MatchCard } from './match.schema.ts';
import { PartnershipCard } from './partnership.schema.ts';
import { Day, End, ExpectedOutcome, Heard, Move, NextStep, OrganisationRef, PathStep } from './parts.schema.ts';
import {
  ContactPolicy,
  Counterpart,
  Modality,
  originKinds,
  Readiness,
  RequestKind,
  RequestState,
  RequestVisibility,
  Urgency,
} from './request-content.schema.ts';

/** A request in a list. */
export const RequestCard = z
  .object({
    id: Id,
    ref: z.string(),
    kind: RequestKind,
    state: RequestState,
    title: Reading.nullable(),
    summary: Reading.nullable(),
    organisation: OrganisationRef,
    themes: z.array(z.string()),
    sdgs: z.array(z.int()),
    languages: z.array(z.string()),
    publishedAt: instant.nullable(),
    expiresAt: instant.nullable(),
    stateSince: instant,
    nextStep: NextStep.nullable(),
  })
  .meta({ id: 'RequestCard' });
export type RequestCard = z.output<typeof RequestCard>;

export const Line = z
  .object({ id: Id, text: Reading, quantity: z.string().nullable(), state: z.enum(lineStates) })
  .meta({ id: 'NeedLine' });

/** A question of the broker and its answer; read by the requester's side and the desk. */
export const Clarification = z
  .object({ question: Reading, askedAt: instant, answer: Reading.nullable(), answeredAt: instant.nullable() })
  .meta({ id: 'Clarification' });

const requestView = RequestCard.omit({ summary: true })
  .extend({
    version: z.int(),
    stream: z.string().describe('Whose news concern this page'),
    seq: z.int(),
    alsoHeard: Heard.nullable().describe('What concerns the case behind this page: for its parties and the desk'),
    language: Locale,
    context: Reading.nullable(),
    wantedResult: Reading.nullable(),
    whatWeTried: Reading.nullable(),
    whatWeBring: Reading.nullable(),
    partnerSought: Reading.nullable(),
    lines: z.array(Line),
    modalities: z.array(Modality),
    sdgTargets: z.array(z.string()),
    sectors: z.array(z.enum(sectors)),
    urgency: Urgency,
    resources: z.object({
      ownCash: z.enum(cashBands).nullable(),
      inKind: z.array(z.object({ id: Id, text: Reading })),
      fundingSought: z.boolean(),
      triangularPartnerWanted: z.boolean(),
    }),
    expectedOutcomes: z.array(ExpectedOutcome),
    accountable: z
      .object({ focalPoint: z.string().nullable(), delegate: z.string().nullable() })
      .nullable()
      .describe(
        'Who stands behind it and who sees to it every day, by name: for who may rewrite it, and nobody else (I2)',
      ),
    delegateId: Id.nullable().describe('For who may rewrite it'),
    delegates: z
      .array(z.object({ id: Id, name: z.string() }))
      .nullable()
      .describe('Who could see to it, for who may rewrite it'),
    readiness: Readiness.nullable(),
    window: z.object({ start: Day.nullable(), end: Day.nullable() }).nullable(),
    visibility: RequestVisibility,
    counterpart: Counterpart.nullable(),
    contactPolicy: ContactPolicy,
    heldUntil: instant.nullable().describe('On hold until then'),
    addressedTo: OrganisationRef.nullable().describe('Whom an offer is made to; for its two sides and the desk'),
    cluster: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
    origin: z.object({ kind: z.enum(originKinds), id: z.string() }).nullable(),
    createdAt: instant,
    submittedAt: instant.nullable(),
    lastConfirmedAt: instant.nullable(),
    end: End.nullable(),
    path: z.array(PathStep),
    moves: z.array(Move),
    mayRevise: z.boolean(),
    maySuggest: z.boolean(),
    mayRefer: z.boolean().describe('Tell the brokers who has done this'),
    answerAs: z.array(OrganisationRef).describe('For whom the reader may express interest now'),
    broker: z.object({ name: z.string(), you: z.boolean() }).nullable(),
    approved: z.boolean().describe('A focal point stands behind it'),
    leaseUntil: instant.nullable(),
    clarifications: z.array(Clarification).nullable(),
    changes: z
      .array(Change)
      .nullable()
      .describe('What was rewritten since the broker asked; for its side and the desk'),
    decline: z
      .object({ reason: z.string(), note: Reading.nullable(), at: instant })
      .nullable()
      .describe('Why it was declined, for its side and the desk'),
    appeal: z.object({ grounds: Reading, at: instant }).nullable(),
    questions: z.array(ClarificationView).describe('What others asked about it, as far as the reader may see it'),
    askAs: z.array(OrganisationRef).describe('For whom the reader may ask now'),
    askUntil: instant.nullable().describe('Questions are taken until then'),
    mayMarkLines: z.boolean(),
    desk: CaseFile.nullable().describe('For brokers without a stake, and for nobody else'),
    suggestions: z.int().nullable().describe('Partners suggested so far, to the parties of the case and the desk'),
    expressionCount: z.int().nullable().describe('To the requester and the desk only: senders do not see each other'),
    expressions: z
      .array(ExpressionView)
      .describe('Those the reader may see, newest first; the rest by brokering.expressions'),
    matches: z.array(MatchCard),
    partnerships: z.array(PartnershipCard),
    files: FileShelf,
  })
  .meta({ id: 'RequestView' });
type RequestViewShape = typeof requestView;
/** By name: spelled out in every route that answers with it, the type of the contract would be too long for its declaration. */
export interface RequestViewSchema extends RequestViewShape {}
export const RequestView: RequestViewSchema = requestView;
export type RequestView = z.output<typeof RequestView>;
