import { Refusal } from '../../kernel/index.ts';
import type { PartyRole } from '../party-roles.ts';
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
  /** The broker of the case. */
  readonly claimedBy: string | null;
  readonly startsAt: Date | null;
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

/** Two organisations with a stake at least, each once; a facilitator alone makes no partnership. */
export function unsigned(parties: readonly PartyDraft[]): PartnershipParty[] {
  const ids = parties.map((p) => p.organisationId);
  if (new Set(ids).size < ids.length)
    throw new Refusal('unmet-condition', 'brokering.refuse.partyTwice', {}, 'parties');
  if (parties.filter((p) => p.role !== 'facilitator').length < 2)
    throw new Refusal('unmet-condition', 'brokering.refuse.tooFewParties', {}, 'parties');
  return parties.map(({ organisationId, role }) => ({ organisationId, role, acceptance: null }));
}
