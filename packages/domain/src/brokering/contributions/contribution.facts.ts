import type { PartnershipFacts } from '../partnerships/index.ts';
import type { Subject } from '../subject.ts';
import type { ContributionState } from './contribution.machine.ts';

export const contributionKinds = [
  'cash',
  'expert_days',
  'visit_days',
  'training_places',
  'equipment',
  'licence',
  'software',
  'hosting',
  'other',
] as const;
export type ContributionKind = (typeof contributionKinds)[number];
/** In its own unit; a sum of money beside it only with how it was reckoned. */
export interface Monetised {
  readonly amount: number;
  readonly currency: string;
  readonly method: string;
}

/** What a party gave, as it says; it counts once another party has confirmed it. */
export interface ContributionFacts extends Subject<ContributionState> {
  readonly partnershipId: string;
  readonly partnership: PartnershipFacts;
  readonly organisationId: string;
  readonly kind: ContributionKind;
  readonly quantity: number;
  readonly unit: string;
  readonly monetised: Monetised | null;
  readonly date: string;
  readonly confirmedFor: string | null;
  readonly confirmedAt: Date | null;
}
