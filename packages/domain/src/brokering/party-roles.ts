import type { RequestKind } from './requests/index.ts';

/** What somebody is to the others, in a suggestion and in the partnership it may become. */
export const partyRoles = [
  'requester',
  'provider',
  'mutual',
  'triangular_funder',
  'triangular_technical',
  'facilitator',
] as const;
export type PartyRole = (typeof partyRoles)[number];

/** What the owner of a request is to whoever answers it, and the other to the owner. */
export const rolesIn: Readonly<Record<RequestKind, { readonly owner: PartyRole; readonly other: PartyRole }>> = {
  need: { owner: 'requester', other: 'provider' },
  offer: { owner: 'provider', other: 'requester' },
  exchange: { owner: 'mutual', other: 'mutual' },
};
