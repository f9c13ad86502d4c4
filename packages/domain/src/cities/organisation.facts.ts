import type { Region } from './region.ts';

/** What stands in the directory: a place with a government, or a body. */
export const organisationKinds = ['city', 'county', 'region', 'institution'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** In what capacity it cooperates; decides the role it is offered in a partnership. */
export const organisationTypes = [
  'city_gov',
  'subnational_gov',
  'national_gov',
  'un_igo',
  'ngo_cso',
  'academia',
  'private',
  'city_network',
  'facilitator',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export interface OrganisationFacts {
  readonly id: string;
  readonly version: number;
  readonly kind: OrganisationKind;
  readonly type: OrganisationType | null;
  /** ISO 3166-1 alpha-2; null for a body of several countries. */
  readonly country: string | null;
  readonly themes: readonly string[];
  /** Entered from documents; nobody has been verified to speak for it yet. */
  readonly placeholder: boolean;
}

/** What the directory is narrowed to; null leaves it open. */
export interface OrganisationFilter {
  readonly theme: string | null;
  readonly region: Region | null;
  readonly kind: OrganisationKind | null;
}
export const noFilter: OrganisationFilter = { theme: null, region: null, kind: null };
