import { Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import type { RequestFacts } from './request.facts.ts';

/** The themes of the community, in the order the catalogue lists them. */
export const themeIds = [
  'logistics',
  'ports',
  'rail-freight',
  'overseas-warehouses',
  'bonded-warehousing',
  'supply-chain',
  'customs',
  'single-window',
  'regulation',
  'pilot-zones',
  'consumer-protection',
  'payments',
  'sme-finance',
  'public-data',
  'rural-ecommerce',
  'poverty-reduction',
  'agriculture',
  'talent',
  'youth',
  'women',
  'entrepreneurship',
  'small-business',
  'live-streaming',
  'branding',
  'tourism',
  'culture',
  'covid-recovery',
  'digital-infrastructure',
  'digital-divide',
  'public-private',
  'regional-integration',
  'market-access',
  'industry-digitalisation',
  'knowledge-sharing',
  'partnership-brokering',
  'monitoring',
  'climate',
] as const;

/** How far along it is at home. */
export const readinesses = ['idea', 'sponsored', 'budgeted', 'mandated'] as const;
export type Readiness = (typeof readinesses)[number];

/** How soon an answer matters, whatever the dates say. */
export const urgencies = ['ordinary', 'soon', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** Which part of a city's work it belongs to. */
export const sectors = [
  'agriculture_food',
  'trade_retail',
  'manufacturing',
  'transport_logistics',
  'digital_services',
  'finance',
  'tourism_culture',
  'energy_climate',
  'education_skills',
  'health_social',
  'urban_services',
  'public_administration',
] as const;
export type Sector = (typeof sectors)[number];

/** What the requester can pay itself, in US dollars: bands, because nobody knows it to the dollar this early. */
export const cashBands = ['none', 'to_10k', 'to_50k', 'to_250k', 'above_250k'] as const;
export type CashBand = (typeof cashBands)[number];

/** What there is to work with, and what is still looked for. */
export interface Resources {
  readonly ownCash: CashBand | null;
  readonly inKind: readonly { readonly id: string; readonly text: LocalizedText }[];
  readonly fundingSought: boolean;
  readonly triangularPartnerWanted: boolean;
}
export const noResources: Resources = {
  ownCash: null,
  inKind: [],
  fundingSought: false,
  triangularPartnerWanted: false,
};

/** By what the requester would tell that it worked; an outcome of the partnership may begin from it. */
export interface ExpectedOutcome {
  readonly id: string;
  readonly indicator: LocalizedText;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
}

/** Of each goal the number of its targets, and of its means of implementation (1.a, 1.b …): UN, A/RES/71/313 and its refinements. */
const targetsOf: readonly (readonly [targets: number, means: number])[] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
];

/** The 169 targets by goal, as the United Nations number them. */
export const sdgTargetsByGoal: ReadonlyMap<number, readonly string[]> = new Map(
  targetsOf.map(([targets, means], i) => [
    i + 1,
    [
      ...Array.from({ length: targets }, (_, n) => `${i + 1}.${n + 1}`),
      ...Array.from({ length: means }, (_, n) => `${i + 1}.${'abcd'[n]}`),
    ],
  ]),
);
export const sdgTargets: ReadonlySet<string> = new Set([...sdgTargetsByGoal.values()].flat());

/** Whoever works towards a target works towards its goal. */
export const goalsOf = (goals: readonly number[], targets: readonly string[]): number[] =>
  [...new Set([...goals, ...targets.map((target) => Number.parseInt(target, 10))])].sort((a, b) => a - b);

/** What is for one cluster only is for nobody until it says which. */
export function refuseWithoutCluster({ visibility, clusterId }: Pick<RequestFacts, 'visibility' | 'clusterId'>): void {
  if (visibility === 'cluster' && clusterId === null)
    throw new Refusal('unmet-condition', 'brokering.refuse.clusterMissing', {}, 'cluster');
}
