import type { RequestKind } from '../brokering/index.ts';
import type { OrganisationType, Region } from '../cities/index.ts';
import type { CountryGroup } from './country-groups.ts';
import type { SizeBand } from './size.ts';
import type { Reading } from './terms/index.ts';

/** What is known of an organisation as a partner, whatever the need. */
export interface Profile {
  readonly organisationId: string;
  readonly type: OrganisationType | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly region: Region;
  /** Minutes its clocks are ahead of UTC. */
  readonly utcOffset: number;
  readonly size: SizeBand | null;
  /** BCP 47 languages it can work in. */
  readonly languages: readonly string[];
}

/** Where something can be looked up. `part` is a story of somebody else in which it has a part. */
export type RecordKind = 'strength' | 'lesson' | 'story' | 'part' | 'challenge' | 'request' | 'profile';

/** One thing an organisation has on record, and what it is about. */
export interface OnRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly reading: Reading;
}

/** An earlier introduction of two organisations. */
export interface Introduction {
  readonly organisationId: string;
  readonly at: Date;
  /** It came to a partnership. */
  readonly agreed: boolean;
}

/** An organisation that may be suggested. */
export interface Holder extends Profile {
  readonly groups: readonly CountryGroup[];
  /** What it can give: strengths, lessons, stories, open offers, what its profile says. Answers needs. */
  readonly gives: readonly OnRecord[];
  /** What it looks for: challenges and open needs. Answers offers, and makes an exchange two-way. */
  readonly wants: readonly OnRecord[];
  readonly history: {
    /** Suggestions put to it, and how many of them it answered, with yes or no. */
    readonly asked: number;
    readonly answered: number;
    readonly introductions: readonly Introduction[];
  };
  /** Suggestions it still has to answer. */
  readonly openSuggestions: number;
  /** How often it was suggested to others lately; the caller says how long lately is. */
  readonly exposure: number;
}

/** Wishes about the counterpart; an empty list wishes nothing. */
export interface Wish {
  readonly regions: readonly Region[];
  readonly sizes: readonly SizeBand[];
  readonly types: readonly OrganisationType[];
  readonly languages: readonly string[];
}
export const noWish: Wish = { regions: [], sizes: [], types: [], languages: [] };

/** An open request that looks for a partner, with the profile of the organisation that made it. */
export interface Seeker extends Profile {
  readonly id: string;
  readonly kind: RequestKind;
  /** Its words, lines, themes, goals, targets and ways of working, read. */
  readonly asks: Reading;
  /** What it brings in return, read. */
  readonly brings: Reading;
  readonly must: Wish;
  readonly prefer: Wish;
  readonly avoid: Wish;
  /** Whether a third may come in: one who accompanies or pays, or whoever funds it; null where it is between two. */
  readonly third: 'partner' | 'funding' | null;
  /** Organisations already suggested to it or in talks about it. */
  readonly counterpartIds: readonly string[];
  /** Organisations that said no to this one, or to which it said no, and when. */
  readonly refusals: readonly { readonly organisationId: string; readonly at: Date }[];
}
