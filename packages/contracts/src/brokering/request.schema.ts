import {
  cashBands,
  contactPolicies,
  lineStates,
  modalities,
  readinesses,
  requestKinds,
  requestMachine,
  sdgTargets,
  sectors,
  urgencies,
  visibilities,
} from '@baraza/domain/brokering';
import { organisationKinds, organisationTypes, regions } from '@baraza/domain/cities';
import { sizeBands } from '@baraza/domain/matching';
import { unmetKinds } from '@baraza/domain/record';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, Locale, listOf, Paging, Reading, Version, Words } from '../kernel/index.ts';
import { CaseFile, Change, ClarificationView } from './case.schema.ts';
import { ExpressionView } from './expression.schema.ts';
import { MatchCard } from './match.schema.ts';
import { PartnershipCard } from './partnership.schema.ts';
import {
  Day,
  End,
  ExpectedOutcome,
  Heard,
  language,
  Move,
  NextStep,
  OrganisationRef,
  PathStep,
  WorkingLanguage,
} from './parts.schema.ts';

export const RequestKind = z.enum(requestKinds).meta({ id: 'RequestKind' });
export const RequestState = z.enum(requestMachine.states).meta({ id: 'RequestState' });
export const RequestVisibility = z.enum(visibilities).meta({ id: 'RequestVisibility' });
export const Modality = z.enum(modalities).meta({ id: 'Modality' });
export const Region = z.enum(regions).meta({ id: 'RequestRegion' });
export const Readiness = z.enum(readinesses).meta({ id: 'Readiness' });
export const ContactPolicy = z.enum(contactPolicies).meta({ id: 'ContactPolicy' });
export const Urgency = z.enum(urgencies).meta({ id: 'Urgency' });
const Wish = z
  .object({
    regions: z.array(z.enum(regions)).max(regions.length).default([]),
    sizes: z.array(z.enum(sizeBands)).max(sizeBands.length).default([]),
    languages: z.array(WorkingLanguage).max(20).default([]),
    types: z.array(z.enum(organisationTypes)).max(organisationTypes.length).default([]),
  })
  .meta({ id: 'CounterpartWish' });
/** Whom the requester would like to hear from. */
export const Counterpart = z
  .object({
    must: Wish.prefault({}).describe('Nobody else is suggested'),
    prefer: Wish.prefault({}).describe('Suggested before others'),
    avoid: Wish.prefault({}).describe('Never suggested'),
  })
  .meta({ id: 'Counterpart' });
export type Counterpart = z.output<typeof Counterpart>;
export const Sdg = z.int().min(1).max(17);
export const SdgTarget = z
  .string()
  .refine((target) => sdgTargets.has(target))
  .describe('As the United Nations number it: 9.3, 17.a');
const figure = z.number().min(-1e12).max(1e12);
export const Tag = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** Where a request began: `thread:12`, `story:kolkata-online-festival`, `question:<id>`, `session:<id>`. */
export const originKinds = ['thread', 'story', 'question', 'session'] as const;
export const Origin = z
  .string()
  .regex(new RegExp(`^(${originKinds.join('|')}):[\\w.-]{1,80}$`))
  .describe('thread:12, story:<slug>, question:<id>, session:<id>');

/** Everything a requester may say. Nothing is required before it is submitted; what is left out is emptied. */
const content = {
  language,
  title: Words(0, 200).optional(),
  context: Words(0, 5000).optional(),
  wantedResult: Words(0, 3000).optional(),
  whatWeTried: Words(0, 3000).optional(),
  whatWeBring: Words(0, 3000).optional(),
  partnerSought: Words(0, 3000).optional(),
  lines: z
    .array(z.object({ id: Id.optional(), text: Words(0, 300).optional(), quantity: Words(0, 60).optional() }))
    .max(20)
    .default([]),
  modalities: z.array(Modality).max(modalities.length).default([]),
  themes: z.array(Tag).max(12).default([]),
  sdgs: z.array(Sdg).max(17).default([]),
  sdgTargets: z.array(SdgTarget).max(30).default([]).describe('Their goals come with them'),
  sectors: z.array(z.enum(sectors)).max(sectors.length).default([]),
  languages: z.array(WorkingLanguage).max(20).default([]),
  readiness: Readiness.optional(),
  counterpart: Counterpart.optional(),
  contactPolicy: ContactPolicy.default('after_mutual_yes'),
  window: z.object({ start: Day.optional(), end: Day.optional() }).optional(),
  urgency: Urgency.default('ordinary'),
  resources: z
    .object({
      ownCash: z.enum(cashBands).optional(),
      inKind: z
        .array(z.object({ id: Id.optional(), text: Words(0, 200).optional() }))
        .max(10)
        .default([]),
      fundingSought: z.boolean().default(false),
      triangularPartnerWanted: z.boolean().default(false).describe('A third that pays or accompanies is welcome'),
    })
    .optional(),
  expectedOutcomes: z
    .array(
      z.object({
        id: Id.optional(),
        indicator: Words(0, 300).optional(),
        unit: Words(0, 60).optional(),
        baseline: figure.optional(),
        target: figure.optional(),
      }),
    )
    .max(5)
    .default([])
    .describe('By what it could be told that it worked; an outcome may begin from one'),
  delegateId: Id.optional().describe('Who sees to it every day, one of the organisation; without it, who wrote it'),
  visibility: RequestVisibility.default('public'),
  cluster: Tag.optional().describe('Slug of the cluster it belongs to'),
  submit: z.boolean().default(false).describe('Send it to the desk in the same breath'),
};
export const RequestDraftBody = z
  .object({
    kind: RequestKind.default('need'),
    organisationId: Id.optional().describe('For whom; without it, the organisation the writer acts for'),
    from: Origin.optional(),
    addressedTo: Id.optional().describe('An offer to an organisation that did not ask; the desk reads it first'),
    ...content,
  })
  .meta({ id: 'RequestDraft' });
export const RequestRevisionBody = z
  .object({ version: Version, kind: RequestKind.optional(), ...content })
  .meta({ id: 'RequestRevision' });

export const RequestFilter = z.object({
  kind: listOf(RequestKind).default([]),
  theme: listOf(Tag).default([]),
  sdg: listOf(z.coerce.number().int().min(0).max(17)).default([]).describe('0: without a goal'),
  modality: listOf(Modality).default([]),
  cluster: Tag.optional(),
  region: listOf(Region).default([]),
  state: listOf(z.enum(['published', 'in_matching', 'in_partnering', 'on_hold', 'expired', 'closed']))
    .default([])
    .describe('Without it, those that can still be answered'),
  organisation: Tag.optional().describe('Slug'),
  language: listOf(WorkingLanguage).default([]),
  unmet: z
    .enum(unmetKinds)
    .optional()
    .describe('Public needs that ended without a partner, or wait for one; instead of the states'),
  q: z.string().trim().max(100).optional(),
  ...Paging,
});

const counts = z.record(z.string(), z.int());
/** Each facet as if it alone were not yet chosen. */
export const RequestFacets = z
  .object({
    total: z.int(),
    kind: counts,
    theme: counts,
    region: counts,
    sdg: counts,
    modality: counts,
    language: counts,
    state: counts,
    places: z
      .array(
        z.object({
          slug: z.string(),
          name: z.string(),
          kind: z.enum(organisationKinds),
          lat: z.number(),
          lon: z.number(),
          requests: z.int(),
        }),
      )
      .describe('Where the organisations are whose requests these are'),
  })
  .meta({ id: 'RequestFacets' });
export type RequestFacets = z.output<typeof RequestFacets>;

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
