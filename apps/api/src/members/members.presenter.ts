import type { Account, AffiliationCase, AffiliationView, Me, SessionView } from '@baraza/contracts/members';
import type { Actor } from '@baraza/domain/kernel';
import { type AccountFacts, accountMovesFor, accountPolicy, affiliationMovesFor } from '@baraza/domain/members';
import type { z } from 'zod';
import { deviceOf } from './device.ts';
import type { AffiliationShown, Profile, SessionRow } from './members.queries.ts';

/** What may leave under a schema. */
type Sent<T extends z.ZodType> = z.input<T>;

export const presentAffiliation = (shown: AffiliationShown, actor: Actor): Sent<typeof AffiliationView> => ({
  ...shown,
  moves: affiliationMovesFor(actor, shown),
});

export function presentCase(shown: AffiliationShown, actor: Actor): Sent<typeof AffiliationCase> {
  const { id, name, email } = shown.member;
  const mayWrite = accountPolicy.seeContact(actor, { id, version: 0, state: 'active', displayName: name, roles: [] });
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const member = { id, name, email: mayWrite ? email : null, domain };
  return { ...presentAffiliation(shown, actor), member, note: shown.note };
}

export const presentAccount = (account: AccountFacts, actor: Actor): Sent<typeof Account> => ({
  ...account,
  roles: [...account.roles],
  moves: accountMovesFor(actor, account),
});

export const presentMe = (
  { held, languages, ...profile }: Profile,
  affiliations: readonly AffiliationShown[],
  toDecide: readonly AffiliationShown[],
  actor: Actor,
): Sent<typeof Me> => ({
  ...profile,
  languages: [...languages],
  roles: [...held],
  affiliations: affiliations.map((a) => presentAffiliation(a, actor)),
  toDecide: toDecide.map((a) => presentCase(a, actor)),
  moves: accountMovesFor(actor, profile),
});

export const presentSession = (
  { userAgent, ...session }: SessionRow,
  current: string | null,
): Sent<typeof SessionView> => ({ ...session, ...deviceOf(userAgent), current: session.id === current });
