import { partnershipMachine, partyRoles, rhythms } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, listOf, Paging, Reading, Version, Words } from '../kernel/index.ts';
import { CheckInView } from './check-in.schema.ts';
import { MeetingView } from './meeting.schema.ts';
import { OutcomeView } from './outcome.schema.ts';
import { Day, End, language, Move, NextStep, OrganisationRef, PathStep } from './parts.schema.ts';
import { Contribution, Milestone } from './records.schema.ts';

export const PartnershipState = z.enum(partnershipMachine.states).meta({ id: 'PartnershipState' });
export const PartyRole = z.enum(partyRoles).meta({ id: 'PartyRole' });
export const Rhythm = z.enum(rhythms).meta({ id: 'PartnershipRhythm' });

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
  rhythm: Rhythm.default('standard').describe('How often the parties are asked how it goes'),
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
  rhythm: Rhythm,
  resumesAt: instant.nullable().describe('Suspended until then'),
  milestones: z.array(Milestone),
  contributions: z.array(Contribution).describe('Confirmed ones; to the parties and the desk all'),
  outcomes: z.array(OutcomeView).describe('Those two sides stand behind; to the parties and the desk all'),
  checkIns: z.array(CheckInView).describe('The last ten, newest first; read by the parties and the desk'),
  meetings: z.array(MeetingView).describe('The last ten, newest first; read by the parties and the desk'),
  mayRecord: z.boolean().describe('May write milestones and contributions, and propose to meet'),
  mayClaim: z.boolean().describe('May say what came of it'),
  moves: z.array(Move),
  mayAmend: z.boolean(),
  files: FileShelf,
  signAs: OrganisationRef.nullable().describe('The party the reader may sign for now'),
}).meta({ id: 'PartnershipView' });
export type PartnershipView = z.output<typeof PartnershipView>;
