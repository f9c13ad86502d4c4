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

/** Who may join what others were introduced for: without a stake of its own in what they asked one another. */
export const joiningRoles = ['triangular_funder', 'triangular_technical', 'facilitator'] as const satisfies PartyRole[];

/** Developed economies as the United Nations' World Economic Situation and Prospects lists them, as of 2025. */
const northern = new Set(
  'AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LT LU LV MT NL NO NZ PL PT RO SE SI SK US'.split(
    ' ',
  ),
);
/**
 * What it is in the partnership unless its parties say otherwise: its part in the match; of whoever joined later, a
 * facilitator's; and cooperation that an organisation of the North takes part in is triangular.
 */
export function usualRole(part: PartyRole | null, country: string | null): PartyRole {
  if (country === null || !northern.has(country) || part === 'triangular_funder' || part === 'facilitator')
    return part ?? 'facilitator';
  return part === 'requester' ? 'triangular_funder' : 'triangular_technical';
}

/** What the owner of a request is to whoever answers it, and the other to the owner. */
export const rolesIn: Readonly<Record<RequestKind, { readonly owner: PartyRole; readonly other: PartyRole }>> = {
  need: { owner: 'requester', other: 'provider' },
  offer: { owner: 'provider', other: 'requester' },
  exchange: { owner: 'mutual', other: 'mutual' },
};
