/** Groups of countries in special situations: least developed, landlocked developing, small island developing. */
export const countryGroups = ['ldc', 'lldc', 'sids'] as const;
export type CountryGroup = (typeof countryGroups)[number];

/**
 * UN-OHRLLS, as of October 2026: 44, 32 and 39 countries. Bangladesh, the Lao PDR and Nepal leave the first list on
 * 24 November 2026 and stay in it here for the smooth transition that follows.
 */
const members: Readonly<Record<CountryGroup, string>> = {
  ldc:
    'AF AO BD BF BI BJ CD CF DJ ER ET GM GN GW HT KH KI KM LA LR LS MG ML MM MR MW MZ NE NP RW SB SD SL SN SO SS TD TG TL ' +
    'TV TZ UG YE ZM',
  lldc: 'AF AM AZ BF BI BO BT BW CF TD ET KG KZ LA LS MD MK ML MN MW NE NP PY RW SS SZ TJ TM UG UZ ZM ZW',
  sids: 'AG BB BS BZ CK CU CV DM DO FJ FM GD GW GY HT JM KI KM KN LC MH MU MV NR NU PG PW SB SC SG SR ST TL TO TT TV VC VU WS',
};

const groupsByCountry = new Map<string, CountryGroup[]>();
for (const group of countryGroups)
  for (const country of members[group].split(' '))
    groupsByCountry.set(country, [...(groupsByCountry.get(country) ?? []), group]);

export const groupsOf = (country: string | null): readonly CountryGroup[] =>
  (country !== null && groupsByCountry.get(country)) || [];
