import { partnershipMachine, partyRoles, rhythms } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, listOf, Paging, Reading, Version, Words } from '../kernel/index.ts';
import { CheckInView } from './check-in.schema.ts';
import { MeetingView } from './meeting.schema.ts';
import { OutcomeView } from './outcome.schema.ts';
import {
  Day,
  End,
  ExpectedOutcome,
  language,
  Move,
  NextStep,
  named,
  OrganisationRef,
  PathStep,
} from './parts.schema.ts';
import { Contribution, Milestone } from './records.schema.ts';

export const PartnershipState = z.enum(partnershipMachine.states).meta({ id: 'PartnershipState' });
export const PartyRole = z.enum(partyRoles).meta({ id: 'PartyRole' });
export const Rhythm = z.enum(rhythms).meta({ id: 'PartnershipRhythm' });

const content = {
  language,
  title: Words(3, 200),
  plan: Words(10, 8000),
  instrument: Words(0, 1000).optional().describe('What was signed elsewhere'),
  informal: z.boolean().default(false).describe('The parties have agreed that there is no formal instrument'),
  parties: z
    .array(
      z.object({
        ...named,
        role: PartyRole.optional().describe('As in the match when left out; of a northern organisation, triangular'),
      }),
    )
    .min(2)
    .max(20)
    .describe('The first one leads'),
  confidential: z.boolean().default(false),
  rhythm: Rhythm.default('standard').describe('How often the parties are asked how it goes'),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
};
interface Instrument {
  readonly instrument?: string | undefined;
  readonly informal: boolean;
}
const eitherOr = ({ instrument, informal }: Instrument): boolean => !instrument || !informal;
const both = { error: 'a formal instrument and none', path: ['informal'] };
export const PartnershipProposal = z
  .object({ version: Version.describe('Of the match'), ...content })
  .refine(eitherOr, both)
  .meta({ id: 'PartnershipProposal' });
export const PartnershipAmendment = z
  .object({ version: Version, ...content })
  .refine(eitherOr, both)
  .meta({ id: 'PartnershipAmendment' });

/** A focal point's signature: their name, as they write it. */
export const Signature = z.object({ version: Version, name: Words(1, 120) }).meta({ id: 'Signature' });

export const PartnershipCard = z
  .object({
    id: Id,
    ref: z.string(),
    state: PartnershipState,
    iatiStatus: z
      .int()
      .min(1)
      .max(6)
      .describe(
        'IATI ActivityStatus: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended',
      ),
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

const view = PartnershipCard.extend({
  version: z.int(),
  stream: z.string(),
  seq: z.int(),
  plan: Reading,
  instrument: Reading.nullable(),
  informal: z.boolean().describe('The parties chose that there is no formal instrument, and no file says otherwise'),
  confidential: z.boolean(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  activeSince: instant.nullable(),
  themes: z.array(z.string()),
  parties: z.array(
    z.object({
      organisation: OrganisationRef,
      role: PartyRole,
      joined: z.boolean().describe('Was not introduced with the others'),
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
  mayRecordMeeting: z.boolean().describe('May write down a meeting that was never fixed here'),
  mayClaim: z.boolean().describe('May say what came of it'),
  expected: z.array(ExpectedOutcome).describe('What the request expected, for who may say what came of it'),
  moves: z.array(Move),
  mayAmend: z.boolean(),
  files: FileShelf,
  signAs: OrganisationRef.nullable().describe('The party the reader may sign for now'),
}).meta({ id: 'PartnershipView' });
type View = typeof view;
/** Named, so that each route that answers with it says its name and not all of it. */
export interface PartnershipViewSchema extends View {}
export const PartnershipView: PartnershipViewSchema = view;
export type PartnershipView = z.output<typeof PartnershipView>;
