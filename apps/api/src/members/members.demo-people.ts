import { type AffiliationRole, isLocale, type Locale, type Role } from '@baraza/domain/kernel';
import { displayName } from '@baraza/domain/members';

/** An organisation of the directory, as far as its people need it. */
export interface Place {
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly placeholder: boolean;
}
export interface Account {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly roles?: readonly Role[];
  readonly at?: { readonly organisation: string; readonly role: AffiliationRole };
}

export interface Waiting {
  readonly member: string;
  readonly organisation: string;
  readonly role: AffiliationRole;
}

const domain = 'demo.baraza.example';
/** Cities that send a second person beside their focal point. */
const withDelegate = [
  'hangzhou',
  'zhengzhou',
  'kolkata',
  'benin-aced',
  'brazil-startup-committee',
  'belarus-state-customs-committee',
];

/** Whoever runs the house: roles, not people. */
const staff: readonly (readonly [slug: string, name: string, locale: Locale, timeZone: string, ...Role[]])[] = [
  ['broker', 'Broker', 'en', 'Africa/Nairobi', 'broker'],
  ['broker-2', 'Second broker', 'fr', 'Africa/Dakar', 'broker'],
  ['lead-broker', 'Lead broker', 'en', 'Asia/Kolkata', 'broker', 'lead_broker'],
  ['moderator', 'Moderator', 'es', 'America/Bogota', 'moderator'],
  ['organiser', 'Organiser', 'zh', 'Asia/Shanghai', 'organiser'],
  ['editor', 'Editor', 'en', 'Europe/Lisbon', 'editor'],
  ['me-officer', 'Monitoring and evaluation officer', 'en', 'America/New_York', 'me_officer'],
  ['admin', 'Administrator', 'en', 'Africa/Addis_Ababa', 'admin'],
  ['admin-2', 'Second administrator', 'fr', 'Africa/Porto-Novo', 'admin'],
];

/** Who practises the trade, without speaking for a city. `pending`: said where they work, and wait. */
const practitioners: readonly (readonly [
  slug: string,
  name: string,
  organisation: string,
  state: 'active' | 'pending',
])[] = [
  ['practitioner-benin', 'Practitioner, Benin', 'benin-aced', 'active'],
  ['practitioner-kolkata', 'Practitioner, Kolkata', 'kolkata', 'active'],
  ['practitioner-hangzhou', 'Practitioner, Hangzhou', 'hangzhou', 'active'],
  ['practitioner-chongqing', 'Practitioner, Chongqing', 'chongqing', 'pending'],
  ['practitioner-brazil', 'Practitioner, Brazil', 'brazil-startup-committee', 'pending'],
  ['practitioner-addis-ababa', 'Practitioner, Addis Ababa', 'uneca', 'pending'],
];

/** Everybody, in the order in which they are named above. */
export const accountsAt = (places: readonly Place[]): Account[] => [
  ...staff.map(staffAccount),
  ...places.flatMap(accountsOf),
  ...practitioners.flatMap(practising(places)),
];

/** Who says they work somewhere and waits to hear: the focal points of placeholders, and some who practise. */
export const waitingAt = (places: readonly Place[]): Waiting[] =>
  [
    ...places
      .filter(({ placeholder }) => placeholder)
      .map(({ slug }) => ({ member: `${slug}-focal-point`, organisation: slug, role: 'focal_point' as const })),
    ...practitioners
      .filter(([, , , state]) => state === 'pending')
      .map(([member, , organisation]) => ({ member, organisation, role: 'staff' as const })),
  ].filter(({ organisation }) => places.some(({ slug }) => slug === organisation));

const localeOf = (languages: readonly string[]): Locale => languages.find(isLocale) ?? 'en';

const staffAccount = ([slug, name, locale, timeZone, ...roles]: (typeof staff)[number]): Account => ({
  slug,
  name,
  email: `${slug}@${domain}`,
  locale,
  languages: [...new Set<string>([locale, 'en'])],
  timeZone,
  roles,
});

function accountsOf(place: Place): Account[] {
  const { slug, languages, timeZone, placeholder } = place;
  const own = { languages: languages.filter(isLocale), locale: localeOf(languages), timeZone };
  const focalPoint: Account = {
    ...own,
    slug: `${slug}-focal-point`,
    name: named(place, 'focal point'),
    email: `${slug}@${domain}`,
    ...(!placeholder && { at: { organisation: slug, role: 'focal_point' } }),
  };
  if (!withDelegate.includes(slug)) return [focalPoint];
  const delegate = `${slug}-delegate`;
  return [
    focalPoint,
    {
      ...own,
      slug: delegate,
      name: named(place, 'delegate'),
      email: `${delegate}@${domain}`,
      at: { organisation: slug, role: 'delegate' },
    },
  ];
}

/** What an institution is called where its whole name would not leave room for a role. */
const shortNames: Readonly<Record<string, string>> = {
  'belarus-state-customs-committee': 'Belarus',
  'benin-aced': 'Benin',
  'brazil-startup-committee': 'Brazil',
  'hong-kong-logistics-chamber': 'Hong Kong Logistics Chamber',
  'ncaer-new-delhi': 'NCAER',
  'unc-greensboro': 'UNC Greensboro',
  'op-jindal-university': 'O.P. Jindal University',
  uneca: 'UNECA',
};

/** "Hangzhou focal point", "ITC focal point": the place, or the letters an institution is known by, and the role. */
function named({ slug, name }: Place, role: string): string {
  const letters = /\(([A-Z]{2,})\)/.exec(name)?.[1];
  const plain = name.split(/[,(]/)[0]?.replace(' national focal institution', '').trim();
  return displayName(`${shortNames[slug] ?? letters ?? plain} ${role}`);
}

const practising =
  (places: readonly Place[]) =>
  ([slug, name, organisation, state]: (typeof practitioners)[number]): Account[] => {
    const place = places.find((p) => p.slug === organisation);
    if (!place) return [];
    return [
      {
        slug,
        name,
        email: `${slug}@${domain}`,
        locale: localeOf(place.languages),
        languages: place.languages.filter(isLocale),
        timeZone: place.timeZone,
        ...(state === 'active' && { at: { organisation, role: 'staff' } }),
      },
    ];
  };
