import {
  type Actor,
  allOf,
  anyOf,
  belongsTo,
  isFocalPointOf,
  type Policy,
  type Rule,
  theSystem,
} from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { impartialBroker, impartialOfficer, nobody } from '../rules.ts';
import {
  hasStanding,
  type PartnershipFacts,
  type PartnershipParty,
  partiesOfPartnership,
} from './partnership.facts.ts';
import type { PartnershipMove } from './partnership.machine.ts';

/** Whoever is only named as a party may read it and sign, and no more. */
const standing = (partnership: PartnershipFacts): readonly PartnershipParty[] =>
  partnership.parties.filter((party) => hasStanding(partnership, party));
const side: Rule<PartnershipFacts> = (actor, partnership) => partyOf(actor, standing(partnership)) !== undefined;
const colleague: Rule<PartnershipFacts> = (actor, { parties }) =>
  parties.some((p) => belongsTo(actor, p.organisationId));
const focalPoint: Rule<PartnershipFacts> = (actor, partnership) =>
  standing(partnership).some((p) => isFocalPointOf(actor, p.organisationId));
/** Reads by which name the others signed. */
export const readsSignatures: Rule<PartnershipFacts> = (actor, partnership) =>
  standing(partnership).some((p) => belongsTo(actor, p.organisationId));
const broker = impartialBroker<PartnershipFacts>(partiesOfPartnership);
/** Verifies what came of it, of a confidential one too. */
const officer = allOf<PartnershipFacts>(impartialOfficer(partiesOfPartnership), (_, { agreedAt }) => agreedAt !== null);
/** Before it is agreed it is nobody else's business, and a confidential one stays so. */
export const isPublicPartnership: Rule<PartnershipFacts> = (_, { agreedAt, confidential }) =>
  agreedAt !== null && !confidential;

/**
 * The party this actor can sign for: one whose focal point they are, and one person signs once. Being a broker gives
 * nobody a signature, nor takes one away (invariant I6).
 */
export const signableBy = (actor: Actor, { parties }: PartnershipFacts): PartnershipParty | undefined => {
  if (parties.some((p) => p.acceptance?.by === actor.id)) return undefined;
  const own = parties.filter((p) => p.acceptance === null && isFocalPointOf(actor, p.organisationId));
  return own.find((p) => p.organisationId === actor.actingFor) ?? own[0];
};

export const partnershipPolicy: Policy<
  'view' | 'work' | 'recordMeeting' | 'readFile' | PartnershipMove,
  PartnershipFacts
> = {
  view: anyOf(colleague, broker, officer, isPublicPartnership),
  /** Everything that is written down about it, and not only what is public. */
  readFile: anyOf(colleague, broker, officer),
  work: side,
  recordMeeting: anyOf(side, broker),
  amend: side,
  accept: (actor, partnership) => signableBy(actor, partnership) !== undefined,
  agree: nobody,
  start: side,
  askCheckIn: theSystem,
  finalise: side,
  suspend: anyOf(focalPoint, broker),
  resume: anyOf(side, theSystem),
  fallDormant: theSystem,
  wake: side,
  close: anyOf(focalPoint, broker),
  lapse: theSystem,
  cancel: anyOf(focalPoint, broker),
  endWithMatch: theSystem,
};
