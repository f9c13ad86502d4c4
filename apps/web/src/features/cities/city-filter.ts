import { type OrganisationKind, organisationKinds, type Region, regions } from '@baraza/domain/cities';

export interface CityFilter {
  readonly theme?: string;
  readonly region?: Region;
  readonly kind?: OrganisationKind;
  readonly search?: string;
}

const among = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

/** The filter an address holds; what it cannot mean is left out, so that an old link still leads somewhere. */
export function filterOf(search: URLSearchParams): CityFilter {
  const theme = search.get('theme')?.slice(0, 60);
  const region = among(regions, search.get('region'));
  const kind = among(organisationKinds, search.get('kind'));
  const words = search.get('search')?.trim().slice(0, 80);
  return {
    ...(theme && { theme }),
    ...(region && { region }),
    ...(kind && { kind }),
    ...(words && { search: words }),
  };
}

/** The address of the directory so narrowed, from `cursor` on. */
export function addressOf(filter: CityFilter, cursor?: string): string {
  const query = new URLSearchParams({ ...filter, ...(cursor && { cursor }) });
  return query.size > 0 ? `/cities?${query}` : '/cities';
}
