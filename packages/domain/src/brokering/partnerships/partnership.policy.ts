import { type Actor, anyOf, belongsTo, isFocalPointOf, type Policy, type Rule } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { impartialBroker, nobody } from '../rules.ts';
import { type PartnershipFacts, type PartnershipParty, partiesOfPartnership } from './partnership.facts.ts';
import type { PartnershipMove } from './partnership.machine.ts';

const side: Rule<PartnershipFacts> = (actor, { parties }) => partyOf(actor, parties) !== undefined;
const colleague: Rule<PartnershipFacts> = (actor, { parties }) =>
  parties.some((p) => belongsTo(actor, p.organisationId));
const focalPoint: Rule<PartnershipFacts> = (actor, { parties }) =>
  parties.some((p) => isFocalPointOf(actor, p.organisationId));
const broker = impartialBroker<PartnershipFacts>(partiesOfPartnership);
/** Before it is agreed it is nobody else's business, and a confidential one stays so. */
const open: Rule<PartnershipFacts> = (_, { agreedAt, confidential }) => agreedAt !== null && !confidential;

/**
 * The party this actor can sign for: one whose focal point they are, and one person signs once. Being a broker gives
 * nobody a signature, nor takes one away (invariant I6).
 */
export const signableBy = (actor: Actor, { parties }: PartnershipFacts): PartnershipParty | undefined => {
  if (parties.some((p) => p.acceptance?.by === actor.id)) return undefined;
  const own = parties.filter((p) => p.acceptance === null && isFocalPointOf(actor, p.organisationId));
  return own.find((p) => p.organisationId === actor.actingFor) ?? own[0];
};

export const partnershipPolicy: Policy<'view' | PartnershipMove, PartnershipFacts> = {
  view: anyOf(colleague, broker, open),
  amend: side,
  accept: (actor, partnership) => signableBy(actor, partnership) !== undefined,
  agree: nobody,
  start: side,
  checkIn: side,
  close: anyOf(focalPoint, broker),
  cancel: anyOf(focalPoint, broker),
};
