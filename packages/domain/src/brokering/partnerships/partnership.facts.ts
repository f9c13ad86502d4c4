import { Refusal } from '../../kernel/index.ts';
import { joiningRoles, type PartyRole } from '../party-roles.ts';
import type { MoveInput, Subject } from '../subject.ts';
import type { PartnershipState } from './partnership.machine.ts';

/** How often the parties are asked: as a rule, in a pairing of eighteen months, in a transfer after 3, 12, 18 and 24. */
export const rhythms = ['standard', 'pairing_18', 'transfer_3_12_18_24'] as const;
export type Rhythm = (typeof rhythms)[number];

/** A focal point's signature: the name as they typed it, and when. */
export interface Acceptance {
  readonly by: string;
  readonly name: string;
  readonly at: string;
}
export interface PartyDraft {
  readonly organisationId: string;
  readonly role: PartyRole;
}
export interface PartnershipParty extends PartyDraft {
  readonly acceptance: Acceptance | null;
}

export interface PartnershipFacts extends Subject<PartnershipState> {
  readonly matchId: string | null;
  readonly requestId: string | null;
  /** The first party leads: it owes the steps that are nobody else's. */
  readonly parties: readonly PartnershipParty[];
  readonly confidential: boolean;
  /** Whom the match introduced: they stay parties, and only they speak for it before everybody has signed. */
  readonly introducedIds: readonly string[];
  /** The broker of the case. */
  readonly claimedBy: string | null;
  readonly startsAt: Date | null;
  /** A day: `2026-04-30`. */
  readonly endsOn: string | null;
  readonly agreedAt: Date | null;
  readonly activeSince: Date | null;
  readonly rhythm: Rhythm;
  /** From when the check-ins are counted: the start, later by as long as it was suspended. */
  readonly rhythmSince: Date | null;
  /** How many check-ins have had their day. */
  readonly checkIns: number;
  /** `suspended`: until then. */
  readonly resumeAt: Date | null;
}

export interface PartnershipInput extends MoveInput {
  /** `accept`: the name typed as a signature. */
  readonly name?: string | undefined;
  /** `amend`: the parties from now on. */
  readonly parties?: readonly PartyDraft[] | undefined;
}

export const partiesOfPartnership = ({ parties }: PartnershipFacts): readonly string[] =>
  parties.map((p) => p.organisationId);

/** What is planned ends on the day it begins, or later. */
export function refuseUnlessInOrder({ startsAt, endsOn }: Pick<PartnershipFacts, 'startsAt' | 'endsOn'>): void {
  if (startsAt && endsOn && endsOn < startsAt.toISOString().slice(0, 10))
    throw new Refusal('unmet-condition', 'brokering.refuse.endsBeforeStart', {}, 'endsOn');
}

/** Whoever has signed, or was introduced: another that is only named has no say yet. */
export const hasStanding = (
  { introducedIds }: PartnershipFacts,
  { organisationId, acceptance }: PartnershipParty,
): boolean => acceptance !== null || introducedIds.includes(organisationId);

/**
 * Everybody introduced, each once, none of them a party for nothing; whoever was not introduced joins as a funder, with
 * their technique or as a facilitator. Two with a stake at least: a facilitator alone makes no partnership.
 */
export function unsigned(introducedIds: readonly string[], parties: readonly PartyDraft[]): PartnershipParty[] {
  const ids = parties.map((p) => p.organisationId);
  if (introducedIds.some((id) => !ids.includes(id)))
    throw new Refusal('unmet-condition', 'brokering.refuse.partyLeftOut', {}, 'parties');
  const mayJoin = (role: PartyRole): boolean => (joiningRoles as readonly PartyRole[]).includes(role);
  if (parties.some((p) => !introducedIds.includes(p.organisationId) && !mayJoin(p.role)))
    throw new Refusal('unmet-condition', 'brokering.refuse.partyNotIntroduced', {}, 'parties');
  if (new Set(ids).size < ids.length)
    throw new Refusal('unmet-condition', 'brokering.refuse.partyTwice', {}, 'parties');
  if (parties.filter((p) => p.role !== 'facilitator').length < 2)
    throw new Refusal('unmet-condition', 'brokering.refuse.tooFewParties', {}, 'parties');
  return parties.map(({ organisationId, role }) => ({ organisationId, role, acceptance: null }));
}
