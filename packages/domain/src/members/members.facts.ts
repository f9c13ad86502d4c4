import type { AffiliationRole, Role } from '../kernel/index.ts';
import type { AccountState } from './account.machine.ts';
import type { AffiliationState } from './affiliation.machine.ts';

/** How the platform knows that a person belongs where they say: their address, a letter, a colleague's word, or an administrator's. */
export const verifications = ['email_domain', 'letter', 'vouch', 'admin'] as const;
export type Verification = (typeof verifications)[number];

export interface AccountFacts {
  readonly id: string;
  readonly version: number;
  readonly state: AccountState;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

export interface AffiliationFacts {
  readonly id: string;
  readonly version: number;
  readonly memberId: string;
  readonly organisationId: string;
  readonly role: AffiliationRole;
  readonly state: AffiliationState;
  readonly verifiedBy: Verification | null;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}
