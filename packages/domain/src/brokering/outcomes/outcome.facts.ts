import type { LocalizedText } from '../../translation/index.ts';
import type { PartnershipFacts } from '../partnerships/index.ts';
import type { MoveInput, Subject } from '../subject.ts';
import type { OutcomeState } from './outcome.machine.ts';

export const outcomeLevels = ['output', 'outcome', 'impact'] as const;
export type OutcomeLevel = (typeof outcomeLevels)[number];

export interface Baseline {
  readonly value: number;
  /** A day: `2026-04-30`. */
  readonly date: string;
  readonly source: string;
}
export interface Actual {
  readonly value: number;
  readonly date: string;
  /** Where it can be checked: a link, or which paper it is. */
  readonly evidence: string;
}

/** Somebody outside who looked at it: what they wrote is named or linked. */
export interface Verifier {
  readonly organisation: string;
  readonly date: string;
  readonly document: string;
}

export interface OutcomeFacts extends Subject<OutcomeState> {
  readonly partnershipId: string;
  readonly partnership: PartnershipFacts;
  readonly claimantId: string;
  readonly indicator: LocalizedText;
  readonly level: OutcomeLevel;
  readonly unit: string;
  readonly baseline: Baseline | null;
  readonly target: number | null;
  /** Oldest first. */
  readonly actuals: readonly Actual[];
  /** For whom: "of them 11 women, 4 under 30". */
  readonly disaggregation: LocalizedText | null;
  readonly countersignedFor: string | null;
  readonly countersignedAt: Date | null;
  /** When another party last signed, be it a figure before this one: what proved it then stays with it. */
  readonly sealedAt: Date | null;
  readonly verifiedAt: Date | null;
  /** Null when the officer verified it. */
  readonly verifier: Verifier | null;
}

export interface OutcomeInput extends MoveInput {
  /** `report` */
  readonly actual?: Actual | undefined;
  /** `verify`: whoever else did, as the officer recorded it. */
  readonly verifier?: Verifier | undefined;
}
