import { locales } from '@baraza/i18n';

/** What may be chosen, as the domain lists it. */
export {
  cashBands as cashBandIds,
  contactPolicies as contactPolicyIds,
  contributionKinds as contributionKindIds,
  goings as goingIds,
  lineStates as lineStateIds,
  modalities as modalityIds,
  outcomeLevels as outcomeLevelIds,
  partyRoles as partyRoleIds,
  readinesses as readinessIds,
  rhythms as rhythmIds,
  safeguardCategories as safeguardCategoryIds,
  safeguardLevels as safeguardLevelIds,
  sdgTargetsByGoal,
  sectors as sectorIds,
  themeIds,
  urgencies as urgencyIds,
  visibilities as visibilityIds,
} from '@baraza/domain/brokering';
export { organisationTypes as organisationTypeIds, regions as regionIds } from '@baraza/domain/cities';
export { sizeBands as sizeIds } from '@baraza/domain/matching';

export const sdgIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
/** Languages cities of the network work in: the seven of the interface first. */
export const workingLanguages = [...locales, 'bn', 'hi', 'hy', 'kk', 'ky', 'lo', 'sw', 'be'] as const;
