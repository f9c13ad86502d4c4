import { partnershipMachine, partyRoles } from '@baraza/domain/brokering';
import { z } from 'zod';
import { Id, instant, listOf, Paging, Reading, Version, Words } from '../kernel/index.ts';
import { Day, End, language, Move, NextStep, OrganisationRef, PathStep } from './parts.schema.ts';

export const PartnershipState = z.enum(partnershipMachine.states).meta({ id: 'PartnershipState' });
export const PartyRole = z.enum(partyRoles).meta({ id: 'PartyRole' });

const content = {
  language,
  title: Words(3, 200),
  plan: Words(10, 8000),
  instrument: Words(0, 1000).optional().describe('What was signed elsewhere; empty means no formal instrument'),
  parties: z
    .array(z.object({ organisationId: Id, role: PartyRole }))
    .min(2)
    .max(20)
    .describe('The first one leads'),
  confidential: z.boolean().default(false),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
};
export const PartnershipProposal = z
  .object({ version: Version.describe('Of the match'), ...content })
  .meta({ id: 'PartnershipProposal' });
export const PartnershipAmendment = z.object({ version: Version, ...content }).meta({ id: 'PartnershipAmendment' });

/** A focal point's signature: their name, as they write it. */
export const Signature = z.object({ version: Version, name: Words(1, 120) }).meta({ id: 'Signature' });

export const PartnershipCard = z
  .object({
    id: Id,
    ref: z.string(),
    state: PartnershipState,
    stateSince: instant,
    title: Reading,
    organisations: z.array(OrganisationRef),
    agreedAt: instant.nullable(),
    nextStep: NextStep.nullable(),
  })
  .meta({ id: 'PartnershipCard' });
export type PartnershipCard = z.output<typeof PartnershipCard>;

export const PartnershipFilter = z.object({
  state: listOf(PartnershipState).default([]),
  theme: listOf(z.string().max(60)).default([]),
  organisation: z.string().max(80).optional().describe('Slug'),
  ...Paging,
});

export const PartnershipView = PartnershipCard.extend({
  version: z.int(),
  stream: z.string(),
  seq: z.int(),
  plan: Reading,
  instrument: Reading.nullable(),
  confidential: z.boolean(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  activeSince: instant.nullable(),
  themes: z.array(z.string()),
  parties: z.array(
    z.object({
      organisation: OrganisationRef,
      role: PartyRole,
      acceptedAt: instant.nullable(),
      signature: z.string().nullable().describe('As typed; read by the parties'),
    }),
  ),
  request: z.object({ ref: z.string(), title: Reading.nullable() }).nullable(),
  matchId: Id.nullable(),
  end: End.nullable(),
  path: z.array(PathStep),
  checkIns: z
    .array(z.object({ at: instant, organisation: OrganisationRef.nullable(), note: Reading.nullable() }))
    .describe('The last ten, newest first; read by the parties and the desk'),
  moves: z.array(Move),
  mayAmend: z.boolean(),
  signAs: OrganisationRef.nullable().describe('The party the reader may sign for now'),
}).meta({ id: 'PartnershipView' });
export type PartnershipView = z.output<typeof PartnershipView>;
