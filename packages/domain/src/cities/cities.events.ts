import type { Happening } from '../kernel/index.ts';
import type { OrganisationKind } from './organisation.facts.ts';

interface OfOrganisation {
  readonly organisationId: string;
}

export type OrganisationAdded = Happening<
  'cities.organisation.added',
  OfOrganisation & { readonly kind: OrganisationKind; readonly country: string | null }
>;
export type OrganisationEdited = Happening<
  'cities.organisation.edited',
  OfOrganisation & { readonly fields: readonly string[] }
>;
export type OrganisationSettled = Happening<'cities.organisation.settled', OfOrganisation>;

export type CitiesHappening = OrganisationAdded | OrganisationEdited | OrganisationSettled;
