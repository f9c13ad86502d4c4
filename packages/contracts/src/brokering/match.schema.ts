import {
  brokeringTerms,
  contactPolicies,
  matchMachine,
  matchOrigins,
  matchShapes,
  stances,
} from '@baraza/domain/brokering';
import { affiliationRoles } from '@baraza/domain/kernel';
import { z } from 'zod';
import { Id, instant, pageOf, Reading, Version, Words } from '../kernel/index.ts';
import { Because } from '../matching/index.ts';
import { MeetingView } from './meeting.schema.ts';
import { PartnershipCard, PartyRole } from './partnership.schema.ts';
import { End, language, Message, Move, NextStep, named, OrganisationRef } from './parts.schema.ts';

export const MatchState = z.enum(matchMachine.states).meta({ id: 'MatchState' });
export const MatchOrigin = z.enum(matchOrigins).meta({ id: 'MatchOrigin' });
export const MatchShape = z.enum(matchShapes).meta({ id: 'MatchShape' });
export const Stance = z.enum(stances).meta({ id: 'Stance' });

export const MatchCard = z
  .object({
    id: Id,
    state: MatchState,
    stateSince: instant,
    request: z.object({ ref: z.string(), title: Reading.nullable() }),
    organisations: z.array(OrganisationRef).describe('The requester first'),
    shape: MatchShape,
    nextStep: NextStep.nullable(),
  })
  .meta({ id: 'MatchCard' });
export type MatchCard = z.output<typeof MatchCard>;

/** How to reach those who answer for a party. Leaves the server for the introduced parties and nobody else. */
export const Contact = z
  .object({ organisation: OrganisationRef, name: z.string(), email: z.string(), role: z.enum(affiliationRoles) })
  .meta({ id: 'Contact' });

const matchView = MatchCard.extend({
  version: z.int(),
  stream: z.string(),
  seq: z.int(),
  expressionId: Id.nullable(),
  origin: MatchOrigin.describe('Who found the partner'),
  referredBy: z.string().nullable().describe('The member who pointed it out, to the desk'),
  because: Reading.nullable().describe('Why it was suggested, in the words of who did'),
  reasons: z.array(Because).describe('What the suggestion rests on, as far as the reader may see that'),
  parties: z.array(
    z.object({
      organisation: OrganisationRef,
      part: PartyRole.describe('What it would be to the others'),
      role: PartyRole.describe('What it would be in a partnership, unless they say otherwise'),
      stance: Stance.nullable().describe("The reader's own; everybody's once all said yes, and to the desk"),
      until: instant.nullable().describe('“Not now”: when it is asked again'),
      refusal: z
        .object({ reason: z.string(), note: Reading.nullable() })
        .nullable()
        .describe("Why not, in confidence: the reader's own, and to the desk"),
    }),
  ),
  ties: z
    .array(
      z.object({
        giver: OrganisationRef,
        receiver: OrganisationRef,
        part: PartyRole.describe('Of the giver'),
        request: z
          .object({ ref: z.string(), title: Reading.nullable() })
          .nullable()
          .describe('What the receiver asks, to who may read it'),
        because: z.array(Because),
      }),
    )
    .describe('Of a ring or a triangle: who would give to whom, in its order'),
  contactsOpen: z.boolean(),
  contactPolicy: z.enum(contactPolicies),
  contacts: z.array(Contact).nullable(),
  end: End.nullable(),
  moves: z.array(Move),
  mayWrite: z.boolean(),
  mayPropose: z.boolean(),
  messages: pageOf(Message).describe('The private room, newest first'),
  partnerships: z.array(PartnershipCard),
  meetings: z.array(MeetingView).describe('The last ten, newest first'),
  mayMeet: z.boolean(),
  mayRecordMeeting: z.boolean().describe('May write down a meeting that was never fixed here'),
}).meta({ id: 'MatchView' });
type MatchViewShape = typeof matchView;
/** By name, as the view of a request is. */
export interface MatchViewSchema extends MatchViewShape {}
export const MatchView: MatchViewSchema = matchView;
export type MatchView = z.output<typeof MatchView>;

const why = Words(0, 1000).optional().describe('Why it may fit, told to all; needed where the matcher finds no reason');

export const SuggestionBody = z
  .object({
    version: Version,
    ...named,
    because: why,
    language,
    listed: z.boolean().default(false).describe('Taken from the list of candidates'),
    alongside: z
      .array(z.object({ ...named, part: PartyRole }))
      .max(brokeringTerms.match.largestCircle - 2)
      .default([])
      .describe('Who makes it possible: a triangular funder'),
  })
  .meta({ id: 'SuggestionBody' });

export const SuggestionsBody = z
  .object({
    version: Version,
    organisationIds: z.array(Id).min(1).max(brokeringTerms.request.suggestionsWanted),
    because: why,
    language,
  })
  .meta({ id: 'SuggestionsBody' });

/** A ring or a triangle that the matcher found, suggested to all in it. */
export const RingSuggestionBody = z
  .object({ because: Words(0, 1000).optional().describe('Why it may fit, told to all'), language })
  .meta({ id: 'RingSuggestionBody' });

/** What a member knows of another city; read by a broker, and by both sides when the broker sends it on. */
export const ReferralBody = z.object({ ...named, because: Words(10, 1000), language }).meta({ id: 'ReferralBody' });
export const Referral = z
  .object({ organisation: OrganisationRef, request: z.object({ ref: z.string(), title: Reading.nullable() }) })
  .meta({ id: 'Referral' });
export type Referral = z.output<typeof Referral>;
