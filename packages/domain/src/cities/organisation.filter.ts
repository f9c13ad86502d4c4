import type { OrganisationFacts, OrganisationFilter } from './organisation.facts.ts';
import { regionOf } from './region.ts';

type Filtered = Pick<OrganisationFacts, 'kind' | 'country' | 'themes'>;

export const matches = ({ theme, region, kind }: OrganisationFilter, organisation: Filtered): boolean =>
  (theme === null || organisation.themes.includes(theme)) &&
  (region === null || regionOf(organisation.country) === region) &&
  (kind === null || organisation.kind === kind);
