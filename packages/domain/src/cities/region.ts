/** The macro regions of UN M49, and `global` for bodies of several regions and for Antarctica. */
export const regions = ['africa', 'americas', 'asia', 'europe', 'oceania', 'global'] as const;
export type Region = (typeof regions)[number];

/** ISO 3166-1 alpha-2 codes by macro region: UN Statistics Division, M49 standard (Taiwan as ISO lists it, Kosovo as XK). */
const countries: Readonly<Record<Exclude<Region, 'global'>, string>> = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG ' +
    'RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
  americas:
    'AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS ' +
    'MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI',
  asia:
    'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA ' +
    'SA SG SY TH TJ TL TM TR TW UZ VN YE',
  europe:
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO ' +
    'PL PT RO RS RU SE SI SJ SK SM UA VA XK',
  oceania: 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
};

const regionByCountry = new Map<string, Region>(
  regions.flatMap((region) =>
    region === 'global' ? [] : countries[region].split(' ').map((country): [string, Region] => [country, region]),
  ),
);

export const regionOf = (country: string | null): Region =>
  (country && regionByCountry.get(country.toUpperCase())) || 'global';

/** The countries of a region; of `global`, every country that some region holds. */
export const countriesOf = (region: Region): readonly string[] =>
  region === 'global' ? [...regionByCountry.keys()] : countries[region].split(' ');
