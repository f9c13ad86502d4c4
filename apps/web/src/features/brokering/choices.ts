import { locales } from '@baraza/i18n';

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
export const regionIds = ['africa', 'americas', 'asia', 'europe', 'oceania', 'global'] as const;
export const modalityIds = [
  'study_visit',
  'peer_exchange',
  'expert_secondment',
  'training',
  'technology_transfer',
  'policy_advice',
  'joint_pilot',
  'twinning',
  'funding_readiness',
  'data_tools',
] as const;
export const readinessIds = ['idea', 'sponsored', 'budgeted', 'mandated'] as const;
export const visibilityIds = ['public', 'members', 'cluster', 'brokers_only'] as const;
export const sizeIds = ['small', 'medium', 'large', 'metropolis'] as const;
export const organisationTypeIds = [
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
export const contactPolicyIds = ['after_mutual_yes', 'after_agreement'] as const;
export const lineStateIds = ['open', 'partly_covered', 'covered', 'dropped'] as const;
export const safeguardLevelIds = ['observation', 'risk', 'escalated', 'red'] as const;
export const safeguardCategoryIds = [
  'integrity',
  'human_rights',
  'environment',
  'data_protection',
  'conflict_of_interest',
  'commercial_interest',
  'other',
] as const;
export const partyRoleIds = [
  'requester',
  'provider',
  'mutual',
  'triangular_funder',
  'triangular_technical',
  'facilitator',
] as const;
export const rhythmIds = ['standard', 'pairing_18', 'transfer_3_12_18_24'] as const;
export const contributionKindIds = [
  'cash',
  'expert_days',
  'visit_days',
  'training_places',
  'equipment',
  'licence',
  'software',
  'hosting',
  'other',
] as const;
export const outcomeLevelIds = ['output', 'outcome', 'impact'] as const;
export const goingIds = ['yes', 'slowly', 'no'] as const;
export const sdgIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
/** Languages cities of the network work in: the seven of the interface first. */
export const workingLanguages = [...locales, 'bn', 'hi', 'hy', 'kk', 'ky', 'lo', 'sw', 'be'] as const;
