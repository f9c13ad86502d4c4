import type { AffiliationRole, Happening, Role } from '../kernel/index.ts';
import type { AccountMove, AccountState } from './account.machine.ts';
import type { AffiliationMove, AffiliationState } from './affiliation.machine.ts';
import type { Verification } from './members.facts.ts';

interface OfAffiliation {
  readonly affiliationId: string;
  readonly memberId: string;
  readonly organisationId: string;
  readonly role: AffiliationRole;
}

export type AffiliationRequested = Happening<'members.affiliation.requested', OfAffiliation>;
export type AffiliationMoved = Happening<
  'members.affiliation.moved',
  OfAffiliation & {
    readonly move: AffiliationMove;
    readonly from: AffiliationState;
    readonly to: AffiliationState;
    readonly verifiedBy: Verification | null;
  }
>;
export type AccountMoved = Happening<
  'members.account.moved',
  { readonly memberId: string; readonly move: AccountMove; readonly from: AccountState; readonly to: AccountState }
>;
export type AccountRenamed = Happening<'members.account.renamed', { readonly memberId: string; readonly name: string }>;
export type RoleGiven = Happening<'members.role.given', { readonly memberId: string; readonly role: Role }>;
export type RoleTaken = Happening<'members.role.taken', { readonly memberId: string; readonly role: Role }>;

export type MembersHappening =
  | AffiliationRequested
  | AffiliationMoved
  | AccountMoved
  | AccountRenamed
  | RoleGiven
  | RoleTaken;
