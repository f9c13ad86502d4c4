import type { Recorded } from '../partnerships/index.ts';
import type { ContributionState } from './contribution.machine.ts';

export type ContributionHappening = Recorded<
  'contributionGiven' | 'contributionConfirmed' | 'contributionWithdrawn',
  ContributionState
>;
